package org.schoolhubs.hubs.hubs;

/** Why a hub is closed. */
public enum ClosureReason {
    LEAD_STEPPED_DOWN,
    LEAD_NO_LONGER_SUITABLE,
    LEAD_SCHOOL_CLOSED,
    PROGRAMME_ENDED,
    OTHER
}
