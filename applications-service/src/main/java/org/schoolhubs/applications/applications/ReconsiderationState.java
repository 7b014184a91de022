package org.schoolhubs.applications.applications;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where the reconsideration of a refusal stands. The refusal holds until it is overturned. */
public enum ReconsiderationState {
    /** The applicant asked for it; another person than those who decided is to decide. */
    ASKED,
    /** The refusal stays. */
    UPHELD,
    /** The application is accepted after all. */
    OVERTURNED;

    /** What a reconsideration comes to. */
    enum Act { UPHOLD, OVERTURN }

    static final TransitionTable<ReconsiderationState, Act> LIFECYCLE = TransitionTable.of(ReconsiderationState.class, Act.class)
            .allow(ASKED, Act.UPHOLD, UPHELD)
            .allow(ASKED, Act.OVERTURN, OVERTURNED);

    /** The act that a final decision on it is. */
    static Act by(DecisionOutcome outcome) {
        return outcome == DecisionOutcome.ACCEPT ? Act.OVERTURN : Act.UPHOLD;
    }
}
