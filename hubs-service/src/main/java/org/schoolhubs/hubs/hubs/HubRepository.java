package org.schoolhubs.hubs.hubs;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class HubRepository implements PanacheRepositoryBase<Hub, UUID> {
    Optional<Hub> ofApplication(UUID applicationId) {
        return find("applicationId", applicationId).firstResultOptional();
    }

    /** The hubs of a lead that are not closed, held until the end of the transaction. */
    List<Hub> heldOfLead(String urn) {
        return find("leadUrn = ?1 and state <> ?2 order by id", urn, HubState.CLOSED).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    List<Hub> inDirectory(String programme) {
        return list("programme = ?1 and state in ?2 order by id", programme, List.of(HubState.ANNOUNCED, HubState.OPEN));
    }
}
