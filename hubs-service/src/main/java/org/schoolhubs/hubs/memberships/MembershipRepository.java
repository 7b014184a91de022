package org.schoolhubs.hubs.memberships;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, UUID> {
    private static final List<MembershipState> LIVE = Arrays.stream(MembershipState.values()).filter(MembershipState::isLive).toList();

    /** Waits for whoever is changing it, then reads what that one left. */
    Optional<Membership> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The membership that an application ended up with: the last one that was proposed. Locked. */
    Optional<Membership> lockedLatestOf(UUID applicationId) {
        return find("applicationId = ?1 order by id desc", applicationId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The memberships of a hub that hold a place, locked. */
    List<Membership> lockedLiveOfHub(UUID hubId) {
        return find("hubId = ?1 and state in ?2 order by id", hubId, LIVE).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    boolean isLive(UUID hubId, String urn) {
        return count("hubId = ?1 and urn = ?2 and state in ?3", hubId, urn, LIVE) > 0;
    }

    /** Every membership of an application, the last one first. */
    List<Membership> ofApplication(UUID applicationId) {
        return list("applicationId = ?1 order by id desc", applicationId);
    }
}
