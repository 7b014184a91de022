package org.schoolhubs.applications.applications;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.RegisteredSchool;

/** Payloads of {@code applications.v1}, key application id. Schemas and examples: contracts/events/applications. */
final class ApplicationEvents {
    static final String TOPIC = "applications.v1";
    /** Reason with which the hubs service gives up what an amended acceptance had led to. */
    static final String ACCEPTANCE_AMENDED = "ACCEPTANCE_AMENDED";

    private ApplicationEvents() {
    }

    record ApplicationSubmitted(UUID applicationId, ApplicationKind kind, String programme, String pathway, String cohort, String urn, String trustUid,
                                Outcome eligibility) {
        static ApplicationSubmitted of(Application application) {
            return new ApplicationSubmitted(application.id(), application.kind(), application.programme(), application.pathway(), application.cohort(),
                    application.urn(), application.trustUid(), application.eligibility());
        }
    }

    /**
     * @param partner         the school of PARTNER_SCHOOL and INVITED_SCHOOL; null for the other kinds
     * @param trust           the trust that applied; null where a school did
     * @param schools         the schools that a partner trust named; empty for the other kinds
     * @param extendedPlanUrn the one of them with an extended plan besides, or null
     * @param lead            what a hub is prepared from; null for partners, whose pathway and cohort are null for leads
     */
    record ApplicationAccepted(UUID applicationId, ApplicationKind kind, String programme, String pathway, String cohort, LocalDate cohortStartsOn,
                               LocalDate cohortEndsOn, Instant submittedAt, LocalDate acceptedOn, Integer selectionRank, Partner partner, Trust trust,
                               List<Partner> schools, String extendedPlanUrn, Lead lead) {
    }

    /** The trust that applied. */
    record Trust(String uid, String name) {
    }

    /**
     * What a hub is prepared from.
     *
     * @param urn    the school of the hub
     * @param region GOR code, or null
     * @param places how many partners the lead could support at a time
     */
    record Lead(String urn, String name, String region, List<Phase> phases, Integer places) {
    }

    /** A selected school was invited, refused, or did not answer. */
    record Invitation(UUID applicationId, String programme, String pathway, String cohort, String urn, String schoolName, int selectionRank, LocalDate confirmBy,
                      ApplicationState state, String reasonCode) {
        static Invitation of(Application application) {
            return new Invitation(application.id(), application.programme(), application.pathway(), application.cohort(), application.urn(), application.schoolName(),
                    application.selectionRank(), application.confirmBy(), application.state(), application.endReasonCode());
        }
    }

    /** The school as the register knew it on the day of acceptance. */
    record Partner(String urn, String name, String laCode, String trustUid, Phase phase, Provision provision, String region, Integer easting, Integer northing,
                   Integer pupils, BigDecimal percentFsm, String urbanRural) {
        static Partner of(RegisteredSchool school) {
            return new Partner(school.urn().value(), school.name(), school.laCode(), school.trustUid(), school.phase(), school.provision(), school.region(),
                    school.easting(), school.northing(), school.pupils(), school.percentFsm(), school.urbanRural());
        }
    }

    record ApplicationDeclined(UUID applicationId, List<DecisionReason> reasonCodes) {
    }

    record ApplicationWithdrawn(UUID applicationId, LocalDate effectiveOn, WithdrawalReason reasonCode) {
    }

    /**
     * A final decision was undone. Whoever acted on an acceptance gives that up; a later ApplicationAccepted counts as a new one.
     *
     * @param formerOutcome what the decision had said
     * @param state         of the application now: SUBMITTED to be decided anew, or DECLINED
     */
    record DecisionAmended(UUID applicationId, DecisionOutcome formerOutcome, ApplicationState state, LocalDate effectiveOn, List<AmendmentReason> reasonCodes) {
    }

    record ReconsiderationRequested(UUID applicationId, LocalDate askedOn) {
    }

    record ReconsiderationUpheld(UUID applicationId, LocalDate decidedOn, List<DecisionReason> reasonCodes) {
    }
}
