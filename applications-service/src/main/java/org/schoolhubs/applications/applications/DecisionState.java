package org.schoolhubs.applications.applications;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Whether a decision, or an amendment of one, holds. */
public enum DecisionState {
    /** Waits for a second person. */
    PROPOSED,
    /** Was made, and is never altered. */
    FINAL,
    /** The second person did not agree and sent it back. */
    REJECTED,
    /** The application went another way before a second person answered. */
    LAPSED;

    /** What a second person, or the course of things, does to a proposal. */
    enum Act { APPROVE, SEND_BACK, LAPSE }

    static final TransitionTable<DecisionState, Act> LIFECYCLE = TransitionTable.of(DecisionState.class, Act.class)
            .allow(PROPOSED, Act.APPROVE, FINAL)
            .allow(PROPOSED, Act.SEND_BACK, REJECTED)
            .allow(PROPOSED, Act.LAPSE, LAPSED);

    static Act answer(boolean approved) {
        return approved ? Act.APPROVE : Act.SEND_BACK;
    }
}
