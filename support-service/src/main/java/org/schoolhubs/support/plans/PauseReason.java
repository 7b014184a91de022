package org.schoolhubs.support.plans;

/** Why the programme team pauses a plan. */
public enum PauseReason {
    SCHOOL_CIRCUMSTANCES, LEADERSHIP_CHANGE, INSPECTION, LEAD_UNAVAILABLE, MEMBERSHIP_DEFERRED, OTHER
}
