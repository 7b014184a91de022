package org.schoolhubs.grants.ledger.rules;

/**
 * One line of a ledger transaction.
 *
 * @param pence whole pence, more than 0: a side is said by {@code side}, never by a sign
 */
public record Posting(Account account, Side side, long pence) {
    /** @throws IllegalArgumentException unless {@code pence} is more than 0 */
    public Posting {
        if (pence <= 0) {
            throw new IllegalArgumentException("A posting is of more than 0 pence.");
        }
    }
}
