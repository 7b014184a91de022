package org.schoolhubs.grants.awards.rules;

import static org.schoolhubs.grants.awards.rules.AwardAct.ACCEPT;
import static org.schoolhubs.grants.awards.rules.AwardAct.CANCEL;
import static org.schoolhubs.grants.awards.rules.AwardAct.CONFIRM_PAID;
import static org.schoolhubs.grants.awards.rules.AwardAct.HOLD;
import static org.schoolhubs.grants.awards.rules.AwardAct.MAKE_PAYABLE;
import static org.schoolhubs.grants.awards.rules.AwardAct.OFFER;
import static org.schoolhubs.grants.awards.rules.AwardAct.PUT_IN_RUN;
import static org.schoolhubs.grants.awards.rules.AwardAct.REINSTATE;
import static org.schoolhubs.grants.awards.rules.AwardAct.RELEASE;
import static org.schoolhubs.grants.awards.rules.AwardAct.RESERVE;
import static org.schoolhubs.grants.awards.rules.AwardAct.RETURN;
import static org.schoolhubs.grants.awards.rules.AwardAct.TAKE_OUT_OF_RUN;
import static org.schoolhubs.grants.awards.rules.AwardState.ACCEPTED;
import static org.schoolhubs.grants.awards.rules.AwardState.CANCELLED;
import static org.schoolhubs.grants.awards.rules.AwardState.HELD;
import static org.schoolhubs.grants.awards.rules.AwardState.IN_RUN;
import static org.schoolhubs.grants.awards.rules.AwardState.OFFERED;
import static org.schoolhubs.grants.awards.rules.AwardState.PAID;
import static org.schoolhubs.grants.awards.rules.AwardState.PAYABLE;
import static org.schoolhubs.grants.awards.rules.AwardState.RESERVED;
import static org.schoolhubs.grants.awards.rules.AwardState.WAITING_FOR_BUDGET;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/**
 * The life of an award. PAID is final. A reinstated award queues for budget like a new one and then goes back to where it stood; a released one goes back to
 * ACCEPTED and on to PAYABLE where its plan is completed.
 */
public final class AwardLifecycle {
    public static final TransitionTable<AwardState, AwardAct> TABLE = TransitionTable.<AwardState, AwardAct>of(AwardState.class, AwardAct.class)
            .allow(WAITING_FOR_BUDGET, RESERVE, RESERVED)
            .allow(WAITING_FOR_BUDGET, CANCEL, CANCELLED)
            .allow(RESERVED, OFFER, OFFERED)
            .allow(RESERVED, CANCEL, CANCELLED)
            .allow(OFFERED, ACCEPT, ACCEPTED)
            .allow(OFFERED, CANCEL, CANCELLED)
            .allow(ACCEPTED, MAKE_PAYABLE, PAYABLE)
            .allow(ACCEPTED, HOLD, HELD)
            .allow(ACCEPTED, CANCEL, CANCELLED)
            .allow(PAYABLE, PUT_IN_RUN, IN_RUN)
            .allow(PAYABLE, HOLD, HELD)
            .allow(PAYABLE, CANCEL, CANCELLED)
            .allow(IN_RUN, TAKE_OUT_OF_RUN, PAYABLE)
            .allow(IN_RUN, CONFIRM_PAID, PAID)
            .allow(IN_RUN, RETURN, HELD)
            .allow(HELD, RELEASE, ACCEPTED)
            .allow(HELD, CANCEL, CANCELLED)
            .allow(CANCELLED, REINSTATE, WAITING_FOR_BUDGET);

    private AwardLifecycle() {
    }
}
