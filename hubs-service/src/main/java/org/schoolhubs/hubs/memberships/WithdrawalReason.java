package org.schoolhubs.hubs.memberships;

/** Why a school withdraws. */
public enum WithdrawalReason {
    NO_CAPACITY,
    LEADERSHIP_CHANGE,
    NO_LONGER_NEEDED,
    OTHER_SUPPORT_FOUND,
    SCHOOL_CLOSING,
    OTHER
}
