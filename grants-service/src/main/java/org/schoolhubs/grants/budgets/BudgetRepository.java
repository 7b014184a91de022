package org.schoolhubs.grants.budgets;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Money;

@ApplicationScoped
class BudgetRepository implements PanacheRepositoryBase<Budget, UUID> {
    private static final String COMMIT = """
            update budget set committed_pence = committed_pence + :pence, version = version + 1
            where programme = :programme and financial_year = :year and committed_pence + paid_pence + :pence <= amount_pence""";
    private static final String FREE = """
            update budget set committed_pence = committed_pence - :pence, version = version + 1
            where programme = :programme and financial_year = :year and committed_pence >= :pence""";
    private static final String PAY = """
            update budget set committed_pence = committed_pence - :pence, paid_pence = paid_pence + :pence, version = version + 1
            where programme = :programme and financial_year = :year and committed_pence >= :pence""";

    /**
     * Until the end of the transaction nobody else asks this budget for room or makes some. It also works for a budget that does not exist yet, so that an
     * award which finds none and the budget that is just being made cannot miss each other.
     */
    void lock(String programme, FinancialYear year) {
        getEntityManager().createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('budget ' || :programme || ' ' || :year, 0))", Integer.class)
                .setParameter("programme", programme).setParameter("year", year.toString()).getSingleResult();
    }

    /** @return whether there was room */
    boolean commit(String programme, FinancialYear year, Money amount) {
        return run(COMMIT, programme, year, amount);
    }

    boolean free(String programme, FinancialYear year, Money amount) {
        return run(FREE, programme, year, amount);
    }

    boolean pay(String programme, FinancialYear year, Money amount) {
        return run(PAY, programme, year, amount);
    }

    boolean exists(String programme, FinancialYear year) {
        return count("programme = ?1 and financialYear = ?2", programme, year) > 0;
    }

    private boolean run(String statement, String programme, FinancialYear year, Money amount) {
        return getEntityManager().createNativeQuery(statement).setParameter("pence", amount.pence()).setParameter("programme", programme)
                .setParameter("year", year.toString()).executeUpdate() == 1;
    }
}
