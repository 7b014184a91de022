package org.schoolhubs.applications.interest;

/** What happens to an expression of interest. */
enum InterestAct {
    /** The window of the next cohort has opened. */
    DRAFT,
    /** The programme takes no more applications, another replaces it. */
    OFFER,
    /** The organisation wants to wait for the successor programme. */
    ACCEPT_OFFER,
    WITHDRAW,
    /** Its school was followed by another, whose it is from now on. */
    PASS_ON,
    /** Its school closed, and no open school follows it; or the one that does waits itself. */
    CLOSE,
    /** Its school is open again, or was followed after all, while it waited before. */
    REOPEN,
    /** The same, while it had an offer. */
    REOFFER
}
