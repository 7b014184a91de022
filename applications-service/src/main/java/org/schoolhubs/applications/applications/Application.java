package org.schoolhubs.applications.applications;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** One school's application to a pathway of a programme in a cohort. Its id is the thread through all services. */
@Entity
class Application extends Aggregate {
    @Enumerated(EnumType.STRING)
    private ApplicationKind kind;
    private String programme;
    private String pathway;
    private String cohort;
    private UUID cohortId;
    private String urn;
    private String schoolName;
    @Enumerated(EnumType.STRING)
    private ApplicationState state;
    private String motivation;
    private String improvementFocus;
    private Instant leadersChangedAt;
    private String declaredBy;
    private Instant submittedAt;
    @Enumerated(EnumType.STRING)
    private Outcome eligibility;
    private UUID proposedDecisionId;
    private Instant decidedAt;
    private LocalDate acceptedOn;
    private LocalDate endedOn;
    private String endReasonCode;
    private UUID membershipId;
    private String membershipState;
    private UUID hubId;
    private String hubName;
    private UUID decisionId;
    private UUID pendingAmendmentId;
    @Enumerated(EnumType.STRING)
    private ReconsiderationState reconsideration;
    private String assignee;
    private String withdrawalText;

    @ElementCollection
    @CollectionTable(name = "application_claim", joinColumns = @JoinColumn(name = "application_id"))
    private Set<Claim> claims = new HashSet<>();

    /** For JPA. */
    protected Application() {
    }

    private Application(Instant now) {
        super(now);
    }

    /** A draft of a school for a pathway of a cohort. */
    static Application begin(PathwayOffer offer, String urn, String schoolName, Instant now) {
        Application application = new Application(now);
        application.kind = ApplicationKind.PARTNER_SCHOOL;
        application.programme = offer.programme();
        application.pathway = offer.pathway();
        application.cohort = offer.cohort();
        application.cohortId = offer.cohortId();
        application.urn = urn;
        application.schoolName = schoolName;
        application.state = ApplicationState.DRAFT;
        return application;
    }

    /** Replaces the answers. Refused once submitted. */
    void answer(Answers answers) {
        state = next(ApplicationAct.ANSWER, ApplicationError.APPLICATION_FROZEN);
        motivation = answers.motivation();
        improvementFocus = answers.improvementFocus();
    }

    /** The leaders named with it were replaced; possible until the application ends. */
    void leadersNamed(Instant now) {
        state = next(ApplicationAct.NAME_LEADERS, ApplicationError.APPLICATION_FROZEN);
        leadersChangedAt = now;
    }

    /**
     * Submits it with what the rules said, and takes the programme's subjects of its school, so that no overlapping application can be live beside it.
     *
     * @param subjects   of the programme
     * @param declaredBy position of the person who accepted the declaration
     */
    void submit(Outcome found, Set<String> subjects, String declaredBy, Instant now) {
        state = next(ApplicationAct.SUBMIT, ApplicationError.APPLICATION_FROZEN);
        this.eligibility = found;
        this.declaredBy = declaredBy;
        this.submittedAt = now;
        claim(subjects);
    }

    private void claim(Set<String> subjects) {
        subjects.forEach(subject -> claims.add(new Claim(urn, subject)));
    }

    /** Refused unless it is submitted and no decision waits for its second person; an acceptance besides if the rules said NOT_ELIGIBLE. */
    void requireDecidable(DecisionOutcome outcome) {
        next(ApplicationAct.PROPOSE_DECISION, ApplicationError.DECISION_IMPOSSIBLE);
        if (proposedDecisionId != null) {
            throw Problem.of(ApplicationError.DECISION_PENDING, "Approve or reject the proposed decision first.");
        }
        requireAcceptable(outcome);
    }

    private void requireAcceptable(DecisionOutcome outcome) {
        if (outcome == DecisionOutcome.ACCEPT && eligibility == Outcome.NOT_ELIGIBLE) {
            throw Problem.of(ApplicationError.NOT_ELIGIBLE, "The rules said NOT_ELIGIBLE: decline it. GET /v1/applications/%s/eligibility gives the reasons.".formatted(id()));
        }
    }

