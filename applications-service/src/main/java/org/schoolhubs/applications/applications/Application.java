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
        subjects.forEach(subject -> claims.add(new Claim(urn, subject)));
    }

    /** Refused unless it is submitted and no decision waits for its second person; an acceptance besides if the rules said NOT_ELIGIBLE. */
    void requireDecidable(DecisionOutcome outcome) {
        next(ApplicationAct.PROPOSE_DECISION, ApplicationError.DECISION_IMPOSSIBLE);
        if (proposedDecisionId != null) {
            throw Problem.of(ApplicationError.DECISION_PENDING, "Approve or reject the proposed decision first.");
        }
        if (outcome == DecisionOutcome.ACCEPT && eligibility == Outcome.NOT_ELIGIBLE) {
            throw Problem.of(ApplicationError.NOT_ELIGIBLE, "The rules said NOT_ELIGIBLE: decline it. GET /v1/applications/%s/eligibility gives the reasons.".formatted(id()));
        }
    }

    /** A decision now waits for its second person. */
    void awaitSecondPerson(UUID decisionId) {
        state = next(ApplicationAct.PROPOSE_DECISION, ApplicationError.DECISION_IMPOSSIBLE);
        proposedDecisionId = decisionId;
    }

    /** The second person did not agree: it may be decided anew. */
    void proposalRejected() {
        state = next(ApplicationAct.PROPOSE_DECISION, ApplicationError.DECISION_IMPOSSIBLE);
        proposedDecisionId = null;
    }

    /** Accepted, by a final decision or automatically; the day (Europe/London) fixes the tariff. */
    void accept(Instant now) {
        if (eligibility == Outcome.NOT_ELIGIBLE) {
            throw Problem.of(ApplicationError.NOT_ELIGIBLE, "The rules said NOT_ELIGIBLE: decline it.");
        }
        state = next(ApplicationAct.ACCEPT, ApplicationError.DECISION_IMPOSSIBLE);
        proposedDecisionId = null;
        decidedAt = now;
        acceptedOn = LondonDates.dayOf(now);
    }

    /** Declined by a final decision. */
    void decline(String reasonCode, Instant now) {
        state = next(ApplicationAct.DECLINE, ApplicationError.DECISION_IMPOSSIBLE);
        proposedDecisionId = null;
        decidedAt = now;
        end(reasonCode, LondonDates.dayOf(now));
    }

    /** Withdrawn before the school takes part. Refused with a pointer to the membership once it does. */
    void withdraw(WithdrawalReason reason, LocalDate on) {
        if (state == ApplicationState.ACTIVE) {
            throw Problem.of(ApplicationError.WITHDRAW_THE_MEMBERSHIP,
                    "The school takes part by now. POST /v1/memberships/%s/withdrawal withdraws it, its plan and its award.".formatted(membershipId));
        }
        state = next(ApplicationAct.WITHDRAW, ApplicationError.WITHDRAWAL_IMPOSSIBLE);
        proposedDecisionId = null;
        end(reason.name(), on);
    }

    /** What became of it in the hubs service. Returns false, and changes nothing, where the application ended before the news came. */
    boolean follow(MembershipFact fact, LocalDate today) {
        return switch (fact.type()) {
            case PROPOSED, CONFIRMED -> place(fact, state == ApplicationState.ACCEPTED);
            case REFUSED -> unplace();
            case ACTIVATED -> moved(ApplicationAct.ACTIVATE) && place(fact, true);
            case COMPLETED -> moved(ApplicationAct.COMPLETE) && place(fact, true) && end(fact.reasonCode(), fact.day(today));
            case WITHDRAWN -> moved(ApplicationAct.END_MEMBERSHIP) && place(fact, true) && end(fact.reasonCode(), fact.day(today));
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

    /** A subject that a live application takes of its school. The table's key lets each be taken once. */
    @Embeddable
    record Claim(String urn, String subject) {
        Claim {
            Objects.requireNonNull(urn);
            Objects.requireNonNull(subject);
        }
    }
}
