package org.schoolhubs.grants.payments.rules;

/** Where a payment run stands. */
public enum RunState {
    /** Awards are collected. */
    PREPARED,
    /** A second person agreed; the file is made. */
    APPROVED,
    /** Given to the bank, once. */
    RELEASED,
    /** The bank's result is matched, every line. */
    COMPLETED,
    /** Undone before release. */
    CANCELLED
}
