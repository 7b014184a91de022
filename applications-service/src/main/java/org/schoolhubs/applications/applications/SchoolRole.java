package org.schoolhubs.applications.applications;

/** As what a trust names one of its schools. */
public enum SchoolRole {
    /** Takes part in the trust's plan. */
    PARTNER,
    /** Takes part and has an extended plan besides; one at most. */
    EXTENDED_PLAN,
    /** The school of the hub that the trust would lead. */
    LEAD
}
