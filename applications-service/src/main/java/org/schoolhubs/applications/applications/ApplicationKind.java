package org.schoolhubs.applications.applications;

import org.schoolhubs.applications.eligibility.ApplicantRole;

/** Who applies for what. */
public enum ApplicationKind {
    /** A school, to be a partner. */
    PARTNER_SCHOOL(ApplicantRole.PARTNER_SCHOOL),
    /** A trust, to be a partner with schools that it names. */
    PARTNER_TRUST(ApplicantRole.PARTNER_TRUST),
    /** A school, to lead a hub. */
    LEAD_SCHOOL(ApplicantRole.LEAD_SCHOOL),
    /** A trust, to lead a hub; it names the school of the hub. */
    LEAD_TRUST(ApplicantRole.LEAD_TRUST),
    /** A school that the Department selected: it confirms or refuses. */
    INVITED_SCHOOL(ApplicantRole.PARTNER_SCHOOL);

    private final ApplicantRole role;

    ApplicationKind(ApplicantRole role) {
        this.role = role;
    }

    /** As what the applicant is judged. */
    ApplicantRole role() {
        return role;
    }

    /** Whether it is to lead: it applies to a programme then, without pathway and cohort. */
    boolean isLead() {
        return role.isLead();
    }

    /** Whether a trust applies. */
    boolean isTrust() {
        return role.isTrust();
    }
}
