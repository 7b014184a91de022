package org.schoolhubs.applications.register;

/** How the database writes the name of a field. */
final class SnakeCase {
    private SnakeCase() {
    }

    /** {@code percentFsm} becomes {@code percent_fsm}; {@code section41} and {@code address3} stay as they are. */
    static String of(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
