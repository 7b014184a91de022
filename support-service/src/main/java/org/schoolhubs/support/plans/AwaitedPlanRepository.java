package org.schoolhubs.support.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AwaitedPlanRepository implements PanacheRepositoryBase<AwaitedPlan, UUID> {

    Optional<AwaitedPlan> ofApplication(UUID applicationId) {
        return find("membership.applicationId", applicationId).firstResultOptional();
    }

    Optional<AwaitedPlan> ofApplicationForUpdate(UUID applicationId) {
        return find("membership.applicationId", applicationId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The applications whose plan is awaited, longest first. */
    List<UUID> waitingApplications() {
        return list("state = ?1 order by id", AwaitedPlan.State.AWAITED).stream().map(awaited -> awaited.membership().applicationId()).toList();
    }
}
