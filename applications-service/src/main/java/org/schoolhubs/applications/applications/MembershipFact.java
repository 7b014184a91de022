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

    LocalDate day(LocalDate today) {
        return effectiveOn == null ? today : effectiveOn;
    }
}
