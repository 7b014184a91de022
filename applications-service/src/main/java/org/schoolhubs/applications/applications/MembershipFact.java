package org.schoolhubs.applications.applications;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What this service needs of a Membership… event of the hubs service.
 *
 * @param effectiveOn day from which it holds; the day it arrives where the event does not say
 */
record MembershipFact(Type type, UUID membershipId, UUID hubId, String hubName, String state, LocalDate effectiveOn, String reasonCode) {
    enum Type { PROPOSED, CONFIRMED, REFUSED, ACTIVATED, COMPLETED, WITHDRAWN }

    /** Whether hubs only gave up what an amended acceptance had led to: the application has gone its own way by then, perhaps into another membership. */
    boolean followsAmendment() {
        return ApplicationEvents.ACCEPTANCE_AMENDED.equals(reasonCode);
    }

    LocalDate day(LocalDate today) {
        return effectiveOn == null ? today : effectiveOn;
    }
}
