package org.schoolhubs.support.plans;

import static org.schoolhubs.support.plans.PlanLifecycle.Act.COMPLETE;
import static org.schoolhubs.support.plans.PlanLifecycle.Act.PAUSE;
import static org.schoolhubs.support.plans.PlanLifecycle.Act.RESUME;
import static org.schoolhubs.support.plans.PlanLifecycle.Act.SETTLE;
import static org.schoolhubs.support.plans.PlanLifecycle.Act.WITHDRAW;
import static org.schoolhubs.support.plans.PlanState.ACTIVE;
import static org.schoolhubs.support.plans.PlanState.COMPLETED;
import static org.schoolhubs.support.plans.PlanState.PAUSED;
import static org.schoolhubs.support.plans.PlanState.STOPPED;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/**
 * The life of a plan. The two ways between COMPLETED and STOPPED are open only by effective date: a withdrawal stops a completed plan if it took
 * effect no later than the completion, and a stopped plan is completed only with a day before the withdrawal.
 */
final class PlanLifecycle {

    /** What can be done to a plan; SETTLE is completing or waiving one of its activities. */
    enum Act {
        SETTLE, PAUSE, RESUME, COMPLETE, WITHDRAW
    }

    static final TransitionTable<PlanState, Act> TABLE = TransitionTable.<PlanState, Act>of(PlanState.class, Act.class)
            .allow(ACTIVE, SETTLE, ACTIVE)
            .allow(ACTIVE, PAUSE, PAUSED)
            .allow(ACTIVE, COMPLETE, COMPLETED)
            .allow(ACTIVE, WITHDRAW, STOPPED)
            .allow(PAUSED, RESUME, ACTIVE)
            .allow(PAUSED, WITHDRAW, STOPPED)
            .allow(COMPLETED, WITHDRAW, STOPPED)
            .allow(STOPPED, COMPLETE, COMPLETED);

    private PlanLifecycle() {
    }
}
