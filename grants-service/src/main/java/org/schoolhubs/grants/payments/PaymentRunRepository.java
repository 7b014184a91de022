package org.schoolhubs.grants.payments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PaymentRunRepository implements PanacheRepositoryBase<PaymentRun, UUID> {
    /** Locked: one act on a run at a time. */
    Optional<PaymentRun> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
