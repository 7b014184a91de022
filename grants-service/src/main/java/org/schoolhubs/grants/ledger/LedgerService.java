package org.schoolhubs.grants.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.grants.ledger.rules.Account;
import org.schoolhubs.grants.ledger.rules.Movement;
import org.schoolhubs.grants.ledger.rules.Side;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Posts to the ledger and reads it. */
@ApplicationScoped
public class LedgerService {
    private static final String BALANCES = """
            select t.programme, t.financialYear, l.account,
              sum(case when l.side = :debit then l.amountPence else 0 end), sum(case when l.side = :debit then 0 else l.amountPence end)
            from LedgerTransaction t join t.entries l
            where (:programme is null or t.programme = :programme) and (:year is null or t.financialYear = :year)
            group by t.programme, t.financialYear, l.account order by t.programme, t.financialYear, l.account""";

    private final EntityManager entities;
    private final Clock clock;

    LedgerService(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Posts a movement that belongs to no payment run. A second one of the kind for the same commitment is refused by the database. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(Movement movement, MoneyOf of, Money amount) {
        post(movement, of, null, amount);
    }

    /** Posts a movement of a payment run. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(Movement movement, MoneyOf of, UUID runId, Money amount) {
        entities.persist(new LedgerTransaction(movement, of, runId, amount, clock.instant()));
    }

    @Transactional
    Page<LedgerTransactionView> list(LedgerFilter filter, PageRequest page) {
        return ListQuery.of(entities, LedgerTransaction.class).filter("e.programme = :programme", "programme", filter.programme())
                .filter("e.financialYear = :year", "year", filter.year()).filter("e.awardId = :award", "award", filter.awardId())
                .filter("e.runId = :run", "run", filter.runId()).fetch(page, LedgerTransactionView::of);
    }

    @Transactional
    List<BalanceView> balances(String programme, FinancialYear year) {
        return entities.createQuery(BALANCES, Object[].class).setParameter("debit", Side.DEBIT).setParameter("programme", programme).setParameter("year", year)
                .getResultStream().map(row -> BalanceView.of((String) row[0], (FinancialYear) row[1], (Account) row[2], (Long) row[3], (Long) row[4])).toList();
    }

    /** What to list; a null leaves a filter out. */
    record LedgerFilter(String programme, FinancialYear year, UUID awardId, UUID runId) {
    }
}
