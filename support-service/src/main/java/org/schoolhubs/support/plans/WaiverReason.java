package org.schoolhubs.support.plans;

/** Why the programme team waives an activity. */
public enum WaiverReason {
    DONE_ELSEWHERE, NOT_APPLICABLE, EVENT_NOT_HELD, SCHOOL_CIRCUMSTANCES, OTHER
}
