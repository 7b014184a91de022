package org.schoolhubs.applications.eligibility;

/** Where a version of a rule set stands. */
enum RuleSetState {
    /** May be changed; judges nobody. */
    DRAFT,
    /** Judges from its first day on; never changed. */
    PUBLISHED
}
