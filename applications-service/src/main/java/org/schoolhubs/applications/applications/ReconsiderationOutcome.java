package org.schoolhubs.applications.applications;

/** What a reconsideration comes to, as its decider says it. */
public enum ReconsiderationOutcome {
    /** The refusal stays. */
    UPHELD(DecisionOutcome.DECLINE),
    /** The application is accepted after all. */
    OVERTURNED(DecisionOutcome.ACCEPT);

    private final DecisionOutcome decision;

    ReconsiderationOutcome(DecisionOutcome decision) {
        this.decision = decision;
    }

    DecisionOutcome decision() {
        return decision;
    }
}
