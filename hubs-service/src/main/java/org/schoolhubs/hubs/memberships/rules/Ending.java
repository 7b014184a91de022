package org.schoolhubs.hubs.memberships.rules;

import java.time.LocalDate;

/**
 * How a membership ended. Completion and withdrawal are facts with a day each, which may become known in either order; the earlier day decides, and on the same
 * day the completion stands, for what was done that day was done. So the answer never depends on which message came first.
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
        boolean completed = completedOn != null && (withdrawnOn == null || !completedOn.isAfter(withdrawnOn));
        return completed ? COMPLETED : WITHDRAWN;
    }
}
