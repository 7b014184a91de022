package org.schoolhubs.grants.budgets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.MoneyAmount;

/** A budget's new amount. */
@Schema(examples = "{\"amount\": {\"pence\": 250000000, \"currency\": \"GBP\"}}")
record BudgetChange(@NotNull @Valid MoneyAmount amount) {
}
