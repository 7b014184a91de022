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

/** A decision of the programme team. What was decided is never altered; a second person can only make it final or reject it. */
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

    /** For JPA. */
    protected Decision() {
    }

    /**
     * @param secondPerson whether another person has to approve it before it holds
     * @param reasons      as JSON
     */
    Decision(UUID applicationId, DecisionOutcome outcome, boolean secondPerson, String reasons, String subject, Instant now) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.applicationId = applicationId;
        this.outcome = outcome;
        this.secondPerson = secondPerson;
        this.state = secondPerson ? DecisionState.PROPOSED : DecisionState.FINAL;
        this.reasons = reasons;
        this.proposedBy = subject;
        this.proposedAt = now;
    }

    /** @throws Problem 409 {@code second-person-needed} for the one who proposed it */
    void settle(boolean approved, String subject, Instant now) {
        if (state != DecisionState.PROPOSED) {
            throw Problem.of(ApplicationError.NO_DECISION_PENDING, "This decision has been made: it is not altered.");
        }
        if (proposedBy.equals(subject)) {
            throw Problem.of(ApplicationError.SECOND_PERSON_NEEDED, "You proposed this decision. Ask another member of the programme team to approve it.");
        }
        state = approved ? DecisionState.FINAL : DecisionState.REJECTED;
        approvedBy = subject;
        approvedAt = now;
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
}
