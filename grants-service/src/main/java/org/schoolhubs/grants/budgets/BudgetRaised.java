package org.schoolhubs.grants.budgets;

import org.schoolhubs.kernel.FinancialYear;

/** There is more room in a budget than before. Fired within the transaction that made it. */
public record BudgetRaised(String programme, FinancialYear year) {
}
