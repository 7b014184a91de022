package org.schoolhubs.applications.eligibility;

/** As what somebody is judged: each role of a pathway or programme has its own rule set. */
public enum ApplicantRole {
    /** A school that wants support. */
    PARTNER_SCHOOL,
    /** A trust that wants support; it names the schools it applies with. */
    PARTNER_TRUST,
    /** A school that wants to lead a hub. */
    LEAD_SCHOOL,
    /** A trust that wants to lead a hub; it names the school of the hub. */
    LEAD_TRUST;

    /** Whether a trust is judged, with its schools. */
    public boolean isTrust() {
        return this == PARTNER_TRUST || this == LEAD_TRUST;
    }

    /** Whether it wants to lead: rules are those of the programme then, not of a pathway. */
    public boolean isLead() {
        return this == LEAD_SCHOOL || this == LEAD_TRUST;
    }
}
