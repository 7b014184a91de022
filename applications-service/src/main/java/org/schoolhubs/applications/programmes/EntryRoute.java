package org.schoolhubs.applications.programmes;

/** How partners come into a pathway. */
public enum EntryRoute {
    /** Senior leaders apply by themselves, per cohort, with the full form. */
    SELF_REFERRAL,
    /** An expression of interest is the application: the short form. */
    EXPRESSION_OF_INTEREST,
    /** The Department selects; a school confirms, it cannot choose. */
    SELECTION
}
