package org.schoolhubs.applications.programmes.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.schoolhubs.applications.programmes.ProgrammeState;

/**
 * How things stand with what is to be changed, at the moment of the change.
 *
 * @param windowOpen whether its application window (of the cohort; of any cohort or for leads, where the programme is to be changed) is open now
 * @param leadWindowOpen whether one may apply to lead a hub now
 * @param today      Europe/London
 * @param pathways   by code; a pathway that is not there is not used
 */
public record Situation(ProgrammeState state, boolean windowOpen, boolean leadWindowOpen, long leadsLive, Instant now, LocalDate today,
                        Map<String, Use> pathways) {
    private static final Use UNUSED = new Use(0, 0, 0, false, false);

    /**
     * What a pathway is used for.
     *
     * @param applications all that were ever begun
     * @param live         those that have not ended, drafts included
     * @param accepted     those that were accepted and have not been withdrawn
     * @param offered      whether a cohort offers it
     * @param running      whether a cohort that offers it has begun and not ended
     */
    public record Use(long applications, long live, long accepted, boolean offered, boolean running) {
    }

    /** Open is what takes applications now, or has some that live: changing it needs a second person. */
    public boolean open() {
        return state != ProgrammeState.DRAFT && (state == ProgrammeState.PUBLISHED && (windowOpen || leadWindowOpen) || live() > 0);
    }

    Use use(String pathway) {
        return pathways.getOrDefault(pathway, UNUSED);
    }

    long live() {
        return leadsLive + pathways.values().stream().mapToLong(Use::live).sum();
    }
}
