package org.schoolhubs.applications.register;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of the register. */
public enum RegisterError implements ErrorCode {
    URN_INVALID("urn-invalid", 400, "This is not a URN"),
    TRUST_UID_INVALID("trust-uid-invalid", 400, "This is not a trust UID"),
    FILTER_INVALID("filter-invalid", 400, "A filter of the list is not valid"),
    NOT_KNOWN_THEN("not-known-then", 404, "The register knew nothing of it on that day");

    private final String code;
    private final int status;
    private final String title;

    RegisterError(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
