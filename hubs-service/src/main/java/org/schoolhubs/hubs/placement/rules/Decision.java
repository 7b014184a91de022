package org.schoolhubs.hubs.placement.rules;

import java.util.Set;

/** What the rules of placement answer. */
public sealed interface Decision {
    /**
     * There is a hub for the school.
     *
     * @param explanation which, and why
     */
    record Chosen(Explanation explanation) implements Decision {
    }

    /**
     * No hub fits that has a place: the school stays in the pool.
     *
     * @param fittingButFull how many hubs would fit and are full
     * @param considered     how many hubs were looked at
     */
    record NoPlace(int fittingButFull, int considered) implements Decision {
    }

    /**
     * Hubs with a place would fit, but neither distance nor region says which is near: a person must choose.
     *
     * @param fitting how many hubs there are to choose from
     */
    record PersonNeeded(int fitting) implements Decision {
    }

    /**
     * The hub that the programme team asked for cannot take the school, whatever the reason.
     *
     * @param obstacles what stands against it and cannot be overridden
     */
    record NotPossible(Set<Obstacle> obstacles) implements Decision {
    }
}
