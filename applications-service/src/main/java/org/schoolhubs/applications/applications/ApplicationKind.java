package org.schoolhubs.applications.applications;

/** Who applies for what. */
public enum ApplicationKind {
    /** A school, to be a partner. */
    PARTNER_SCHOOL
}
