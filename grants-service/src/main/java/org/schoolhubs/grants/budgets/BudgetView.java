package org.schoolhubs.grants.budgets;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.web.Versioned;

/** A budget as it is shown. */
@Schema(name = "Budget", description = "What a programme may pay in a financial year, and what of it is used.")
record BudgetView(
        UUID id,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(description = "April to March, the year in which payment is expected", examples = "2026/27") String financialYear,
        Money amount,
        @Schema(description = "Promised to awards and not yet paid") Money committed,
        @Schema(description = "Paid, confirmed by the bank") Money paid,
        @Schema(description = "What can still be promised") Money available,
        @Schema(description = "Whether it is an example that was shipped with the system") boolean illustrative,
        long version) implements Versioned {
    static BudgetView of(Budget budget) {
        return new BudgetView(budget.id(), budget.programme(), budget.financialYear().toString(), budget.amount(), budget.committed(), budget.paid(),
                budget.available(), budget.illustrative(), budget.version());
    }
}
