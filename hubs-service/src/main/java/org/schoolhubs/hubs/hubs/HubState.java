package org.schoolhubs.hubs.hubs;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where a hub stands. */
public enum HubState {
    /** Due diligence is being done; only the programme team, DfE, auditors and the lead see it. */
    PREPARING,
    /** In the public directory; takes no members yet. */
    ANNOUNCED,
    /** Takes members. */
    OPEN,
    /** Takes no more members, for good. */
    CLOSED;

    static final TransitionTable<HubState, HubAct> LIFECYCLE = TransitionTable.<HubState, HubAct>of(HubState.class, HubAct.class)
            .allow(PREPARING, HubAct.RECORD_DUE_DILIGENCE, PREPARING)
            .allow(PREPARING, HubAct.SET_PLACES, PREPARING)
            .allow(PREPARING, HubAct.ANNOUNCE, ANNOUNCED)
            .allow(PREPARING, HubAct.CLOSE, CLOSED)
            .allow(PREPARING, HubAct.PASS_LEAD, PREPARING)
            .allow(ANNOUNCED, HubAct.SET_PLACES, ANNOUNCED)
            .allow(ANNOUNCED, HubAct.OPEN, OPEN)
            .allow(ANNOUNCED, HubAct.CLOSE, CLOSED)
            .allow(ANNOUNCED, HubAct.PASS_LEAD, ANNOUNCED)
            .allow(OPEN, HubAct.SET_PLACES, OPEN)
            .allow(OPEN, HubAct.CLOSE, CLOSED)
            .allow(OPEN, HubAct.PASS_LEAD, OPEN);
}
