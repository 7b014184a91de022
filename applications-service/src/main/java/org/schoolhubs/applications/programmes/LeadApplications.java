package org.schoolhubs.applications.programmes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms.LeadWindow;

/** When schools and trusts may apply to lead a hub. */
@Schema(description = "When schools and trusts may apply to lead a hub.")
public record LeadApplications(
        @Schema(examples = "2025-09-01T00:00:00Z") @NotNull Instant opensAt,
        @Schema(examples = "2030-08-31T22:59:59Z") @NotNull Instant closesAt,
        @Schema(description = "How many senior leaders are named.", examples = "3") @NotNull @Min(1) @Max(3) Integer leadersRequired) {

    static LeadApplications of(LeadWindow window) {
        return window == null ? null : new LeadApplications(window.opensAt(), window.closesAt(), window.leadersRequired());
    }

    LeadWindow window() {
        return new LeadWindow(opensAt.truncatedTo(ChronoUnit.MICROS), closesAt.truncatedTo(ChronoUnit.MICROS), leadersRequired);
    }
}
