package org.schoolhubs.applications.reconciliation;

/** What became of a school, in the order in which the changes are worked. */
public enum ChangeStep {
    /** Closed, with exactly one open successor. */
    REPLACE,
    /** Closed by a merger. */
    MERGE,
    /** Opened, or open again. */
    OPEN,
    /** Closed, or proposed to close, without exactly one open successor. */
    CLOSE,
    /** An inspection changed. */
    REGRADE,
    /** Any other fact, its trust included. */
    OTHER
}
