package org.schoolhubs.hubs.memberships;

/** Why a lead refuses a school. */
public enum RefusalReason {
    NO_CAPACITY,
    CONFLICT_OF_INTEREST,
    CONTEXT_TOO_DIFFERENT,
    TOO_FAR,
    /** Needs a text. */
    OTHER
}