    /** A decision now waits for its second person. */
    void awaitSecondPerson(UUID decisionId) {
        state = next(proposing(), ApplicationError.DECISION_IMPOSSIBLE);
        proposedDecisionId = decisionId;
    }

    /** The second person did not agree: it may be decided anew. */
    void proposalRejected() {
        state = next(proposing(), ApplicationError.DECISION_IMPOSSIBLE);
        proposedDecisionId = null;
    }

    private ApplicationAct proposing() {
        return reconsideration == ReconsiderationState.ASKED ? ApplicationAct.RECONSIDER : ApplicationAct.PROPOSE_DECISION;
    }

    /** Accepted, by a final decision or automatically; the day (Europe/London) fixes the tariff. */
    void accept(UUID decision, Instant now) {
        requireAcceptable(DecisionOutcome.ACCEPT);
        state = next(ApplicationAct.ACCEPT, ApplicationError.DECISION_IMPOSSIBLE);
        accepted(decision, now);
    }

    private void accepted(UUID decision, Instant now) {
        decided(decision, now);
        acceptedOn = LondonDates.dayOf(now);
    }

    /** Declined by a final decision. */
    void decline(UUID decision, String reasonCode, Instant now) {
        state = next(ApplicationAct.DECLINE, ApplicationError.DECISION_IMPOSSIBLE);
        decided(decision, now);
        end(reasonCode, LondonDates.dayOf(now));
    }

    private void decided(UUID decision, Instant now) {
        proposedDecisionId = null;
        decisionId = decision;
        decidedAt = now;
    }

    /**
     * Refused unless the final decision can be amended in that way now.
     *
     * @throws Problem 409 {@code membership-placed}, {@code amendment-impossible}, {@code reconsideration-open}
     */
    void requireAmendable(AmendmentOutcome outcome) {
        if (membershipId != null && (state == ApplicationState.ACCEPTED || state == ApplicationState.ACTIVE)) {
            throw Problem.of(DecisionError.MEMBERSHIP_PLACED,
                    "The school has been placed. POST /v1/memberships/%s/withdrawal withdraws it; the acceptance then stands as history.".formatted(membershipId));
        }
        next(act(outcome), DecisionError.AMENDMENT_IMPOSSIBLE);
        if (reconsideration == ReconsiderationState.ASKED) {
            throw Problem.of(DecisionError.RECONSIDERATION_OPEN, "Decide the reconsideration first: POST /v1/applications/%s/reconsideration/decision.".formatted(id()));
        }
    }

    /** An amendment of the final decision now waits for its second person; one at a time. */
    void amendmentProposed(UUID amendment, AmendmentOutcome outcome) {
        requireAmendable(outcome);
        if (pendingAmendmentId != null) {
            throw Problem.of(DecisionError.AMENDMENT_PENDING, "Approve or send back the proposed amendment first.");
        }
        pendingAmendmentId = amendment;
    }

    /** The amendment was sent back: the decision holds. */
    void amendmentRejected() {
        pendingAmendmentId = null;
    }

    /**
     * The amendment opens it again: it is to be decided anew, and takes the programme's subjects of its school again where it had ended.
     *
     * @param subjects of the programme
     */
    void reopen(Set<String> subjects) {
        requireAmendable(AmendmentOutcome.DECIDE_AGAIN);
        boolean ended = !state.isLive();
        state = next(ApplicationAct.REOPEN, DecisionError.AMENDMENT_IMPOSSIBLE);
        amended();
        if (ended) {
            goOn(subjects);
        }
    }

    /** The amendment makes a refusal of the acceptance. */
    void reverse(UUID decision, String reasonCode, Instant now) {
        requireAmendable(AmendmentOutcome.DECLINE);
        state = next(ApplicationAct.REVERSE, DecisionError.AMENDMENT_IMPOSSIBLE);
        amended();
        decided(decision, now);
        end(reasonCode, LondonDates.dayOf(now));
    }

