package org.schoolhubs.support.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An activity was done.
 *
 * @param completedOn the day, not in the future and not before the plan's first day
 * @param evidence    required where the template says so
 * @param days        time spent, in steps of half a day; required for a record of time
 */
@Schema(description = "An activity was done.")
record ActivityCompletion(
        @NotNull @Schema(description = "The day it was done; not in the future, not before the plan's first day.", examples = "2026-02-11") LocalDate completedOn,
        @Valid @Schema(description = "Required where the activity says so.", nullable = true) Evidence evidence,
        @DecimalMin("0.5") @DecimalMax("100") @Schema(description = "Days the school spent on it, in steps of 0.5. Required for a record of time.",
                nullable = true, examples = "1.5") BigDecimal days) {

    /** @throws org.schoolhubs.kit.problem.Problem 400 if a link is no link or the time is not in half days */
    void check() {
        HalfDays.of(days);
        if (evidence != null) {
            evidence.check();
        }
    }
}
