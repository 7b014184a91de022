package org.schoolhubs.support.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan in a list. */
@Schema(description = "A support plan in a list; its activities are in the plan itself.")
record PlanSummary(
        UUID id,
        @Schema(description = "Counts changes; the ETag of the plan.", examples = "3") long version,
        UUID applicationId,
        @Schema(examples = "100049") String urn,
        @Schema(examples = "Haverstock School") String schoolName,
        UUID hubId,
        @Schema(examples = "North London hub") String hubName,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(examples = "2025-11") String cohort,
        @Schema(examples = "ACTIVE") PlanState state,
        @Schema(examples = "2025-11-21") LocalDate startsOn,
        @Schema(examples = "2026-11-20") LocalDate endsOn,
        @Schema(nullable = true, examples = "2026-11-20") LocalDate completedOn,
        @Schema(nullable = true, examples = "2026-03-01") LocalDate stoppedOn,
        @Schema(examples = "17") int activitiesTotal,
        @Schema(description = "Completed or waived.", examples = "5") int activitiesSettled,
        @Schema(description = "What still stands between the plan and its completion.", examples = "10") int mandatoryOpen,
        Instant changedAt) {

    static PlanSummary of(SupportPlan plan) {
        var membership = plan.membership();
        return new PlanSummary(plan.id(), plan.version(), membership.applicationId(), membership.urn(), membership.schoolName(), membership.hubId(),
                membership.hubName(), membership.programme(), membership.pathway(), membership.cohort(), plan.state(), plan.startsOn(), plan.endsOn(),
                plan.completedOn(), plan.stoppedOn(), plan.activitiesTotal(), plan.activitiesSettled(), plan.mandatoryOpen(), plan.changedAt());
    }
}
