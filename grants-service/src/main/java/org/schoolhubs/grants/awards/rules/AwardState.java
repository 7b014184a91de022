package org.schoolhubs.grants.awards.rules;

/** Where an award stands. */
public enum AwardState {
    /** The amount is fixed; the year's budget cannot carry it yet. */
    WAITING_FOR_BUDGET,
    /** Budget is committed. */
    RESERVED,
    /** Conditions and permitted use were put to the payee. */
    OFFERED,
    /** The payee's officer agreed to them. */
    ACCEPTED,
    /** The plan is completed too: may be paid. */
    PAYABLE,
    /** In a payment run that is not settled. */
    IN_RUN,
    /** The bank confirmed the payment. */
    PAID,
    /** Kept out of payment runs until finance releases it. */
    HELD,
    /** Nothing is due. */
    CANCELLED;

    /** Whether budget is committed to an award in this state. */
    public boolean isCommitted() {
        return this == RESERVED || this == OFFERED || this == ACCEPTED || this == PAYABLE || this == IN_RUN || this == HELD;
    }
}
