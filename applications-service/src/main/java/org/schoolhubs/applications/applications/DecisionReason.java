package org.schoolhubs.applications.applications;

import java.util.EnumSet;
import java.util.Set;

/** Structured reasons of decisions; each fits one outcome or both. */
public enum DecisionReason {
    /** The criteria are met. */
    MEETS_CRITERIA(DecisionOutcome.ACCEPT),
    /** A person looked at the evidence that the rules could not judge, and it speaks for the school. */
    EVIDENCE_SUPPORTS(DecisionOutcome.ACCEPT),
    /** The criteria are not met. */
    CRITERIA_NOT_MET(DecisionOutcome.DECLINE),
    /** A person looked at the evidence that the rules could not judge, and it does not speak for the school. */
    EVIDENCE_INSUFFICIENT(DecisionOutcome.DECLINE),
    /** All places are taken. */
    NO_CAPACITY(DecisionOutcome.DECLINE),
    /** Other support suits the school better at this time. */
    OTHER_SUPPORT_FITS_BETTER(DecisionOutcome.DECLINE),
    /** The rules found it eligible and the pathway accepts eligible applicants by itself: never given by a person. */
    AUTOMATIC(DecisionOutcome.ACCEPT),
    /** Something else: its text is mandatory. */
    OTHER(DecisionOutcome.ACCEPT, DecisionOutcome.DECLINE);

    private final Set<DecisionOutcome> outcomes;

    DecisionReason(DecisionOutcome first, DecisionOutcome... further) {
        this.outcomes = EnumSet.of(first, further);
    }

    /** Whether a person may give it for that outcome. */
    boolean fits(DecisionOutcome outcome) {
        return this != AUTOMATIC && outcomes.contains(outcome);
    }
}
