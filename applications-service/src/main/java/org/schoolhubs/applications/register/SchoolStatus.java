package org.schoolhubs.applications.register;

/** Whether an establishment operates, from GIAS's {@code EstablishmentStatus}. */
public enum SchoolStatus {
    /** Code 1. */
    OPEN,
    /** Code 2. Kept in the register, so that what once referred to it can still be understood. */
    CLOSED,
    /** Code 3: teaching goes on, so it counts as open. */
    OPEN_PROPOSED_TO_CLOSE,
    /** Code 4: no pupils yet. */
    PROPOSED_TO_OPEN;

    /** Whether pupils are taught there today: open, or open but proposed to close. */
    public boolean isOpen() {
        return this == OPEN || this == OPEN_PROPOSED_TO_CLOSE;
    }
}
