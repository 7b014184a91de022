package org.schoolhubs.hubs.memberships;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.hubs.HubError;
import org.schoolhubs.hubs.hubs.PlaceKey;
import org.schoolhubs.hubs.memberships.rules.Ending;
import org.schoolhubs.hubs.placement.Placing;
import org.schoolhubs.hubs.placement.rules.Explanation;
import org.schoolhubs.hubs.pool.AcceptedSchool;
import org.schoolhubs.hubs.pool.PooledSchool;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** A school's place in a hub, from proposal to its end. While it is live it holds one place. */
@Entity
class Membership extends Aggregate {
    private UUID applicationId;
    private UUID hubId;
    private String hubName;
    private String leadUrn;
    private String programme;
    private String pathway;
    private String cohort;
    private LocalDate cohortStartsOn;
    private LocalDate cohortEndsOn;
    private String urn;
    private String schoolName;
    private String laCode;
    private String trustUid;
    private LocalDate acceptedOn;
    @Enumerated(EnumType.STRING)
    private MembershipState state;
    private LocalDate effectiveOn;
    private LocalDate proposedOn;
    private LocalDate confirmedOn;
    private LocalDate activatedOn;
    private LocalDate refusedOn;
    private LocalDate withdrawnOn;
    private LocalDate completedOn;
    private String reasonCode;
    private String refusalText;
    private String overrideReason;
    @JdbcTypeCode(SqlTypes.JSON)
    private Explanation explanation;

    /** For JPA. */
    protected Membership() {
    }

    /** @param overrideReason the team's words on an override, else null */
    Membership(PooledSchool school, Placing placing, String overrideReason, Instant now, LocalDate today) {
        super(now);
        applicationId = school.applicationId();
        hubId = placing.place().hubId();
        hubName = placing.hubName();
        leadUrn = placing.leadUrn();
        programme = school.programme();
        pathway = school.pathway();
        cohort = school.cohort();
        cohortStartsOn = school.cohortStartsOn();
        cohortEndsOn = school.cohortEndsOn();
        urn = school.urn();
        schoolName = school.name();
        laCode = school.laCode();
        trustUid = school.trustUid();
        acceptedOn = school.acceptedOn();
        state = MembershipState.PROPOSED;
        effectiveOn = today;
        proposedOn = today;
        this.overrideReason = overrideReason;
        explanation = placing.explanation();
    }

    /** @throws Problem 409 unless it is proposed */
    void confirm(LocalDate today) {
        become(MembershipState.LIFECYCLE.require(state, MembershipAct.CONFIRM), today);
        confirmedOn = today;
    }

    /** @throws Problem 409 unless it is confirmed */
    void acceptByLead(LocalDate today) {
        become(MembershipState.LIFECYCLE.require(state, MembershipAct.LEAD_ACCEPT), today);
        activatedOn = today;
    }

    /** @throws Problem 409 unless it is confirmed */
    void refuseByLead(RefusalReason reason, String text, LocalDate today) {
        become(MembershipState.LIFECYCLE.require(state, MembershipAct.LEAD_REFUSE), today);
        refusedOn = today;
        reasonCode = reason.name();
        refusalText = text;
    }

    /**
     * Withdraws from a day on.
     *
     * @throws Problem 409 where the lifecycle knows no withdrawal, or {@code completed-before} where the plan was completed before that day
     */
    void withdraw(LocalDate from, String reason) {
        MembershipState next = MembershipState.LIFECYCLE.require(state, MembershipAct.WITHDRAW);
        if (Ending.of(completedOn, from) == Ending.COMPLETED) {
            throw Problem.of(HubError.COMPLETED_BEFORE, "The plan was completed on %s: a withdrawal from %s on comes after it.".formatted(completedOn, from));
        }
        withdrawnOn = from;
        reasonCode = reason;
        become(next, from);
    }

    /**
     * The plan was completed on a day. Whether that completes the membership is decided by the day, not by when the news came.
     *
     * @return false if it was withdrawn from that day or an earlier one and stays so
     * @throws IllegalStateException if it never was active, so that there can be no plan
     */
    boolean completePlan(LocalDate on) {
        if (activatedOn == null || MembershipState.LIFECYCLE.next(state, MembershipAct.COMPLETE).isEmpty()) {
            throw new IllegalStateException("Membership %s is %s: it has no plan that could be completed".formatted(id(), state));
        }
        completedOn = on;
        boolean completed = Ending.of(completedOn, withdrawnOn) == Ending.COMPLETED;
        if (completed) {
            reasonCode = null;
            become(MembershipState.COMPLETED, on);
        }
        return completed;
    }

    /** The school was followed by another, which takes its place; the hub and the state stay. An ended membership stays its school's: false then. */
    boolean passOn(AcceptedSchool.Partner successor) {
        boolean live = state.isLive();
        if (live) {
            urn = successor.urn();
            schoolName = successor.name();
            laCode = successor.laCode();
            trustUid = successor.trustUid();
        }
        return live;
    }

    /** Another school leads its hub. */
    void followLead(String toUrn) {
        leadUrn = toUrn;
    }

    private void become(MembershipState next, LocalDate from) {
        state = next;
        effectiveOn = from;
    }

    /** First day from which a withdrawal can be effective: nobody was a member before the cohort began and before the proposal. */
    LocalDate earliestWithdrawal() {
        return cohortStartsOn.isBefore(proposedOn) ? cohortStartsOn : proposedOn;
    }

    PlaceKey place() {
        return new PlaceKey(hubId, pathway, cohort);
    }

    MembershipEvent event() {
        return new MembershipEvent(id(), applicationId, hubId, hubName, leadUrn, state, programme, pathway, cohort, cohortStartsOn, cohortEndsOn, urn, schoolName,
                laCode, trustUid, acceptedOn, effectiveOn, reasonCode);
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID hubId() {
        return hubId;
    }

    String hubName() {
        return hubName;
    }

    String leadUrn() {
        return leadUrn;
    }

    String programme() {
        return programme;
    }

    String pathway() {
        return pathway;
    }

    String cohort() {
        return cohort;
    }

    LocalDate cohortStartsOn() {
        return cohortStartsOn;
    }

    LocalDate cohortEndsOn() {
        return cohortEndsOn;
    }

    String urn() {
        return urn;
    }

    String schoolName() {
        return schoolName;
    }

    String laCode() {
        return laCode;
    }

    String trustUid() {
        return trustUid;
    }

    MembershipState state() {
        return state;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    LocalDate completedOn() {
        return completedOn;
    }

    LocalDate withdrawnOn() {
        return withdrawnOn;
    }

    String reasonCode() {
        return reasonCode;
    }

    String refusalText() {
        return refusalText;
    }

    String overrideReason() {
        return overrideReason;
    }

    Explanation explanation() {
        return explanation;
    }
}
