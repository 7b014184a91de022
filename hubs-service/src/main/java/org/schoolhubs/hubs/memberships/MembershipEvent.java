package org.schoolhubs.hubs.memberships;

import java.time.LocalDate;
import java.util.UUID;

/** Public payload of every event of a membership. */
record MembershipEvent(UUID membershipId, UUID applicationId, UUID hubId, String hubName, String leadUrn, MembershipState state, String programme, String pathway,
        String cohort, LocalDate cohortStartsOn, LocalDate cohortEndsOn, String urn, String schoolName, String laCode, String trustUid, LocalDate acceptedOn,
        LocalDate effectiveOn, String reasonCode) {
}
