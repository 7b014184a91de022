package org.schoolhubs.applications.applications;

/** What an amendment makes of the application. */
public enum AmendmentOutcome {
    /** It is submitted again, to be decided anew. */
    DECIDE_AGAIN,
    /** The acceptance becomes a refusal. */
    DECLINE
}
