package org.schoolhubs.hubs.hubs;

import java.util.UUID;

/** What hubs need of their members. In the caller's transaction. */
public interface HubMembers {
    /** Whether a school is, or is about to be, a member of a hub: then it cannot lead it. */
    boolean has(UUID hubId, String urn);

    /** Another school leads a hub: its live memberships show and obey the new lead, and the other services are told. */
    void leadPassed(UUID hubId, String leadUrn);
}
