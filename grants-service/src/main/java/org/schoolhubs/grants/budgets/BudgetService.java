package org.schoolhubs.grants.budgets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/**
 * Use cases of budgets. Every one that changes the room in a budget locks it first; a caller that also locks an award locks the award before.
 */
@ApplicationScoped
public class BudgetService {
    private final BudgetRepository budgets;
    private final Journal journal;
    private final Clock clock;
    private final EntityManager entities;
    private final Event<BudgetRaised> raised;

    BudgetService(BudgetRepository budgets, Journal journal, Clock clock, EntityManager entities, Event<BudgetRaised> raised) {
        this.budgets = budgets;
        this.journal = journal;
        this.clock = clock;
        this.entities = entities;
        this.raised = raised;
    }

    /** Keeps others from asking this budget for room until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(String programme, FinancialYear year) {
        budgets.lock(programme, year);
    }

    /**
     * Commits an amount, in one statement, so that the budget is never exceeded.
     *
     * @return false if there is no room, or no budget; then nothing was changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean commit(String programme, FinancialYear year, Money amount) {
        budgets.lock(programme, year);
        return budgets.commit(programme, year, amount);
    }

    /** Undoes a commitment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void free(String programme, FinancialYear year, Money amount) {
        budgets.lock(programme, year);
        requireDone(budgets.free(programme, year, amount), programme, year);
        raised.fire(new BudgetRaised(programme, year));
    }

    /** Turns a commitment into a payment; the room stays the same. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void pay(String programme, FinancialYear year, Money amount) {
        requireDone(budgets.pay(programme, year, amount), programme, year);
    }

    @Transactional
    Page<BudgetView> list(String programme, FinancialYear year, PageRequest page) {
        return ListQuery.of(entities, Budget.class).filter("e.programme = :programme", "programme", programme)
                .filter("e.financialYear = :year", "year", year).fetch(page, BudgetView::of);
    }

    @Transactional
    BudgetView get(UUID id) {
        return BudgetView.of(required(id));
    }

    @Transactional
    BudgetView create(NewBudget request) {
        FinancialYear year = FinancialYear.parse(request.financialYear());
        budgets.lock(request.programme(), year);
        if (budgets.exists(request.programme(), year)) {
            throw Problem.of(GrantError.BUDGET_EXISTS, "Change the budget of %s for %s instead: PUT /v1/budgets/{id}.".formatted(request.programme(), year));
        }
        Budget budget = new Budget(request.programme(), year, request.amount().toMoney(), clock.instant());
        budgets.persist(budget);
        journal.append(Entry.of(budget, "Budget").event("BudgetCreated").changed("amount"));
        raised.fire(new BudgetRaised(budget.programme(), year));
        return latest(budget);
    }

    @Transactional
    BudgetView change(UUID id, Precondition precondition, Money amount) {
        Budget budget = required(id);
        budgets.lock(budget.programme(), budget.financialYear());
        entities.refresh(budget, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        precondition.check(budget);
        boolean more = budget.change(amount);
        journal.append(Entry.of(budget, "Budget").event("BudgetChanged").changed("amount"));
        if (more) {
            raised.fire(new BudgetRaised(budget.programme(), budget.financialYear()));
        }
        return latest(budget);
    }

    /** Awards that were waiting may have taken their part by now. */
    private BudgetView latest(Budget budget) {
        entities.flush();
        entities.refresh(budget);
        return BudgetView.of(budget);
    }

    private Budget required(UUID id) {
        return budgets.findByIdOptional(id).orElseThrow(() -> Problem.notFound("budget", id));
    }

    private static void requireDone(boolean done, String programme, FinancialYear year) {
        if (!done) {
            throw new IllegalStateException("The budget of %s for %s has no such commitment".formatted(programme, year));
        }
    }
}
