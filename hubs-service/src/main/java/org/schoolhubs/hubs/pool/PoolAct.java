package org.schoolhubs.hubs.pool;

/** What happens to a school in the pool. */
enum PoolAct {
    PLACE,
    RETURN,
    LEAVE,
    /** Accepted anew, after its first acceptance had been amended. */
    ENTER_AGAIN
}
