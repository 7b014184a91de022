package org.schoolhubs.grants.ledger.rules;

/** A side of an account. */
public enum Side {
    DEBIT,
    CREDIT
}
