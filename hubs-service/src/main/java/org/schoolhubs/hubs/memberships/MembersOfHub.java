package org.schoolhubs.hubs.memberships;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.schoolhubs.hubs.hubs.HubMembers;
import org.schoolhubs.kit.journal.Journal;

/** The live memberships of a hub, as the hub's lead changes. Those that have ended keep the lead that they had. */
@ApplicationScoped
class MembersOfHub implements HubMembers {
    private final MembershipRepository memberships;
    private final Journal journal;

    MembersOfHub(MembershipRepository memberships, Journal journal) {
        this.memberships = memberships;
        this.journal = journal;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean has(UUID hubId, String urn) {
        return memberships.isLive(hubId, urn);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void leadPassed(UUID hubId, String leadUrn) {
        memberships.lockedLiveOfHub(hubId).forEach(membership -> {
            membership.followLead(leadUrn);
            journal.append(MembershipService.published(membership, "MembershipLeadPassedToSuccessor").changed("leadUrn"));
        });
    }
}
