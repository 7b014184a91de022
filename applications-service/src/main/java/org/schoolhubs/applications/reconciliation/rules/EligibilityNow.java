package org.schoolhubs.applications.reconciliation.rules;

import org.schoolhubs.applications.eligibility.rules.Outcome;

/** What a new judgement means for an application that was submitted with an older one. */
public enum EligibilityNow {
    /** As good as it was, or better. */
    KEPT,
    /** It was clear and a person must look now. */
    DOUBTFUL,
    /** It was eligible, or might have been, and is not any more. */
    LOST;

    /** Compares the judgement at submission with the one of today. */
    public static EligibilityNow of(Outcome atSubmission, Outcome today) {
        if (today == Outcome.NOT_ELIGIBLE && atSubmission != Outcome.NOT_ELIGIBLE) {
            return LOST;
        }
        return today == Outcome.MANUAL_REVIEW && atSubmission == Outcome.ELIGIBLE ? DOUBTFUL : KEPT;
    }
}
