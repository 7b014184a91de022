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

/** The undoing of a final decision, proposed by one person and approved by another. The decision itself stays in the record as it was. */
@Entity
@Table(name = "application_amendment")
@DynamicUpdate // the database lets only the second person's answer be updated
class Amendment {
    @Id
    private UUID id;
    private UUID applicationId;
    private UUID decisionId;
    @Enumerated(EnumType.STRING)
    private DecisionOutcome formerOutcome;
    @Enumerated(EnumType.STRING)
    private AmendmentOutcome outcome;
    @Enumerated(EnumType.STRING)
    private DecisionState state;
    @JdbcTypeCode(SqlTypes.JSON)
    private String reasons;
    @JdbcTypeCode(SqlTypes.JSON)
    private String decisionReasons;
    private String proposedBy;
    private Instant proposedAt;
    private String approvedBy;
    private Instant approvedAt;
    private String answer;

    /** For JPA. */
    protected Amendment() {
    }

    /**
     * @param undone          the final decision
     * @param reasons         as JSON
     * @param decisionReasons reasons of the refusal as JSON, where it becomes one; else null
     */
    Amendment(Decision undone, AmendmentOutcome outcome, String reasons, String decisionReasons, String subject, Instant now) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.applicationId = undone.applicationId();
        this.decisionId = undone.id();
        this.formerOutcome = undone.outcome();
        this.outcome = outcome;
        this.state = DecisionState.PROPOSED;
        this.reasons = reasons;
        this.decisionReasons = decisionReasons;
        this.proposedBy = subject;
        this.proposedAt = now;
    }

    /**
     * The second person's answer.
     *
     * @param why in words, for one that is sent back; else null
     * @throws Problem 409 {@code second-person-needed} for the one who proposed it, {@code no-amendment-pending}
     */
    void settle(boolean approved, String why, String subject, Instant now) {
        DecisionState next = DecisionState.LIFECYCLE.require(state, DecisionState.answer(approved), DecisionError.NO_AMENDMENT_PENDING);
        if (proposedBy.equals(subject)) {
            throw Problem.of(ApplicationError.SECOND_PERSON_NEEDED, "You proposed this amendment. Ask another member of the programme team to approve it.");
        }
        state = next;
        answer = approved ? null : why;
        approvedBy = subject;
        approvedAt = now;
    }

    /** The application went another way before a second person answered. */
    void lapse() {
        state = DecisionState.LIFECYCLE.require(state, DecisionState.Act.LAPSE, DecisionError.NO_AMENDMENT_PENDING);
    }

    UUID id() {
        return id;
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID decisionId() {
        return decisionId;
    }

    DecisionOutcome formerOutcome() {
        return formerOutcome;
    }

    AmendmentOutcome outcome() {
        return outcome;
    }

    DecisionState state() {
        return state;
    }

    /** JSON array of code and text. */
    String reasons() {
        return reasons;
    }

    /** JSON array of code and text, or null. */
    String decisionReasons() {
        return decisionReasons;
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

    /** Why the second person sent it back. */
    String answer() {
        return answer;
    }
}