    private void amended() {
        pendingAmendmentId = null;
        decisionId = null;
        decidedAt = null;
        acceptedOn = null;
    }

    private void goOn(Set<String> subjects) {
        endedOn = null;
        endReasonCode = null;
        claim(subjects);
    }

    private static ApplicationAct act(AmendmentOutcome outcome) {
        return outcome == AmendmentOutcome.DECLINE ? ApplicationAct.REVERSE : ApplicationAct.REOPEN;
    }

    /**
     * The applicant asks for reconsideration, once and in time.
     *
     * @param lastDay last day (Europe/London) on which it may be asked for
     * @return the amendment that waited for its second person and lapses by this, or null
     * @throws Problem 409 {@code reconsideration-impossible}, {@code reconsideration-once}, {@code reconsideration-too-late}
     */
    UUID askReconsideration(LocalDate lastDay, LocalDate today) {
        requireReconsiderationAskable(lastDay, today);
        state = next(ApplicationAct.RECONSIDER, DecisionError.RECONSIDERATION_IMPOSSIBLE);
        reconsideration = ReconsiderationState.ASKED;
        UUID lapsing = pendingAmendmentId;
        pendingAmendmentId = null;
        return lapsing;
    }

    /** Refused as {@link #askReconsideration} is, without asking. */
    void requireReconsiderationAskable(LocalDate lastDay, LocalDate today) {
        next(ApplicationAct.RECONSIDER, DecisionError.RECONSIDERATION_IMPOSSIBLE);
        if (reconsideration != null) {
            throw Problem.of(DecisionError.RECONSIDERATION_ONCE, "An application is reconsidered once. Apply again while a window is open.");
        }
        if (today.isAfter(lastDay)) {
            throw Problem.of(DecisionError.RECONSIDERATION_TOO_LATE, "It could be asked for until %s. Apply again while a window is open.".formatted(lastDay));
        }
    }

    /**
     * Refused unless a reconsideration waits for its decision, and none is proposed.
     *
     * @throws Problem 409 {@code no-reconsideration-open}, {@code decision-pending}, {@code not-eligible}
     */
    void requireReconsiderable(DecisionOutcome outcome) {
        if (reconsideration != ReconsiderationState.ASKED) {
            throw Problem.of(DecisionError.NO_RECONSIDERATION_OPEN, "The applicant has to ask for it: POST /v1/applications/%s/reconsideration.".formatted(id()));
        }
        if (proposedDecisionId != null) {
            throw Problem.of(ApplicationError.DECISION_PENDING, "Approve or reject the proposed decision first.");
        }
        requireAcceptable(outcome);
    }

    /** The refusal stays. */
    void uphold() {
        state = next(ApplicationAct.RECONSIDER, DecisionError.NO_RECONSIDERATION_OPEN);
        reconsidered(ReconsiderationState.Act.UPHOLD);
        proposedDecisionId = null;
    }

    /** Accepted after all; takes the programme's subjects of its school again. */
    void overturn(UUID decision, Set<String> subjects, Instant now) {
        requireAcceptable(DecisionOutcome.ACCEPT);
        state = next(ApplicationAct.OVERTURN, DecisionError.NO_RECONSIDERATION_OPEN);
        reconsidered(ReconsiderationState.Act.OVERTURN);
        goOn(subjects);
        accepted(decision, now);
    }

    private void reconsidered(ReconsiderationState.Act act) {
        reconsideration = ReconsiderationState.LIFECYCLE.require(reconsideration, act, DecisionError.NO_RECONSIDERATION_OPEN);
    }

    /** A named leader was replaced by another; from submission to the end. */
    void leaderChanged(Instant now) {
        state = next(ApplicationAct.CHANGE_LEADER, DecisionError.LEADER_CHANGE_IMPOSSIBLE);
        leadersChangedAt = now;
    }

    /** Somebody of the programme team looks after it; null for nobody. */
    void assign(String subject) {
        state = next(ApplicationAct.ASSIGN, DecisionError.ASSIGNMENT_IMPOSSIBLE);
        assignee = subject;
    }

