package org.schoolhubs.grants.payments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {
    /** In the order of the awards' ids, in which awards are locked. */
    List<Payment> ofRun(UUID runId) {
        return list("runId = ?1 order by awardId", runId);
    }

    /** Which of these names belong to payments whose result is recorded. */
    Set<String> confirmed(Collection<String> endToEndIds) {
        if (endToEndIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(getEntityManager().createQuery("select p.endToEndId from Payment p where p.endToEndId in :ids and p.state in (:paid, :returned)",
                        String.class).setParameter("ids", endToEndIds).setParameter("paid", Payment.State.PAID).setParameter("returned", Payment.State.RETURNED)
                .getResultList());
    }
}
