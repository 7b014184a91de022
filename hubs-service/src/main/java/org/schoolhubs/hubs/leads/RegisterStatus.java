package org.schoolhubs.hubs.leads;

/** Status of a school in the register. */
enum RegisterStatus {
    OPEN,
    CLOSED,
    /** Still open, and so able to lead. */
    OPEN_PROPOSED_TO_CLOSE,
    PROPOSED_TO_OPEN;

    boolean isOpen() {
        return this == OPEN || this == OPEN_PROPOSED_TO_CLOSE;
    }
}
