package org.schoolhubs.support.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SupportPlanRepository implements PanacheRepositoryBase<SupportPlan, UUID> {

    /** Locks the row: an event and a request about one plan go one after the other, and neither fails for the other. */
    Optional<SupportPlan> forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<SupportPlan> ofApplication(UUID applicationId) {
        return find("membership.applicationId", applicationId).firstResultOptional();
    }

    /** As {@link #forUpdate}. */
    Optional<SupportPlan> ofApplicationForUpdate(UUID applicationId) {
        return find("membership.applicationId", applicationId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
