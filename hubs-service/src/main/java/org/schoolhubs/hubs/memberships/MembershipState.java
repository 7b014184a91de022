package org.schoolhubs.hubs.memberships;

import java.util.EnumSet;
import java.util.Set;
import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where a membership stands. */
public enum MembershipState {
    /** A place is held; the programme team has not confirmed. */
    PROPOSED,
    /** The programme team has confirmed; the lead has to accept. */
    CONFIRMED,
    /** The lead has accepted: the school is supported. */
    ACTIVE,
    /** The lead has refused; the school is back in the pool. */
    REFUSED,
    WITHDRAWN,
    /** The support plan was completed. */
    COMPLETED;

    /** States in which a place is held. */
    static final Set<MembershipState> LIVE = EnumSet.of(PROPOSED, CONFIRMED, ACTIVE);

    /** WITHDRAWN and COMPLETED lead to each other because the earlier day decides, not the earlier message. */
    static final TransitionTable<MembershipState, MembershipAct> LIFECYCLE =
            TransitionTable.<MembershipState, MembershipAct>of(MembershipState.class, MembershipAct.class)
                    .allow(PROPOSED, MembershipAct.CONFIRM, CONFIRMED)
                    .allow(PROPOSED, MembershipAct.WITHDRAW, WITHDRAWN)
                    .allow(CONFIRMED, MembershipAct.LEAD_ACCEPT, ACTIVE)
                    .allow(CONFIRMED, MembershipAct.LEAD_REFUSE, REFUSED)
                    .allow(CONFIRMED, MembershipAct.WITHDRAW, WITHDRAWN)
                    .allow(ACTIVE, MembershipAct.WITHDRAW, WITHDRAWN)
                    .allow(ACTIVE, MembershipAct.COMPLETE, COMPLETED)
                    .allow(WITHDRAWN, MembershipAct.COMPLETE, COMPLETED)
                    .allow(COMPLETED, MembershipAct.WITHDRAW, WITHDRAWN);

    boolean isLive() {
        return LIVE.contains(this);
    }
}
