package org.schoolhubs.applications.eligibility.rules;

import java.util.Collection;

/** What a rule set says of a school or a trust. */
public enum Outcome {
    /** Every rule that decides passed. */
    ELIGIBLE,
    /** At least one rule failed. */
    NOT_ELIGIBLE,
    /** No rule failed, at least one needs a person. */
    MANUAL_REVIEW;

    /** NOT_ELIGIBLE beats MANUAL_REVIEW beats ELIGIBLE: a person is not asked about what is settled anyway. */
    static Outcome of(Collection<RuleResult> results) {
        if (results.stream().anyMatch(result -> result.outcome() == RuleOutcome.FAIL)) {
            return NOT_ELIGIBLE;
        }
        return results.stream().anyMatch(result -> result.outcome() == RuleOutcome.REVIEW) ? MANUAL_REVIEW : ELIGIBLE;
    }
}
