package org.schoolhubs.grants;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kernel.Money;

/**
 * An amount in a request.
 *
 * @param pence    whole pence, from 0 to £10 billion
 * @param currency {@code GBP}
 */
@Schema(description = "An amount in whole pence.")
public record MoneyAmount(
        @NotNull @PositiveOrZero @Max(1_000_000_000_000L) @Schema(examples = "480000") Long pence,
        @NotNull @Pattern(regexp = "GBP") @Schema(examples = "GBP") String currency) {
    public Money toMoney() {
        return Money.ofPence(pence);
    }
}
