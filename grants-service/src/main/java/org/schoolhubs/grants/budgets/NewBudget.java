package org.schoolhubs.grants.budgets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.MoneyAmount;
import org.schoolhubs.grants.ValidFinancialYear;

/** A budget to be made. */
@Schema(examples = """
        {"programme": "behaviour-hubs", "financialYear": "2029/30", "amount": {"pence": 200000000, "currency": "GBP"}}""")
record NewBudget(
        @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String programme,
        @NotNull @ValidFinancialYear @Schema(examples = "2029/30") String financialYear,
        @NotNull @Valid MoneyAmount amount) {
}
