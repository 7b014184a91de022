package org.schoolhubs.applications.programmes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.lifecycle.TransitionTable;

/** The life of a change of the catalogue. */
final class ChangeLifecycle {
    /** How a change stands. */
    @Schema(name = "ProgrammeChangeState")
    enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** Has been made; new terms may be in force from a later day. */
        APPLIED,
        /** Refused by another person. */
        REJECTED,
        /** Taken back by whoever proposed it. */
        WITHDRAWN
    }

    /** What is done to a change. */
    enum Act { APPROVE, REJECT, WITHDRAW }

    static final TransitionTable<State, Act> TABLE = TransitionTable.<State, Act>of(State.class, Act.class)
            .allow(State.PROPOSED, Act.APPROVE, State.APPLIED)
            .allow(State.PROPOSED, Act.REJECT, State.REJECTED)
            .allow(State.PROPOSED, Act.WITHDRAW, State.WITHDRAWN);

    private ChangeLifecycle() {
    }
}
