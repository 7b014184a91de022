package org.schoolhubs.grants.payments.rules;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** The life of a payment run: released at most once, never cancelled after it. */
public final class RunLifecycle {
    public static final TransitionTable<RunState, RunAct> TABLE = TransitionTable.<RunState, RunAct>of(RunState.class, RunAct.class)
            .allow(RunState.PREPARED, RunAct.APPROVE, RunState.APPROVED)
            .allow(RunState.PREPARED, RunAct.CANCEL, RunState.CANCELLED)
            .allow(RunState.APPROVED, RunAct.RELEASE, RunState.RELEASED)
            .allow(RunState.APPROVED, RunAct.CANCEL, RunState.CANCELLED)
            .allow(RunState.RELEASED, RunAct.RECORD_RESULTS, RunState.COMPLETED);

    private RunLifecycle() {
    }
}
