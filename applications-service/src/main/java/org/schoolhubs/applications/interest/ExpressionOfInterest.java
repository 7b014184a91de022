package org.schoolhubs.applications.interest;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.kit.aggregate.Aggregate;

/** Interest of a school or trust in the next cohort of a pathway. */
@Entity
class ExpressionOfInterest extends Aggregate {
    private String programme;
    private String pathway;
    private String urn;
    private String trustUid;
    private String name;
    @Enumerated(EnumType.STRING)
    private InterestState state;
    private String firstUrn;
    private String firstProgramme;
    private String firstPathway;
    private String offeredProgramme;
    private String cohort;
    private UUID applicationId;

    /** For JPA. */
    protected ExpressionOfInterest() {
    }

    /** @param organisation whose it is */
    ExpressionOfInterest(String programme, String pathway, Organisation organisation, Instant now) {
        super(now);
        this.programme = programme;
        this.pathway = pathway;
        this.firstProgramme = programme;
        this.firstPathway = pathway;
        this.urn = organisation.urn();
        this.firstUrn = organisation.urn();
        this.trustUid = organisation.trustUid();
        this.name = organisation.name();
        this.state = InterestState.WAITING;
    }

    /** It is the draft of an application now. */
    void becomeDraft(String ofCohort, UUID application) {
        state = next(InterestAct.DRAFT);
        cohort = ofCohort;
        applicationId = application;
    }

    /** Its programme is replaced by another, which is offered. */
    void offer(String successor) {
        state = next(InterestAct.OFFER);
        offeredProgramme = successor;
    }

    /** It waits for a pathway of the successor programme from now on. */
    void acceptOffer(String ofPathway) {
        state = next(InterestAct.ACCEPT_OFFER);
        programme = offeredProgramme;
        pathway = ofPathway;
        offeredProgramme = null;
    }

    /** Refused with 409 unless an offer of the successor programme waits for an answer. */
    void requireOffer() {
        next(InterestAct.ACCEPT_OFFER);
    }

    void withdraw() {
        state = next(InterestAct.WITHDRAW);
    }

    /** It is another school's from now on. */
    void passOn(String toUrn, String toName) {
        state = next(InterestAct.PASS_ON);
        urn = toUrn;
        name = toName;
    }

    /** Refused with 409 once it has ended. */
    void requireLive() {
        next(InterestAct.PASS_ON);
    }

    /** It ends with its school. */
    void close() {
        state = next(InterestAct.CLOSE);
    }

    /** It goes on as it was before it was closed. */
    void reopen() {
        state = next(offeredProgramme == null ? InterestAct.REOPEN : InterestAct.REOFFER);
    }

    private InterestState next(InterestAct act) {
        return InterestState.LIFECYCLE.require(state, act, InterestError.EXPRESSION_IMPOSSIBLE);
    }

    String programme() {
        return programme;
    }

    String pathway() {
        return pathway;
    }

    String urn() {
        return urn;
    }

    /** The school that left it. */
    String firstUrn() {
        return firstUrn;
    }

    String trustUid() {
        return trustUid;
    }

    String name() {
        return name;
    }

    InterestState state() {
        return state;
    }

    String firstProgramme() {
        return firstProgramme;
    }

    String firstPathway() {
        return firstPathway;
    }

    String offeredProgramme() {
        return offeredProgramme;
    }

    String cohort() {
        return cohort;
    }

    UUID applicationId() {
        return applicationId;
    }

    /** A school by its URN, or a trust by its UID. */
    record Organisation(String urn, String trustUid, String name) {
    }
}
