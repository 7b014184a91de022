package org.schoolhubs.hubs.memberships;

import java.util.UUID;

/** What the list of memberships can be narrowed by. */
record MembershipFilter(UUID applicationId, UUID hubId, String stateName, String urn) {
    MembershipState state() {
        return stateName == null ? null : MembershipState.valueOf(stateName);
    }
}
