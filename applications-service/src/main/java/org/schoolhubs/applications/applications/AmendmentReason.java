package org.schoolhubs.applications.applications;

/** Why a final decision is undone. */
public enum AmendmentReason {
    /** The wrong outcome was recorded. */
    DECIDED_BY_MISTAKE,
    /** The facts that it rested on were wrong and have been corrected. */
    FACTS_CORRECTED,
    /** Evidence came that was not known then. */
    NEW_EVIDENCE,
    /** The way to the decision was not the one laid down. */
    PROCEDURE_NOT_FOLLOWED,
    /** What made the applicant eligible is no longer so. */
    ELIGIBILITY_LOST,
    /** Something else: its text is mandatory. */
    OTHER
}
