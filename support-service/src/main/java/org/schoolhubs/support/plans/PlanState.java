package org.schoolhubs.support.plans;

/** States of a support plan. Only an active plan can be worked on. */
public enum PlanState {
    ACTIVE, PAUSED, COMPLETED, STOPPED
}
