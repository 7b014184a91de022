package org.schoolhubs.grants.ledger.rules;

/** The chart of accounts; the package says what each account tells. */
public enum Account {
    COMMITMENTS(Side.DEBIT),
    COMMITMENTS_CONTRA(Side.CREDIT),
    GRANT_EXPENDITURE(Side.DEBIT),
    PAYMENTS_IN_TRANSIT(Side.CREDIT),
    BANK(Side.CREDIT);

    private final Side normalSide;

    Account(Side normalSide) {
        this.normalSide = normalSide;
    }

    /** The side on which the account grows. */
    public Side normalSide() {
        return normalSide;
    }

    /**
     * The account's balance, positive when it lies on its normal side.
     *
     * @param debitPence  sum of its debits
     * @param creditPence sum of its credits
     */
    public long balance(long debitPence, long creditPence) {
        return normalSide == Side.DEBIT ? Math.subtractExact(debitPence, creditPence) : Math.subtractExact(creditPence, debitPence);
    }
}
