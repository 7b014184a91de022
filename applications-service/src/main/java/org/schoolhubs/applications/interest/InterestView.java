package org.schoolhubs.applications.interest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** An expression of interest as its reader sees it. */
@Schema(name = "ExpressionOfInterest", description = "Interest of a school or trust in the next cohort of a pathway.")
record InterestView(
        UUID id,
        @Schema(description = "The programme that it waits for.", examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(description = "The school; not there where a trust asks.", examples = "100049", nullable = true) String urn,
        @Schema(description = "The trust, where one asks.", examples = "2854", nullable = true) String trustUid,
        @Schema(description = "Name in the register when it was left, or when it came to this school.", examples = "Ashdown Park School") String name,
        InterestState state,
        @Schema(description = "The school that left it: another one where it followed its school to the successor.", examples = "100049", nullable = true)
        String firstUrn,
        @Schema(description = "The programme that it was left for.", examples = "behaviour-hubs") String firstProgramme,
        @Schema(description = "The pathway that it was left for.", examples = "core") String firstPathway,
        @Schema(description = "The programme that replaces the one it waits for, while it is on offer.", examples = "behaviour-and-attendance-hubs", nullable = true)
        String offeredProgramme,
        @Schema(description = "The cohort whose window opened.", examples = "2026-04", nullable = true) String cohort,
        @Schema(description = "The application that it became.", nullable = true) UUID applicationId,
        @Schema(description = "What you may do now and, for what you may not, why; not in lists.", nullable = true) List<Action> actions,
        Instant createdAt,
        Instant changedAt,
        @Schema(description = "Counts its changes; the ETag.", examples = "0") long version) implements Versioned {

    static InterestView of(ExpressionOfInterest one, List<Action> actions) {
        return new InterestView(one.id(), one.programme(), one.pathway(), one.urn(), one.trustUid(), one.name(), one.state(), one.firstUrn(),
                one.firstProgramme(), one.firstPathway(), one.offeredProgramme(), one.cohort(), one.applicationId(), actions, one.createdAt(), one.changedAt(), one.version());
    }
}
