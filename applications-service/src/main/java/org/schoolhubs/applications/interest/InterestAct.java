package org.schoolhubs.applications.interest;

/** What happens to an expression of interest. */
enum InterestAct {
    /** The window of the next cohort has opened. */
    DRAFT,
    /** The programme takes no more applications, another replaces it. */
    OFFER,
    /** The organisation wants to wait for the successor programme. */
    ACCEPT_OFFER,
    WITHDRAW
}
