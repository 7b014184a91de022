package org.schoolhubs.support.plans;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What this service reads of the event MembershipWithdrawn.
 *
 * @param applicationId whose plan it stops
 * @param effectiveOn   the day that decides against a completion
 * @param reasonCode    code of the reason, perhaps null
 */
record MembershipWithdrawn(UUID applicationId, LocalDate effectiveOn, String reasonCode) {

    /** @throws IllegalArgumentException if there is no application or no day in it */
    MembershipWithdrawn {
        if (applicationId == null || effectiveOn == null) {
            throw new IllegalArgumentException("A withdrawal names its application and the day it takes effect.");
        }
    }
}
