package org.schoolhubs.support.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.support.templates.ActivityKind;

/** An activity of a plan, as its readers see it. */
@Schema(description = "An activity of a plan and what became of it.")
record ActivityView(
        UUID id,
        @Schema(examples = "behaviour-audit") String code,
        @Schema(examples = "AUDIT") ActivityKind kind,
        @Schema(examples = "Behaviour audit") String title,
        @Schema(examples = "The school finds out what works well in its behaviour culture and what does not.") String description,
        @Schema(description = "The plan cannot be completed while a mandatory activity is open.", examples = "true") boolean mandatory,
        @Schema(description = "Completing it needs a link or a note.", examples = "true") boolean evidenceRequired,
        @Schema(description = "Which evidence.", nullable = true, examples = "A link to the audit, or a note of its main findings.") String evidenceWanted,
        @Schema(description = "A school day by the school's term calendar.", examples = "2026-02-13") LocalDate dueOn,
        @Schema(examples = "OPEN") ActivityState state,
        @Schema(description = "Open, past its due date, and the plan is active.", examples = "false") boolean overdue,
        @Schema(nullable = true, examples = "2026-02-11") LocalDate completedOn,
        @Schema(nullable = true) Evidence evidence,
        @Schema(description = "Days spent, in steps of 0.5.", nullable = true, examples = "1.5") BigDecimal days,
        @Schema(nullable = true) ActivityWaiver waiver) {

    static ActivityView of(PlanActivity activity, LocalDate today) {
        return new ActivityView(activity.id(), activity.code(), activity.kind(), activity.title(), activity.description(), activity.isMandatory(),
                activity.isEvidenceRequired(), activity.evidenceWanted(), activity.dueOn(), activity.state(), activity.isOverdue(today),
                activity.completedOn(), activity.evidence(), HalfDays.days(activity.halfDays()), activity.waiver());
    }
}
