package org.schoolhubs.support.plans;

/** Why the programme team resumes a plan. */
public enum ResumptionReason {
    READY_TO_CONTINUE, PAUSED_IN_ERROR, OTHER
}
