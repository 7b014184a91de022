package org.schoolhubs.hubs.hubs;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class HubRepository implements PanacheRepositoryBase<Hub, UUID> {
    Optional<Hub> ofApplication(UUID applicationId) {
        return find("applicationId", applicationId).firstResultOptional();
    }

    List<Hub> inDirectory(String programme) {
        return list("programme = ?1 and state in ?2 order by id", programme, List.of(HubState.ANNOUNCED, HubState.OPEN));
    }
}