    /** Withdrawn before the school takes part. Refused with a pointer to the membership once it does. */
    void withdraw(WithdrawalReason reason, String text, LocalDate on) {
        if (state == ApplicationState.ACTIVE) {
            throw Problem.of(ApplicationError.WITHDRAW_THE_MEMBERSHIP,
                    "The school takes part by now. POST /v1/memberships/%s/withdrawal withdraws it, its plan and its award.".formatted(membershipId));
        }
        state = next(ApplicationAct.WITHDRAW, ApplicationError.WITHDRAWAL_IMPOSSIBLE);
        proposedDecisionId = null;
        pendingAmendmentId = null;
        withdrawalText = text;
        end(reason.name(), on);
    }

    /** What became of it in the hubs service. Returns false, and changes nothing, where the application ended before the news came. */
    boolean follow(MembershipFact fact, LocalDate today) {
        return switch (fact.type()) {
            case PROPOSED, CONFIRMED -> place(fact, state == ApplicationState.ACCEPTED);
            case REFUSED -> unplace();
            case ACTIVATED -> moved(ApplicationAct.ACTIVATE) && place(fact, true);
            case COMPLETED -> moved(ApplicationAct.COMPLETE) && place(fact, true) && end(fact.reasonCode(), fact.day(today));
            case WITHDRAWN -> fact.followsAmendment() ? unplace() : moved(ApplicationAct.END_MEMBERSHIP) && place(fact, true) && end(fact.reasonCode(), fact.day(today));
        };
    }

    private boolean moved(ApplicationAct act) {
        var next = ApplicationLifecycle.TABLE.next(state, act);
        next.ifPresent(to -> state = to);
        return next.isPresent();
    }

    private boolean place(MembershipFact fact, boolean possible) {
        if (possible) {
            membershipId = fact.membershipId();
            membershipState = fact.state();
            hubId = fact.hubId();
            hubName = fact.hubName();
        }
        return possible;
    }

    private boolean unplace() {
        if (state != ApplicationState.ACCEPTED) {
            return false;
        }
        membershipId = null;
        membershipState = null;
        hubId = null;
        hubName = null;
        return true;
    }

    private boolean end(String reasonCode, LocalDate on) {
        endReasonCode = reasonCode;
        endedOn = on;
        claims.clear();
        return true;
    }

    private ApplicationState next(ApplicationAct act, ErrorCode refusal) {
        return ApplicationLifecycle.TABLE.require(state, act, refusal);
    }

    ApplicationKind kind() {
        return kind;
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

    String urn() {
        return urn;
    }

    String schoolName() {
        return schoolName;
    }

    ApplicationState state() {
        return state;
    }

    Answers answers() {
        return new Answers(motivation, improvementFocus);
    }

    Instant leadersChangedAt() {
        return leadersChangedAt;
    }

    String declaredBy() {
        return declaredBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Outcome eligibility() {
        return eligibility;
    }

    UUID proposedDecisionId() {
        return proposedDecisionId;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    LocalDate acceptedOn() {
        return acceptedOn;
    }

    LocalDate endedOn() {
        return endedOn;
    }

    String endReasonCode() {
        return endReasonCode;
    }

    UUID membershipId() {
        return membershipId;
    }

    String membershipState() {
        return membershipState;
    }

    UUID hubId() {
        return hubId;
    }

    String hubName() {
        return hubName;
    }

    UUID decisionId() {
        return decisionId;
    }

    UUID pendingAmendmentId() {
        return pendingAmendmentId;
    }

    ReconsiderationState reconsideration() {
        return reconsideration;
    }

    String assignee() {
        return assignee;
    }

    String withdrawalText() {
        return withdrawalText;
    }

    /** A subject that a live application takes of its school. The table's key lets each be taken once. */
    @Embeddable
    record Claim(String urn, String subject) {
        Claim {
            Objects.requireNonNull(urn);
            Objects.requireNonNull(subject);
        }
    }
}
