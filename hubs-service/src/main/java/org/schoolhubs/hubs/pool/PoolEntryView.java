package org.schoolhubs.hubs.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kit.web.Versioned;

@Schema(name = "PoolEntry", description = "An accepted school: waiting for a hub, placed, or left.")
record PoolEntryView(
        UUID id,
        @Schema(examples = "0") long version,
        @Schema(description = "The accepted application") UUID applicationId,
        PoolState state,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(examples = "2025-11") String cohort,
        LocalDate cohortStartsOn,
        Instant submittedAt,
        LocalDate acceptedOn,
        @Schema(description = "Rank on a selection list, or null") Integer selectionRank,
        SchoolView school,
        @Schema(description = "Hubs whose lead refused the school; not proposed again") Set<UUID> refusedByHubs) implements Versioned {

    @Schema(name = "PooledSchool", description = "The school as it was when accepted.")
    record SchoolView(
            @Schema(examples = "100049") String urn,
            @Schema(examples = "Northgate School") String name,
            @Schema(examples = "202") String laCode,
            @Schema(description = "UID of its trust, or null", examples = "2854") String trustUid,
            Phase phase,
            Provision provision,
            @Schema(description = "GOR code, or null", examples = "H") String region,
            @Schema(description = "Metres on the British National Grid, or null", examples = "528159") Integer easting,
            @Schema(description = "Metres on the British National Grid, or null", examples = "184498") Integer northing) {
    }
}
