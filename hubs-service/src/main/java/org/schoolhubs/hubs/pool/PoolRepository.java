package org.schoolhubs.hubs.pool;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PoolRepository implements PanacheRepositoryBase<PoolEntry, UUID> {
    Optional<PoolEntry> ofApplication(UUID applicationId) {
        return find("applicationId", applicationId).firstResultOptional();
    }

    /** Waits for whoever is placing the same school, then reads what that one left. */
    Optional<PoolEntry> lockedOfApplication(UUID applicationId) {
        return find("applicationId", applicationId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
