package org.schoolhubs.hubs.leads;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class LeadRepository implements PanacheRepositoryBase<LeadSchool, String> {
    List<LeadSchool> closedAndFollowedBy(String urn) {
        return list("successorUrn = ?1 and status = ?2 order by urn", urn, RegisterStatus.CLOSED);
    }

    List<LeadSchool> ofUrns(Collection<String> urns) {
        return urns.isEmpty() ? List.of() : list("urn in ?1", urns);
    }
}
