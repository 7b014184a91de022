package org.schoolhubs.applications.applications;

/** Whether a decision holds. */
public enum DecisionState {
    /** Waits for a second person. */
    PROPOSED,
    /** Holds, and is never altered. */
    FINAL,
    /** The second person did not agree. */
    REJECTED
}
