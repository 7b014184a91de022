package org.schoolhubs.applications.interest;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where an expression of interest stands. */
public enum InterestState {
    /** For the window of the next cohort to open. */
    WAITING,
    /** It has become the draft of an application. Final. */
    BECAME_DRAFT,
    /** Its programme was replaced: the successor programme is offered. */
    OFFERED,
    /** Taken back. Final. */
    WITHDRAWN,
    /** Ended with its school, which closed without an open successor. Goes on only if the register comes to know of one, or has the school open again. */
    CLOSED;

    static final TransitionTable<InterestState, InterestAct> LIFECYCLE = TransitionTable.of(InterestState.class, InterestAct.class)
            .allow(WAITING, InterestAct.DRAFT, BECAME_DRAFT)
            .allow(WAITING, InterestAct.OFFER, OFFERED)
            .allow(WAITING, InterestAct.WITHDRAW, WITHDRAWN)
            .allow(OFFERED, InterestAct.ACCEPT_OFFER, WAITING)
            .allow(OFFERED, InterestAct.WITHDRAW, WITHDRAWN)
            .allow(WAITING, InterestAct.PASS_ON, WAITING)
            .allow(OFFERED, InterestAct.PASS_ON, OFFERED)
            .allow(WAITING, InterestAct.CLOSE, CLOSED)
            .allow(OFFERED, InterestAct.CLOSE, CLOSED)
            .allow(CLOSED, InterestAct.REOPEN, WAITING)
            .allow(CLOSED, InterestAct.REOFFER, OFFERED);
}
