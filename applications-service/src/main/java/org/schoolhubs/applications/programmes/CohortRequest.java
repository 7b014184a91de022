package org.schoolhubs.applications.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.CohortTerms;

/** Request for other terms of a cohort: the whole of them. */
@Schema(description = "The terms of a cohort in place of those before.")
record CohortRequest(
        @Schema(description = "Name for people.", examples = "November 2025") @NotBlank @Size(max = 120) String name,
        @Schema(description = "First day of support, Europe/London.", examples = "2025-11-21") @NotNull LocalDate startsOn,
        @Schema(description = "When applications may first be submitted.", examples = "2025-10-01T00:00:00Z") @NotNull Instant windowOpensAt,
        @Schema(description = "When they may no longer be.", examples = "2026-12-31T23:59:59Z") @NotNull Instant windowClosesAt,
        @Schema(description = "Pathways of the programme that the cohort offers, all of them.") @NotEmpty @Size(max = 20)
        List<NewCohort.@NotNull @Valid OfferedPathway> pathways,
        @Schema(description = "Why: kept with the change, not in events. Name no people.", examples = "Two weeks more, because of the half-term holiday")
        @NotBlank @Size(max = 500) String reason) {

    CohortTerms terms() {
        return NewCohort.terms(name, startsOn, windowOpensAt, windowClosesAt, pathways);
    }
}
