package org.schoolhubs.applications.register;

/** Phase of education. Special schools and alternative provision are mostly NOT_APPLICABLE: ask {@link Provision} as well. */
public enum Phase {
    NURSERY,
    /** Primary, and middle deemed primary. */
    PRIMARY,
    /** Secondary, and middle deemed secondary. */
    SECONDARY,
    ALL_THROUGH,
    SIXTEEN_PLUS,
    NOT_APPLICABLE
}
