package org.schoolhubs.applications.applications;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.SortNatural;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.programmes.LeadOffer;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.RegisteredTrust;
import org.schoolhubs.applications.selection.SelectedSchool;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/**
 * An application of a school or a trust: to be a partner in a cohort of a pathway, to lead a hub of a programme, or on the Department's invitation. Its id is the
 * thread through all services.
 */
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
    @Enumerated(EnumType.STRING)
    private Outcome eligibilityReviewed;
    private String withdrawalText;

    private String trustUid;
    private String trustName;
    private String practiceStatement;
    private String collaborationRecord;
    private String[] phases;
    private Integer placesWished;
    private UUID selectionListId;
    private Integer selectionRank;
    private LocalDate confirmBy;

    @ElementCollection
    @CollectionTable(name = "application_school", joinColumns = @JoinColumn(name = "application_id"))
    private Set<NamedSchool> schools = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "application_reference", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    private List<LeadEvidence.Reference> references = new ArrayList<>();

    /** Written in their order, so that two submissions that want the same ones wait for each other instead of blocking each other. */
    @ElementCollection
    @CollectionTable(name = "application_claim", joinColumns = @JoinColumn(name = "application_id"))
    @SortNatural
    private SortedSet<Claim> claims = new TreeSet<>();

    /** For JPA. */
    protected Application() {
    }

    private Application(Instant now) {
        super(now);
    }

    /** A draft of a school for a pathway of a cohort. */
    static Application begin(PathwayOffer offer, String urn, String schoolName, Instant now) {
        return new Application(now).of(ApplicationKind.PARTNER_SCHOOL, offer).ofSchool(urn, schoolName);
    }

    /** A draft of a trust for a pathway of a cohort. */
    static Application begin(PathwayOffer offer, RegisteredTrust trust, Instant now) {
        return new Application(now).of(ApplicationKind.PARTNER_TRUST, offer).ofTrust(trust);
    }

    /** A draft of a school that wants to lead a hub. */
    static Application begin(LeadOffer offer, RegisteredSchool school, Instant now) {
        return new Application(now).of(ApplicationKind.LEAD_SCHOOL, offer).ofSchool(school.urn().value(), school.name());
    }

    /** A draft of a trust that wants to lead a hub. */
    static Application begin(LeadOffer offer, RegisteredTrust trust, Instant now) {
        return new Application(now).of(ApplicationKind.LEAD_TRUST, offer).ofTrust(trust);
    }

    /** The invitation of a selected school, to be confirmed by a day. */
    static Application invite(PathwayOffer offer, SelectedSchool selected, String schoolName, LocalDate confirmBy, Instant now) {
        Application application = new Application(now).of(ApplicationKind.INVITED_SCHOOL, offer).ofSchool(selected.urn().value(), schoolName);
        application.state = ApplicationState.INVITED;
        application.selectionListId = selected.listId();
        application.selectionRank = selected.rank();
        application.confirmBy = confirmBy;
        return application;
    }

    private Application of(ApplicationKind wanted, PathwayOffer offer) {
        kind = wanted;
        state = ApplicationState.DRAFT;
        programme = offer.programme();
        pathway = offer.pathway();
        cohort = offer.cohort();
        cohortId = offer.cohortId();
        return this;
    }

    private Application of(ApplicationKind wanted, LeadOffer offer) {
        kind = wanted;
        state = ApplicationState.DRAFT;
        programme = offer.programme();
        return this;
    }

    private Application ofSchool(String ownUrn, String name) {
        urn = ownUrn;
        schoolName = name;
        return this;
    }

    private Application ofTrust(RegisteredTrust trust) {
        trustUid = trust.uid().value();
        trustName = trust.name() == null ? "Trust " + trust.uid() : trust.name();
        return this;
    }

    /** Replaces the answers. Refused once submitted. */
    void answer(Answers answers) {
        state = next(ApplicationAct.ANSWER, ApplicationError.APPLICATION_FROZEN);
        requireKind(!kind.isLead(), "Those who want to lead a hub give evidence instead: PUT /v1/applications/%s/evidence.");
        motivation = answers.motivation();
        improvementFocus = answers.improvementFocus();
    }

    /** Names the schools of a partner trust in place of those named before. */
    void nameSchools(List<NamedSchool> named) {
        state = next(ApplicationAct.ANSWER, ApplicationError.APPLICATION_FROZEN);
        requireKind(kind == ApplicationKind.PARTNER_TRUST, "Only a trust that wants to be a partner names schools; see GET /v1/applications/%s.");
        schools.removeIf(school -> !named.contains(school));
        schools.addAll(named);
    }

    /**
     * Replaces the evidence of one who wants to lead.
     *
     * @param lead the school of the hub, where a trust applies and has named it
     */
    void giveEvidence(LeadEvidence evidence, RegisteredSchool lead) {
        state = next(ApplicationAct.ANSWER, ApplicationError.APPLICATION_FROZEN);
        requireKind(kind.isLead(), "Only those who want to lead a hub give evidence; partners give answers: PUT /v1/applications/%s/answers.");
        practiceStatement = evidence.practiceStatement();
        collaborationRecord = evidence.collaborationRecord();
        placesWished = evidence.places();
        phases = evidence.phases().isEmpty() ? null : evidence.phases().stream().sorted().map(Phase::name).toArray(String[]::new);
        references.clear();
        references.addAll(evidence.references());
        schools.clear();
        if (lead != null) {
            schools.add(new NamedSchool(lead.urn().value(), lead.name(), SchoolRole.LEAD));
        }
    }

    private void requireKind(boolean fits, String otherwise) {
        if (!fits) {
            throw Problem.of(IntakeError.NOT_OF_THIS_KIND, otherwise.formatted(id()));
        }
    }

    /** The leaders named with it were replaced; possible until the application ends. */
    void leadersNamed(Instant now) {
        state = next(ApplicationAct.NAME_LEADERS, ApplicationError.APPLICATION_FROZEN);
        leadersChangedAt = now;
    }

    /**
     * Submits it with what the rules said, and takes the programme and its subjects for its school, or for its trust and the schools named, so that nothing that
     * overlaps can be live beside it. A draft is submitted, an invitation confirmed.
     *
     * @param subjects   of the programme; empty for one who leads
     * @param declaredBy position of the person who accepted the declaration
     */
    void submit(Outcome found, Set<String> subjects, String declaredBy, Instant now) {
        state = kind == ApplicationKind.INVITED_SCHOOL ? next(ApplicationAct.CONFIRM, IntakeError.INVITATION_ANSWERED)
                : next(ApplicationAct.SUBMIT, ApplicationError.APPLICATION_FROZEN);
        this.eligibility = found;
        this.declaredBy = declaredBy;
        this.submittedAt = now;
        claim(subjects);
    }

    private void claim(Set<String> subjects) {
        claims.addAll(claimsFor(subjects));
    }

    /** What it takes once it is live. */
    SortedSet<Claim> claimsFor(Set<String> subjects) {
        List<String> taken = Stream.concat(subjects.stream(), Stream.of("programme:" + programme)).toList();
        return organisations().flatMap(organisation -> taken.stream().map(subject -> new Claim(organisation, subject))).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> organisations() {
        String applicant = kind.isTrust() ? new TrustUid(trustUid).organisation() : new Urn(urn).organisation();
        return Stream.concat(Stream.of(applicant), schools.stream().map(school -> new Urn(school.urn()).organisation()));
    }

    /**
     * Its school, or one that its trust named, closed and was followed by another: that one takes its place, with what was claimed. The state stays.
     *
     * @throws Problem 409 {@code application-frozen} once it has ended
     */
    void passOn(String closed, RegisteredSchool successor) {
        if (endedOn != null) {
            throw Problem.of(ApplicationError.APPLICATION_FROZEN, "It has ended: it stays its school's.");
        }
        if (closed.equals(urn)) {
            ofSchool(successor.urn().value(), successor.name());
        }
        schools.stream().filter(school -> school.urn().equals(closed)).findFirst().ifPresent(school -> passOn(school, successor));
        String from = new Urn(closed).organisation();
        List<Claim> passing = claims.stream().filter(claim -> claim.organisation().equals(from)).toList();
        passing.forEach(claim -> {
            claims.remove(claim);
            claims.add(new Claim(successor.urn().organisation(), claim.subject()));
        });
    }

    /** A named school may go into another named one: what the trust wanted of either is kept. */
    private void passOn(NamedSchool closed, RegisteredSchool successor) {
        String to = successor.urn().value();
        SchoolRole role = schools.stream().filter(school -> school.urn().equals(to) && closed.role() == SchoolRole.PARTNER).map(NamedSchool::role).findFirst()
                .orElse(closed.role());
        schools.removeIf(school -> school.equals(closed) || school.urn().equals(to));
        schools.add(new NamedSchool(to, successor.name(), role));
    }

    /** What it claims for one school. */
    Set<String> subjectsClaimedBy(Urn school) {
        return claims.stream().filter(claim -> claim.organisation().equals(school.organisation())).map(Claim::subject).collect(Collectors.toSet());
    }

    /** Whether both begin the same thing, so that one school could not have the two: drafts of one cohort, or invitations of one list or cohort. */
    boolean isSameBeginningAs(Application other) {
        boolean sameCohort = Objects.equals(cohortId, other.cohortId) && Objects.equals(pathway, other.pathway);
        if (kind == ApplicationKind.INVITED_SCHOOL) {
            return Objects.equals(selectionListId, other.selectionListId) || sameCohort && endedOn == null && other.endedOn == null;
        }
        return sameCohort && state == ApplicationState.DRAFT && other.state == ApplicationState.DRAFT;
    }

    /** @throws Problem 409 {@code invitation-answered}, {@code invitation-lapsed} */
    void requireConfirmable(LocalDate today) {
        next(ApplicationAct.CONFIRM, IntakeError.INVITATION_ANSWERED);
        if (today.isAfter(confirmBy)) {
            throw Problem.of(IntakeError.INVITATION_LAPSED,
                    "The invitation was to be confirmed by %s. Ask the programme team whether another is possible.".formatted(confirmBy));
        }
    }

    /** The invited school does not want to take part. */
    void refuse(InvitationRefusalReason reason, LocalDate on) {
        state = next(ApplicationAct.REFUSE, IntakeError.INVITATION_ANSWERED);
        end(reason.name(), on);
    }

    /** The day to confirm has passed without an answer. False, and nothing is changed, where one came in time. */
    boolean lapse(LocalDate today) {
        boolean lapsed = state == ApplicationState.INVITED && today.isAfter(confirmBy);
        if (lapsed) {
            state = next(ApplicationAct.LAPSE, IntakeError.INVITATION_ANSWERED);
            end("NOT_CONFIRMED_IN_TIME", today);
        }
        return lapsed;
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

    /** Somebody looked at what the rules say since, and lets it go on. */
    void letStand(Outcome found) {
        eligibilityReviewed = found;
    }

    /** The rules say something else than what was let stand: that was about another finding. */
    void foundAgain(Outcome today) {
        if (today != eligibilityReviewed) {
            eligibilityReviewed = null;
        }
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
            case WITHDRAWN -> fact.followsAmendment() ? moved(ApplicationAct.LOSE_PLACE) && unplace()
                    : moved(ApplicationAct.END_MEMBERSHIP) && place(fact, true) && end(fact.reasonCode(), fact.day(today));
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

    /** What the rules said since submission and a person let stand, or null. */
    Outcome eligibilityReviewed() {
        return eligibilityReviewed;
    }

    String assignee() {
        return assignee;
    }

    String withdrawalText() {
        return withdrawalText;
    }

    String trustUid() {
        return trustUid;
    }

    String trustName() {
        return trustName;
    }

    /** The schools that a trust names, by URN. */
    List<NamedSchool> schools() {
        return schools.stream().sorted(Comparator.comparing(NamedSchool::urn)).toList();
    }

    LeadEvidence evidence() {
        return new LeadEvidence(practiceStatement, collaborationRecord, List.copyOf(references),
                phases == null ? Set.of() : Arrays.stream(phases).map(Phase::valueOf).collect(Collectors.toCollection(TreeSet::new)), placesWished,
                schools.stream().filter(school -> school.role() == SchoolRole.LEAD).map(NamedSchool::urn).findFirst().orElse(null));
    }

    Integer selectionRank() {
        return selectionRank;
    }

    LocalDate confirmBy() {
        return confirmBy;
    }

    /**
     * What a live application takes of an organisation. The table's key lets each be taken once.
     *
     * @param organisation as tokens write it: {@code urn:100049}, {@code uid:2854}
     * @param subject      a subject of the programme, or {@code programme:} and its code
     */
    @Embeddable
    record Claim(String organisation, String subject) implements Comparable<Claim> {
        private static final Comparator<Claim> ORDER = Comparator.comparing(Claim::organisation).thenComparing(Claim::subject);

        Claim {
            Objects.requireNonNull(subject);
            if (!organisation.startsWith("urn:") && !organisation.startsWith("uid:")) {
                throw new IllegalArgumentException("Not an organisation: " + organisation);
            }
        }

        @Override
        public int compareTo(Claim other) {
            return ORDER.compare(this, other);
        }
    }
}
