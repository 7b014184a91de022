package org.schoolhubs.applications.imports;

/** The file cannot be used as a whole; its message is for the sender. */
final class RefusedFile extends Exception {
    private final String code;

    RefusedFile(String code, String detail) {
        super(detail);
        this.code = code;
    }

    String code() {
        return code;
    }
}
