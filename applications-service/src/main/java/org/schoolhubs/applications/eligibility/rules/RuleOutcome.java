package org.schoolhubs.applications.eligibility.rules;

/** What one rule says. */
public enum RuleOutcome {
    /** Settled for. */
    PASS,
    /** Settled against. */
    FAIL,
    /** A person must look. */
    REVIEW,
    /** Laid out for those who decide; counts neither for nor against. */
    INFO
}
