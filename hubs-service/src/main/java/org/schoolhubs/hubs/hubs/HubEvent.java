package org.schoolhubs.hubs.hubs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;

/** Public payload of HubPrepared, HubAnnounced, HubOpened, HubLeadPassedToSuccessor and HubClosed. */
record HubEvent(UUID hubId, String name, String programme, String leadUrn, List<Phase> phases, List<Provision> provisions, String region, boolean virtual,
        HubState state, LocalDate effectiveOn, ClosureReason reasonCode) {
    static HubEvent of(Hub hub) {
        return new HubEvent(hub.id(), hub.name(), hub.programme(), hub.leadUrn(), hub.phases(), hub.provisions(), hub.region(), hub.meetsOnline(), hub.state(),
                hub.effectiveOn(), hub.closureReason());
    }
}
