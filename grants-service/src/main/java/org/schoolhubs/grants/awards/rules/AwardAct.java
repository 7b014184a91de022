package org.schoolhubs.grants.awards.rules;

/** What can be done to an award. */
public enum AwardAct {
    /** Budget is committed to it. */
    RESERVE,
    /** The programme team puts conditions and permitted use to the payee. */
    OFFER,
    /** The payee's officer agrees. */
    ACCEPT,
    /** The plan is completed. */
    MAKE_PAYABLE,
    /** A payment run takes it. */
    PUT_IN_RUN,
    /** Its run was cancelled before release. */
    TAKE_OUT_OF_RUN,
    /** The bank confirmed the payment. */
    CONFIRM_PAID,
    /** The bank sent the payment back. */
    RETURN,
    /** Finance keeps it out of payment runs. */
    HOLD,
    /** Finance ends the hold. */
    RELEASE,
    /** The membership ended before the plan was completed. */
    CANCEL,
    /** A completion with an earlier effective date became known after the cancellation. */
    REINSTATE
}
