package org.schoolhubs.support.plans;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The plan goes on from today.
 *
 * @param reasonCode why
 */
@Schema(description = "The plan goes on from today.")
record PlanResumption(@NotNull @Schema(examples = "READY_TO_CONTINUE") ResumptionReason reasonCode) {}
