package org.schoolhubs.grants.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.grants.awards.rules.Ending;
import org.schoolhubs.grants.budgets.BudgetService;
import org.schoolhubs.grants.ledger.LedgerService;
import org.schoolhubs.grants.ledger.rules.Movement;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.time.LondonDates;

/** What payment runs do to awards, each in the run's transaction. Awards are locked in the order of their ids. */
@ApplicationScoped
public class AwardPayments {
    static final String RETURNED = "payment-returned";
    private static final String WITHDRAWN_IN_RUN = "withdrawn-in-run";

    private final AwardRepository awards;
    private final AwardMoney money;
    private final AwardJournal journal;
    private final BudgetService budgets;
    private final LedgerService ledger;
    private final Tasks tasks;
    private final Clock clock;

    AwardPayments(AwardRepository awards, AwardMoney money, AwardJournal journal, BudgetService budgets, LedgerService ledger, Tasks tasks, Clock clock) {
        this.awards = awards;
        this.money = money;
        this.journal = journal;
        this.budgets = budgets;
        this.ledger = ledger;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Locks every payable award of the programme that no other run is just taking. */
    @Transactional(TxType.MANDATORY)
    public List<PayableAward> claim(String programme) {
        return awards.claimPayable(programme).stream().map(award -> new PayableAward(award.id(), award.payeeId(), award.amount())).toList();
    }

    @Transactional(TxType.MANDATORY)
    public void putInRun(UUID awardId) {
        Award award = awards.findById(awardId);
        award.putInRun();
        journal.tell(award, null);
    }

    /** Locks the awards; nothing else may happen to them until the run's act is done. */
    @Transactional(TxType.MANDATORY)
    public void lock(List<UUID> awardIds) {
        awards.locked(awardIds);
    }

    /** Those whose membership was withdrawn meanwhile, with a date before completion: nothing is due for them. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> withdrawn(List<UUID> awardIds) {
        return awards.locked(awardIds).stream().filter(award -> award.ending() == Ending.WITHDRAWN).map(Award::id).toList();
    }

    /** The run was cancelled: payable again, or cancelled if the membership was withdrawn meanwhile. */
    @Transactional(TxType.MANDATORY)
    public void takeOutOfRun(UUID awardId) {
        Award award = awards.findById(awardId);
        award.takeOutOfRun();
        if (!cancelWhenWithdrawn(award)) {
            journal.tell(award, "run-cancelled");
        }
    }

    /** The payment is given to the bank. */
    @Transactional(TxType.MANDATORY)
    public void released(UUID awardId, UUID runId) {
        Award award = awards.findById(awardId);
        ledger.post(Movement.RELEASED, award.money(), runId, award.amount());
    }

    /** The bank confirms the payment. */
    @Transactional(TxType.MANDATORY)
    public void paid(UUID awardId, UUID runId) {
        Award award = awards.findById(awardId);
        award.confirmPaid();
        budgets.pay(award.programme(), award.financialYear(), award.amount());
        ledger.post(Movement.PAID, award.money(), runId, award.amount());
        journal.tell(award, null);
        tasks.settle(WITHDRAWN_IN_RUN, "Award", awardId);
        if (award.ending() == Ending.WITHDRAWN) {
            tasks.open(Task.of("recovery-review", "Award", awardId, award.applicationId(), "withdrawn-after-payment",
                    "The membership was withdrawn while the payment was on its way: decide whether it is to be recovered.", Roles.FINANCE_APPROVER));
        }
    }

    /** The bank sent it back: held until finance has cleared why, or cancelled if the membership was withdrawn meanwhile. */
    @Transactional(TxType.MANDATORY)
    public void returned(UUID awardId, UUID runId) {
        Award award = awards.findById(awardId);
        award.returned("bank-returned");
        ledger.post(Movement.RETURNED, award.money(), runId, award.amount());
        if (!cancelWhenWithdrawn(award)) {
            journal.tell(award, "bank-returned");
            tasks.open(Task.of(RETURNED, "Award", awardId, award.applicationId(), "bank-returned",
                    "The bank sent the payment back: check the payee's bank details, then release the award.", Roles.FINANCE_APPROVER));
        }
    }

    private boolean cancelWhenWithdrawn(Award award) {
        if (award.ending() != Ending.WITHDRAWN) {
            return false;
        }
        tasks.settle(WITHDRAWN_IN_RUN, "Award", award.id());
        money.cancel(award, LondonDates.today(clock), "withdrawn");
        return true;
    }
}
