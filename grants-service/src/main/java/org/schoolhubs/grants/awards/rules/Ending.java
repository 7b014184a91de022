package org.schoolhubs.grants.awards.rules;

import java.time.LocalDate;

/**
 * How a membership ended, as far as the grant is concerned. Completion and withdrawal are facts with effective dates; which of them counts is decided by those
 * dates and never by which message came first. On the same day the withdrawal counts: nothing is paid that is in doubt.
 */
public enum Ending {
    /** Neither has happened. */
    OPEN,
    /** The plan was completed before any withdrawal: the grant is due. */
    COMPLETED,
    /** Withdrawn on or before the day of completion: nothing is due. */
    WITHDRAWN;

    /**
     * @param completedOn effective date of the plan's completion, null if not known
     * @param withdrawnOn effective date of the withdrawal, null if not known
     */
    public static Ending of(LocalDate completedOn, LocalDate withdrawnOn) {
        if (withdrawnOn != null && (completedOn == null || !completedOn.isBefore(withdrawnOn))) {
            return WITHDRAWN;
        }
        return completedOn == null ? OPEN : COMPLETED;
    }
}
