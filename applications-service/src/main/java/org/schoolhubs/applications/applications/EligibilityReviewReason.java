package org.schoolhubs.applications.applications;

/** Why an application goes on although the rules no longer find the applicant eligible. */
enum EligibilityReviewReason {
    /** What was decided at submission holds to the end of the programme. */
    DECIDED_BEFORE,
    /** The register is wrong, and is being corrected. */
    REGISTER_WRONG,
    /** A person looked at the evidence and found the applicant eligible. */
    EVIDENCE_SUFFICIENT,
    /** The Department agreed to an exception. */
    EXCEPTION_AGREED
}
