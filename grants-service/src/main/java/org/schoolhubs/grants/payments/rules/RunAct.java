package org.schoolhubs.grants.payments.rules;

/** What can be done to a payment run. */
public enum RunAct {
    APPROVE,
    RELEASE,
    RECORD_RESULTS,
    CANCEL
}
