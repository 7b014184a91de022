package org.schoolhubs.hubs.leads;

/** Phase of education as the register's events give it; a middle school is already counted as what it is deemed. */
public enum Phase {
    NURSERY,
    PRIMARY,
    SECONDARY,
    ALL_THROUGH,
    SIXTEEN_PLUS,
    /** Special schools, alternative provision and pupil referral units: {@link Provision} says what they are. */
    NOT_APPLICABLE
}
