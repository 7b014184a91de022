package org.schoolhubs.grants.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import org.schoolhubs.grants.awards.rules.AwardAct;
import org.schoolhubs.grants.budgets.BudgetRaised;
import org.schoolhubs.grants.budgets.BudgetService;
import org.schoolhubs.grants.ledger.LedgerService;
import org.schoolhubs.grants.ledger.rules.Movement;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;

/**
 * The queue for budget, and what an award's acts do to budget and ledger. Strictly first come, first served by day of acceptance: a small award never overtakes
 * a large one that waits.
 */
@ApplicationScoped
class AwardMoney {
    private static final String WAITING = "award-waiting-for-budget";
    private static final String OFFER = "award-offer";

    private final AwardRepository awards;
    private final AwardJournal journal;
    private final BudgetService budgets;
    private final LedgerService ledger;
    private final Tasks tasks;

    AwardMoney(AwardRepository awards, AwardJournal journal, BudgetService budgets, LedgerService ledger, Tasks tasks) {
        this.awards = awards;
        this.journal = journal;
        this.budgets = budgets;
        this.ledger = ledger;
        this.tasks = tasks;
    }

    /** Commits budget to an award that is in no queue yet, or lets it wait, visibly. */
    void queue(Award award, String reasonCode) {
        budgets.lock(award.programme(), award.financialYear());
        if (awards.anyOtherWaiting(award) || !reserve(award, reasonCode)) {
            tasks.open(Task.of(WAITING, "Award", award.id(), award.applicationId(), "no-budget",
                    "The budget of %s for %s cannot carry this award: raise it, or tell the school before it starts.".formatted(
                            award.programme(), award.financialYear()), Roles.PROGRAMME_TEAM));
            journal.tell(award, reasonCode);
        }
    }

    /** Reserves those that wait, in their order, until one does not fit. */
    void promote(@Observes BudgetRaised raised) {
        budgets.lock(raised.programme(), raised.year());
        for (Award award : awards.lockedQueue(raised.programme(), raised.year())) {
            if (!reserve(award, "budget-available")) {
                return;
            }
        }
    }

    private boolean reserve(Award award, String reasonCode) {
        if (!budgets.commit(award.programme(), award.financialYear(), award.amount())) {
            return false;
        }
        award.reserve();
        ledger.post(Movement.COMMITTED, award.money(), award.amount());
        tasks.settle(WAITING, "Award", award.id());
        if (award.can(AwardAct.OFFER)) {
            tasks.open(Task.of(OFFER, "Award", award.id(), award.applicationId(), "reserved", "Offer the grant with its conditions and permitted use.",
                    Roles.PROGRAMME_TEAM));
        }
        journal.tell(award, reasonCode);
        return true;
    }

    void offered(Award award) {
        tasks.settle(OFFER, "Award", award.id());
    }

    /** Ends an award that is not paid; what was committed to it is free for others. */
    void cancel(Award award, LocalDate effectiveOn, String reasonCode) {
        boolean committed = award.state().isCommitted();
        award.cancel(reasonCode);
        tasks.settle(WAITING, "Award", award.id());
        tasks.settle(OFFER, "Award", award.id());
        journal.tell(award, effectiveOn, reasonCode);
        if (committed) {
            ledger.post(Movement.CANCELLED, award.money(), award.amount());
            budgets.free(award.programme(), award.financialYear(), award.amount());
        }
    }
}
