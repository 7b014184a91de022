package org.schoolhubs.applications.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.CohortTerms;

/** Request for a cohort of a programme. */
@Schema(description = "A cohort to be opened for a programme.")
public record NewCohort(
        @Schema(description = "Unique within the programme; lower case, digits and hyphens.", examples = "2025-11")
        @NotNull @Size(max = 40) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "Use lower-case letters, digits and single hyphens.") String code,
        @Schema(description = "Name for people.", examples = "November 2025") @NotBlank @Size(max = 120) String name,
        @Schema(description = "First day of support, Europe/London. May lie in the past while the window is open: late joiners.", examples = "2025-11-21")
        @NotNull LocalDate startsOn,
        @Schema(description = "When applications may first be submitted.", examples = "2025-10-01T00:00:00Z") @NotNull Instant windowOpensAt,
        @Schema(description = "When they may no longer be.", examples = "2026-12-31T23:59:59Z") @NotNull Instant windowClosesAt,
        @Schema(description = "Pathways of the programme that the cohort offers.") @NotEmpty @Size(max = 20) List<@NotNull @Valid OfferedPathway> pathways,
        @Schema(description = "Why: kept with the first version, not in events. Name no people.", examples = "Agreed with the Department on 12 January", nullable = true)
        @Size(min = 1, max = 500) String reason) {

    CohortTerms terms() {
        return terms(name, startsOn, windowOpensAt, windowClosesAt, pathways);
    }

    static CohortTerms terms(String name, LocalDate startsOn, Instant windowOpensAt, Instant windowClosesAt, List<OfferedPathway> pathways) {
        return new CohortTerms(name, startsOn, windowOpensAt.truncatedTo(ChronoUnit.MICROS), windowClosesAt.truncatedTo(ChronoUnit.MICROS),
                pathways.stream().map(one -> new CohortTerms.OfferedPathway(one.code(), one.places())).toList());
    }

    /** A pathway that the cohort offers. */
    @Schema(description = "A pathway that the cohort offers.")
    public record OfferedPathway(
            @Schema(description = "Code of a pathway of the programme.", examples = "core") @NotBlank @Size(max = 60) String code,
            @Schema(description = "Places of this pathway in this cohort; null for no limit of its own.", examples = "120")
            @Min(1) @Max(100_000) Integer places) {
    }
}
