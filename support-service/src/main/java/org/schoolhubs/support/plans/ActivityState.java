package org.schoolhubs.support.plans;

/** States of an activity. */
public enum ActivityState {
    OPEN, COMPLETED, WAIVED
}
