package org.schoolhubs.support.plans;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An activity that is overdue, with its school and hub. */
@Schema(description = "An open activity of an active plan whose due date is past.")
record OverdueActivity(
        UUID activityId,
        UUID planId,
        UUID applicationId,
        @Schema(examples = "100049") String urn,
        @Schema(examples = "Haverstock School") String schoolName,
        UUID hubId,
        @Schema(examples = "North London hub") String hubName,
        @Schema(examples = "behaviour-audit") String code,
        @Schema(examples = "Behaviour audit") String title,
        @Schema(examples = "true") boolean mandatory,
        @Schema(examples = "2026-02-13") LocalDate dueOn,
        @Schema(description = "Calendar days since the due date.", examples = "12") long daysOverdue) {

    static OverdueActivity of(PlanActivity activity, LocalDate today) {
        var plan = activity.plan();
        var membership = plan.membership();
        return new OverdueActivity(activity.id(), plan.id(), membership.applicationId(), membership.urn(), membership.schoolName(), membership.hubId(),
                membership.hubName(), activity.code(), activity.title(), activity.isMandatory(), activity.dueOn(),
                ChronoUnit.DAYS.between(activity.dueOn(), today));
    }
}
