package org.schoolhubs.grants.awards;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.kernel.FinancialYear;

@ApplicationScoped
class AwardRepository implements PanacheRepositoryBase<Award, UUID> {
    /** Locked: whoever changes an award waits for whoever is changing it. */
    Optional<Award> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Award> lockedByApplication(UUID applicationId) {
        return find("applicationId", applicationId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Award> byApplication(UUID applicationId) {
        return find("applicationId", applicationId).firstResultOptional();
    }

    boolean anyOtherWaiting(Award award) {
        return count("programme = ?1 and financialYear = ?2 and state = ?3 and id <> ?4", award.programme(), award.financialYear(),
                AwardState.WAITING_FOR_BUDGET, award.id()) > 0;
    }

    /** In the order in which they get budget: by day of acceptance, then by age. */
    List<Award> lockedQueue(String programme, FinancialYear year) {
        return find("programme = ?1 and financialYear = ?2 and state = ?3 order by acceptedOn, id", programme, year, AwardState.WAITING_FOR_BUDGET)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Those that no other transaction is just taking. */
    List<Award> claimPayable(String programme) {
        return getEntityManager().createQuery("select e from Award e where e.programme = :programme and e.state = :payable order by e.id", Award.class)
                .setParameter("programme", programme).setParameter("payable", AwardState.PAYABLE).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).getResultList();
    }

    List<Award> locked(List<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
