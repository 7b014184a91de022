package org.schoolhubs.support.plans;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The plan is complete.
 *
 * @param completedOn the effective date: not in the future, not before the last completed activity
 */
@Schema(description = "The plan is complete.")
record PlanCompletion(
        @NotNull @Schema(description = "Effective date; not in the future, not before the last completed activity.", examples = "2026-11-20")
        LocalDate completedOn) {}
