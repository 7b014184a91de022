package org.schoolhubs.grants.awards;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolhubs.grants.awards.rules.Recipients;

/** What grants needs of a Membership… event of hubs.v1. */
record MembershipFact(UUID membershipId, UUID applicationId, String programme, String pathway, String cohort, LocalDate cohortEndsOn, String urn, String laCode,
        String trustUid, LocalDate acceptedOn, LocalDate effectiveOn, String reasonCode) {
    Recipients recipients() {
        return new Recipients(urn, trustUid, laCode);
    }
}
