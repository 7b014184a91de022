package org.schoolhubs.grants.budgets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/**
 * What a programme may pay in a financial year. {@code committed + paid} never exceeds {@code amount}: the database holds that too. What is committed and paid
 * is changed by {@link BudgetRepository}'s single statements alone, never through this object.
 */
@Entity
@Table(name = "budget")
class Budget extends Aggregate {
    private String programme;
    private FinancialYear financialYear;
    private long amountPence;
    @Column(insertable = false, updatable = false)
    private long committedPence;
    @Column(insertable = false, updatable = false)
    private long paidPence;
    private boolean illustrative;

    /** For JPA. */
    protected Budget() {
    }

    Budget(String programme, FinancialYear financialYear, Money amount, Instant now) {
        super(now);
        this.programme = programme;
        this.financialYear = financialYear;
        this.amountPence = amount.pence();
    }

    /**
     * Sets the budget anew.
     *
     * @return whether it was raised
     * @throws Problem 409 {@code budget-below-use}
     */
    boolean change(Money amount) {
        if (committed().plus(paid()).isMoreThan(amount)) {
            throw Problem.of(GrantError.BUDGET_BELOW_USE, "%s is committed and %s paid. Give at least %s.".formatted(committed(), paid(), committed().plus(paid())))
                    .at("/amount/pence", "below-use", "Give at least %d.".formatted(committed().plus(paid()).pence()));
        }
        boolean raised = amount.isMoreThan(amount());
        amountPence = amount.pence();
        illustrative = false;
        return raised;
    }

    String programme() {
        return programme;
    }

    FinancialYear financialYear() {
        return financialYear;
    }

    Money amount() {
        return Money.ofPence(amountPence);
    }

    Money committed() {
        return Money.ofPence(committedPence);
    }

    Money paid() {
        return Money.ofPence(paidPence);
    }

    Money available() {
        return amount().minus(committed()).minus(paid());
    }

    boolean illustrative() {
        return illustrative;
    }
}
