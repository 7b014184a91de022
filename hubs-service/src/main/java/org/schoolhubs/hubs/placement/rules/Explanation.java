package org.schoolhubs.hubs.placement.rules;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Why a school was placed where it was, kept with the membership.
 *
 * @param basis         what decided
 * @param hubId         the chosen hub
 * @param hubName       its name
 * @param metres        its distance from the school in metres, or null where either has no coordinates
 * @param overridden    obstacles that the programme team placed the school in spite of; empty unless the basis is OVERRIDE
 * @param sentence      the choice in words
 * @param others        every other candidate, nearest first
 */
public record Explanation(Basis basis, UUID hubId, String hubName, Long metres, Set<Obstacle> overridden, String sentence,
        List<Alternative> others) {

    /** What decided. */
    public enum Basis {
        /** The nearest fitting hub with a place, by straight line on the British National Grid. */
        DISTANCE,
        /** No distance is known; a fitting hub with a place in the same region. */
        REGION,
        /** Chosen by the programme team, with a reason. */
        OVERRIDE
    }

    /**
     * A hub that was not chosen.
     *
     * @param hubId         the hub
     * @param hubName       its name
     * @param metres        its distance from the school in metres, or null where not known
     * @param metresFurther how much further than the chosen hub, in metres (negative if nearer), or null where not known
     * @param obstacles     why it could not take the school; empty if it could have
     * @param sentence      the same in words
     */
    public record Alternative(UUID hubId, String hubName, Long metres, Long metresFurther, Set<Obstacle> obstacles, String sentence) {
    }
}
