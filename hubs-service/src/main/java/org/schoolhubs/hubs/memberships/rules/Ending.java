package org.schoolhubs.hubs.memberships.rules;

import java.time.LocalDate;

/**
 * How a membership ended. Completion and withdrawal are facts with a day each, which may become known in either order; the earlier day decides. A withdrawal
 * takes effect with its day: who is no member on that day completes nothing on it, so on the same day the withdrawal stands, here as in the services for support and
 * grants. The answer never depends on which message came first.
 */
public enum Ending {
    COMPLETED,
    WITHDRAWN;

    /**
     * Decides from what is known.
     *
     * @param completedOn day the plan was completed, or null
     * @param withdrawnOn day from which the membership is withdrawn, or null
     * @throws IllegalArgumentException if neither is known
     */
    public static Ending of(LocalDate completedOn, LocalDate withdrawnOn) {
        if (completedOn == null && withdrawnOn == null) {
            throw new IllegalArgumentException("A membership without an end has no ending.");
        }
        boolean completed = completedOn != null && (withdrawnOn == null || completedOn.isBefore(withdrawnOn));
        return completed ? COMPLETED : WITHDRAWN;
    }
}
