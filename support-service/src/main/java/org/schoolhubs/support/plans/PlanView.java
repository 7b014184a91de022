package org.schoolhubs.support.plans;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;
import org.schoolhubs.kit.web.Versioned;
import org.schoolhubs.support.templates.ExpectedDays;

/** A plan with its activities, and what the caller may do with it. */
@Schema(description = "A support plan with its activities in the order of their due dates.")
record PlanView(
        UUID id,
        @Schema(description = "Counts changes; the ETag.", examples = "3") long version,
        UUID applicationId,
        UUID membershipId,
        UUID hubId,
        @Schema(examples = "North London hub") String hubName,
        @Schema(examples = "100059") String leadUrn,
        @Schema(examples = "100049") String urn,
        @Schema(examples = "Haverstock School") String schoolName,
        @Schema(nullable = true, examples = "202") String laCode,
        @Schema(nullable = true, examples = "2854") String trustUid,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(examples = "2025-11") String cohort,
        TemplateReference template,
        @Schema(examples = "ACTIVE") PlanState state,
        @Schema(examples = "2025-11-21") LocalDate startsOn,
        @Schema(examples = "2026-11-20") LocalDate endsOn,
        @Schema(nullable = true, examples = "2026-11-20") LocalDate completedOn,
        @Schema(nullable = true, examples = "2026-03-01") LocalDate stoppedOn,
        @Schema(description = "Code of the reason of the withdrawal.", nullable = true) String stopReason,
        Time time,
        List<ActivityView> activities,
        List<Action> actions,
        List<NextStep> next,
        Instant createdAt,
        Instant changedAt) implements Versioned {

    /** The version of the template that the plan was opened from. */
    @Schema(description = "The version of the template that the plan was opened from.")
    record TemplateReference(@Schema(examples = "core") String code, @Schema(examples = "1") int version) {}

    /** Days recorded against the days expected. */
    @Schema(description = "The school's time so far. The expected range is for orientation; there is no ceiling.")
    record Time(@Schema(examples = "8.5") BigDecimal recordedDays, @Schema(nullable = true) ExpectedDays expectedDays) {}
}
