package org.schoolhubs.hubs.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;

/**
 * An accepted application of a school, with the facts that it was accepted on.
 *
 * @param selectionRank rank on a selection list, or null
 */
public record AcceptedSchool(UUID applicationId, String programme, String pathway, String cohort, LocalDate cohortStartsOn, LocalDate cohortEndsOn,
        Instant submittedAt, LocalDate acceptedOn, Integer selectionRank, Partner partner) {
    /** @throws NullPointerException saying what is missing, for the dead letters */
    public AcceptedSchool {
        Objects.requireNonNull(applicationId, "The acceptance names no application");
        Objects.requireNonNull(partner, "The acceptance has no partner school");
    }

    /**
     * The school as it was then.
     *
     * @param easting  metres on the British National Grid, or null
     * @param northing metres on the British National Grid, or null
     */
    public record Partner(String urn, String name, String laCode, String trustUid, Phase phase, Provision provision, String region, Integer easting,
            Integer northing) {
    }
}
