package org.schoolhubs.applications.register;

/** What kind of setting a type of establishment is. */
public enum Provision {
    MAINSTREAM,
    SPECIAL,
    /** Pupil referral units and alternative provision academies and free schools. */
    ALTERNATIVE_PROVISION,
    /** Further education, sixth form centres, 16 to 19 academies and free schools. */
    COLLEGE
}
