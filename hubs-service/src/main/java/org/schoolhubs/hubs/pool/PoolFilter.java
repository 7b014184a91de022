package org.schoolhubs.hubs.pool;

import java.util.UUID;

/** What the list of the pool can be narrowed by. */
record PoolFilter(String stateName, String programme, String pathway, String cohort, UUID applicationId) {
    PoolState state() {
        return stateName == null ? null : PoolState.valueOf(stateName);
    }
}
