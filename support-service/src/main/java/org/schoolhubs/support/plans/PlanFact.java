package org.schoolhubs.support.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Public payload of all events about a plan; one shape for all of them, with two fields more where they are about an activity.
 *
 * @param effectiveOn  the day that counts: of activation, completion, withdrawal, pause, resumption or waiver
 * @param reasonCode   code of the reason, null where none is given
 * @param activityId   only of ActivityCompleted and ActivityWaived
 * @param activityCode only of ActivityCompleted and ActivityWaived
 */
record PlanFact(UUID planId, UUID applicationId, UUID membershipId, UUID hubId, String urn, String programme, String pathway, PlanState state,
        LocalDate startsOn, LocalDate endsOn, LocalDate effectiveOn, String reasonCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID activityId, @JsonInclude(JsonInclude.Include.NON_NULL) String activityCode) {

    static PlanFact of(SupportPlan plan, LocalDate effectiveOn, String reasonCode) {
        return of(plan, null, effectiveOn, reasonCode);
    }

    /** @param activity null for a fact about the whole plan */
    static PlanFact of(SupportPlan plan, PlanActivity activity, LocalDate effectiveOn, String reasonCode) {
        var membership = plan.membership();
        return new PlanFact(plan.id(), membership.applicationId(), membership.membershipId(), membership.hubId(), membership.urn(),
                membership.programme(), membership.pathway(), plan.state(), plan.startsOn(), plan.endsOn(), effectiveOn, reasonCode,
                activity == null ? null : activity.id(), activity == null ? null : activity.code());
    }
}
