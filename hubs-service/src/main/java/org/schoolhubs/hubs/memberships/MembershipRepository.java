package org.schoolhubs.hubs.memberships;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, UUID> {
    /** Waits for whoever is changing it, then reads what that one left. */
    Optional<Membership> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The membership that an application ended up with: the last one that was proposed. Locked. */
    Optional<Membership> lockedLatestOf(UUID applicationId) {
        return find("applicationId = ?1 order by id desc", applicationId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Every membership of an application, the last one first. */
    List<Membership> ofApplication(UUID applicationId) {
        return list("applicationId = ?1 order by id desc", applicationId);
    }
}
