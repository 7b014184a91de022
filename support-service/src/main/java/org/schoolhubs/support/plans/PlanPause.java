package org.schoolhubs.support.plans;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The plan rests from today.
 *
 * @param reasonCode why
 */
@Schema(description = "The plan rests from today.")
record PlanPause(@NotNull @Schema(examples = "SCHOOL_CIRCUMSTANCES") PauseReason reasonCode) {}
