package org.schoolhubs.hubs.pool;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where an accepted school stands. */
public enum PoolState {
    /** Waits for a hub. */
    WAITING,
    /** Has a membership that is proposed, confirmed or active. */
    PLACED,
    /** Looks for no hub any more: it withdrew, its acceptance was amended, or its membership was completed. */
    LEFT;

    static final TransitionTable<PoolState, PoolAct> LIFECYCLE = TransitionTable.<PoolState, PoolAct>of(PoolState.class, PoolAct.class)
            .allow(WAITING, PoolAct.PLACE, PLACED)
            .allow(WAITING, PoolAct.LEAVE, LEFT)
            .allow(PLACED, PoolAct.RETURN, WAITING)
            .allow(PLACED, PoolAct.LEAVE, LEFT)
            .allow(LEFT, PoolAct.ENTER_AGAIN, WAITING);
}
