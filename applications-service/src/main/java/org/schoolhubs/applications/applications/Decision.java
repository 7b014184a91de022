package org.schoolhubs.applications.applications;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kit.problem.Problem;

/** A decision on an application. What was decided is never altered; a second person can only make it final or send it back. */
@Entity
@Table(name = "application_decision")
@DynamicUpdate // the database lets only the approval be updated
class Decision {
    @Id
    private UUID id;
    private UUID applicationId;
    @Enumerated(EnumType.STRING)
    private DecisionOutcome outcome;
    @Enumerated(EnumType.STRING)
    private DecisionState state;
    private boolean secondPerson;
    @JdbcTypeCode(SqlTypes.JSON)
    private String reasons;
    private String proposedBy;
    private Instant proposedAt;
    private String approvedBy;
    private Instant approvedAt;
    @Enumerated(EnumType.STRING)
    private DecisionOrigin origin;
    private String ruleSet;
    private Integer ruleVersion;
    @JdbcTypeCode(SqlTypes.JSON)
    private String terms;
    private UUID reconsiderationId;
    private String answer;

    /** For JPA. */
    protected Decision() {
    }

    /**
     * By one person, final at once; or proposed, where a second person is needed.
     *
     * @param basis what it rests on
     */
    static Decision byPerson(UUID applicationId, DecisionOutcome outcome, boolean secondPerson, String reasons, Basis basis, String subject, Instant now) {
        Decision decision = new Decision(applicationId, outcome, DecisionOrigin.PERSON, reasons, basis, subject, now);
        decision.secondPerson = secondPerson;
        decision.state = secondPerson ? DecisionState.PROPOSED : DecisionState.FINAL;
        return decision;
    }

    /** As {@link #byPerson}, on a reconsideration. */
    static Decision onReconsideration(UUID reconsiderationId, UUID applicationId, DecisionOutcome outcome, boolean secondPerson, String reasons, Basis basis,
            String subject, Instant now) {
        Decision decision = byPerson(applicationId, outcome, secondPerson, reasons, basis, subject, now);
        decision.origin = DecisionOrigin.RECONSIDERATION;
        decision.reconsiderationId = reconsiderationId;
        return decision;
    }

    /** The acceptance that a pathway makes by itself. */
    static Decision automatic(UUID applicationId, String reasons, Basis basis, String system, Instant now) {
        return new Decision(applicationId, DecisionOutcome.ACCEPT, DecisionOrigin.AUTOMATIC, reasons, basis, system, now);
    }

    /** The refusal that an approved amendment made of an acceptance. */
    static Decision byAmendment(Amendment amendment, Basis basis) {
        Decision decision = new Decision(amendment.applicationId(), DecisionOutcome.DECLINE, DecisionOrigin.AMENDMENT, amendment.decisionReasons(), basis,
                amendment.proposedBy(), amendment.proposedAt());
        decision.secondPerson = true;
        decision.approvedBy = amendment.approvedBy();
        decision.approvedAt = amendment.approvedAt();
        return decision;
    }

    private Decision(UUID applicationId, DecisionOutcome outcome, DecisionOrigin origin, String reasons, Basis basis, String subject, Instant now) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.applicationId = applicationId;
        this.outcome = outcome;
        this.origin = origin;
        this.state = DecisionState.FINAL;
        this.reasons = reasons;
        this.ruleSet = basis.ruleSet();
        this.ruleVersion = basis.ruleVersion();
        this.terms = basis.terms();
        this.proposedBy = subject;
        this.proposedAt = now;
    }

    /**
     * The second person's answer.
     *
     * @param why in words, for one that is sent back; else null
     * @throws Problem 409 {@code second-person-needed} for the one who proposed it
     */
    void settle(boolean approved, String why, String subject, Instant now) {
        DecisionState next = DecisionState.LIFECYCLE.require(state, DecisionState.answer(approved), ApplicationError.NO_DECISION_PENDING);
        if (proposedBy.equals(subject)) {
            throw Problem.of(ApplicationError.SECOND_PERSON_NEEDED, "You proposed this decision. Ask another member of the programme team to approve it.");
        }
        state = next;
        answer = approved ? null : why;
        approvedBy = subject;
        approvedAt = now;
    }

    /** The application ended before a second person answered. */
    void lapse() {
        state = DecisionState.LIFECYCLE.require(state, DecisionState.Act.LAPSE, ApplicationError.NO_DECISION_PENDING);
    }

    /** Whether that person decided, as the first or the second. */
    boolean isBy(String subject) {
        return proposedBy.equals(subject) || subject.equals(approvedBy);
    }

    /** When it became final; null unless it did. */
    Instant finalAt() {
        if (state != DecisionState.FINAL) {
            return null;
        }
        return approvedAt == null ? proposedAt : approvedAt;
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID id() {
        return id;
    }

    DecisionOutcome outcome() {
        return outcome;
    }

    DecisionState state() {
        return state;
    }

    boolean secondPerson() {
        return secondPerson;
    }

    /** JSON array of code and text. */
    String reasons() {
        return reasons;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    String approvedBy() {
        return approvedBy;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    DecisionOrigin origin() {
        return origin;
    }

    String ruleSet() {
        return ruleSet;
    }

    Integer ruleVersion() {
        return ruleVersion;
    }

    /** What programme and pathway asked and gave then, as JSON; null where it was not kept. */
    String terms() {
        return terms;
    }

    UUID reconsiderationId() {
        return reconsiderationId;
    }

    /** Why the second person sent it back. */
    String answer() {
        return answer;
    }

    /**
     * What a decision rests on.
     *
     * @param ruleSet     rules under which eligibility had been found
     * @param ruleVersion their version
     * @param terms       what programme and pathway asked and gave, as JSON
     */
    record Basis(String ruleSet, Integer ruleVersion, String terms) {
    }
}
