package org.schoolhubs.applications.reconciliation;

/** What was done about a change; the later constant where several apply. */
public enum ChangeOutcome {
    /** No live application is touched. */
    NOTHING_TO_DO,
    /** Eligibility was judged again. */
    RECHECKED,
    /** Applications passed to the successor. */
    FOLLOWED,
    /** A person has to look at something. */
    TASK_RAISED,
    /** Given up after several attempts: an operator has to look. */
    FAILED
}
