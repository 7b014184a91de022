package org.schoolhubs.applications.interest;

import java.util.UUID;

/** Public payload of ExpressionOfInterestBecameDraft and ExpressionOfInterestOffered on {@code applications.v1}, key its id. */
record InterestFollowed(UUID expressionId, String programme, String pathway, String urn, String trustUid, String name, InterestState state, String cohort,
                        UUID applicationId, String offeredProgramme) {
    static InterestFollowed of(ExpressionOfInterest one) {
        return new InterestFollowed(one.id(), one.programme(), one.pathway(), one.urn(), one.trustUid(), one.name(), one.state(), one.cohort(), one.applicationId(),
                one.offeredProgramme());
    }
}
