package org.schoolhubs.support.plans;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.lifecycle.TransitionTable;

/** An active membership whose plan cannot be opened yet. The programme team has a task for it; it is tried again by itself. */
@Entity
@Table(name = "awaited_plan")
class AwaitedPlan extends Aggregate {
    static final String TYPE = "AwaitedPlan";

    /** States of an awaited plan. */
    enum State {
        AWAITED, OPENED, DROPPED
    }

    /** What ends the waiting: the plan could be opened, or the school withdrew. */
    enum Act {
        OPEN, DROP
    }

    /** Why there is no plan yet. */
    enum Reason {
        TEMPLATE_MISSING("plan-template-missing", "This pathway has no plan template yet. Ship one, or agree with the hub how the school is supported meanwhile."),
        NO_SCHOOL_DAY("plan-outside-term-time", "The cohort's dates have no school day in them. Correct the cohort or the term calendar.");

        private final String taskKind;
        private final String advice;

        Reason(String taskKind, String advice) {
            this.taskKind = taskKind;
            this.advice = advice;
        }

        /** Kind of the programme team's task, and its reason code. */
        String taskKind() {
            return taskKind;
        }

        String advice() {
            return advice;
        }
    }

    static final TransitionTable<State, Act> LIFECYCLE = TransitionTable.<State, Act>of(State.class, Act.class)
            .allow(State.AWAITED, Act.OPEN, State.OPENED)
            .allow(State.AWAITED, Act.DROP, State.DROPPED);

    @Embedded
    private Membership membership;
    @Enumerated(EnumType.STRING)
    private State state;
    @Enumerated(EnumType.STRING)
    private Reason reason;

    /** For JPA. */
    protected AwaitedPlan() {
    }

    AwaitedPlan(Membership membership, Reason reason, Instant now) {
        super(now);
        this.membership = membership;
        this.reason = reason;
        this.state = State.AWAITED;
    }

    /** @throws org.schoolhubs.kit.problem.Problem 409 unless it is awaited */
    void end(Act act) {
        state = LIFECYCLE.require(state, act);
    }

    /**
     * Another hub or a successor school took over the membership meanwhile.
     *
     * @return whether anything is different
     */
    boolean follow(Membership successor) {
        var followed = successor.withDatesOf(membership);
        boolean different = !followed.equals(membership);
        membership = followed;
        return different;
    }

    boolean isAwaited() {
        return state == State.AWAITED;
    }

    Membership membership() {
        return membership;
    }

    State state() {
        return state;
    }

    Reason reason() {
        return reason;
    }
}
