package org.schoolhubs.applications.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.eligibility.rules.Outcome;

/** A line of the list. */
@Schema(description = "An application in a list.")
public record ApplicationSummary(
        UUID id,
        ApplicationKind kind,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(description = "Not there for those who want to lead.", examples = "core", nullable = true) String pathway,
        @Schema(examples = "2025-11", nullable = true) String cohort,
        @Schema(description = "The school; not there where a trust applies.", examples = "100049", nullable = true) String urn,
        @Schema(examples = "Ashdown Park School", nullable = true) String schoolName,
        @Schema(description = "The trust, where one applies.", examples = "2854", nullable = true) String trustUid,
        @Schema(examples = "Camden Schools Trust", nullable = true) String trustName,
        ApplicationState state,
        @Schema(nullable = true) Instant submittedAt,
        @Schema(nullable = true) Outcome eligibility,
        @Schema(nullable = true) LocalDate acceptedOn,
        @Schema(nullable = true) LocalDate endedOn,
        @Schema(description = "State of its reconsideration, where one was asked for.", nullable = true) ReconsiderationState reconsideration,
        @Schema(description = "Who of the programme team looks after it; shown to those who oversee the programmes.", nullable = true) String assignee,
        Instant changedAt,
        long version) {

    static ApplicationSummary of(Application application, boolean overseer) {
        return new ApplicationSummary(application.id(), application.kind(), application.programme(), application.pathway(), application.cohort(),
                application.urn(), application.schoolName(), application.trustUid(), application.trustName(), application.state(), application.submittedAt(),
                application.eligibility(), application.acceptedOn(), application.endedOn(), application.reconsideration(),
                overseer ? application.assignee() : null, application.changedAt(), application.version());
    }
}
