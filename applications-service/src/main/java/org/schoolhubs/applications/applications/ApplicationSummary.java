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
        @Schema(examples = "core") String pathway,
        @Schema(examples = "2025-11") String cohort,
        @Schema(examples = "100049") String urn,
        @Schema(examples = "Ashdown Park School") String schoolName,
        ApplicationState state,
        @Schema(nullable = true) Instant submittedAt,
        @Schema(nullable = true) Outcome eligibility,
        @Schema(nullable = true) LocalDate acceptedOn,
        @Schema(nullable = true) LocalDate endedOn,
        Instant changedAt,
        long version) {

    static ApplicationSummary of(Application application) {
        return new ApplicationSummary(application.id(), application.kind(), application.programme(), application.pathway(), application.cohort(),
                application.urn(), application.schoolName(), application.state(), application.submittedAt(), application.eligibility(),
                application.acceptedOn(), application.endedOn(), application.changedAt(), application.version());
    }
}
