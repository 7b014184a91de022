package org.schoolhubs.applications.reconciliation;

/** What was done about a change; the later constant where several apply. */
public enum ChangeOutcome {
    /** No live application and no expression of interest is touched. */
    NOTHING_TO_DO,
    /** Eligibility was judged again. */
    RECHECKED,
    /** Applications or expressions of interest passed to the successor, or an expression was closed or goes on with its school. */
    FOLLOWED,
    /** A person has to look at something. */
    TASK_RAISED,
    /** Given up after several attempts: an operator has to look. */
    FAILED
}
