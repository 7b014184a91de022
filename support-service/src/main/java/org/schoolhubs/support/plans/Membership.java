package org.schoolhubs.support.plans;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The membership a plan supports: what this service reads of the hubs' membership events and keeps with the plan.
 *
 * @param applicationId  the application; there is one plan for it
 * @param membershipId   the membership
 * @param hubId          the hub
 * @param hubName        its name
 * @param leadUrn        URN of the school that leads it
 * @param programme      code of the programme
 * @param pathway        code of the pathway
 * @param cohort         code of the cohort
 * @param cohortStartsOn first day of the cohort, and so of the plan, also for a school that joins later
 * @param cohortEndsOn   last day of the cohort, and so of the plan
 * @param urn            URN of the partner school
 * @param schoolName     its name
 * @param laCode         its local authority, whose term calendar counts
 * @param trustUid       its trust, null without one
 * @param effectiveOn    the day from which the membership is active
 */
@Embeddable
record Membership(UUID applicationId, UUID membershipId, UUID hubId, String hubName, String leadUrn, String programme, String pathway, String cohort,
        LocalDate cohortStartsOn, LocalDate cohortEndsOn, String urn, String schoolName, String laCode, String trustUid, LocalDate effectiveOn) {

    /** The same membership with the dates it had before: a transfer changes hub or school, never the plan's dates. */
    Membership withDatesOf(Membership before) {
        return new Membership(applicationId, membershipId, hubId, hubName, leadUrn, programme, pathway, before.cohort, before.cohortStartsOn,
                before.cohortEndsOn, urn, schoolName, laCode, trustUid, before.effectiveOn);
    }
}
