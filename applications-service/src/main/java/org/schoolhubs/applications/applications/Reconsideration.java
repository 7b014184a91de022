package org.schoolhubs.applications.applications;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** The reconsideration of a refusal that an applicant asked for. Its grounds may speak about people, so they are erased after their time. */
@Entity
@Table(name = "application_reconsideration")
@DynamicUpdate // the database lets only the outcome and the erasure be updated
class Reconsideration {
    @Id
    private UUID id;
    private UUID applicationId;
    private UUID decisionId;
    @Enumerated(EnumType.STRING)
    private ReconsiderationState state;
    private String grounds;
    private LocalDate keepGroundsUntil;
    private Instant groundsErasedAt;
    private String askedBy;
    private Instant askedAt;
    private UUID outcomeDecisionId;
    private Instant decidedAt;

    /** For JPA. */
    protected Reconsideration() {
    }

    /**
     * @param decisionId       the refusal
     * @param keepGroundsUntil last day on which the grounds are kept
     */
    Reconsideration(UUID applicationId, UUID decisionId, String grounds, LocalDate keepGroundsUntil, String subject, Instant now) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.applicationId = applicationId;
        this.decisionId = decisionId;
        this.state = ReconsiderationState.ASKED;
        this.grounds = grounds;
        this.keepGroundsUntil = keepGroundsUntil;
        this.askedBy = subject;
        this.askedAt = now;
    }

    /** A final decision was made on it. */
    void decided(Decision decision, Instant now) {
        state = ReconsiderationState.LIFECYCLE.require(state, ReconsiderationState.by(decision.outcome()), DecisionError.NO_RECONSIDERATION_OPEN);
        outcomeDecisionId = decision.id();
        decidedAt = now;
    }

    /** Erases the grounds; that there were some is still known. */
    void eraseGrounds(Instant now) {
        grounds = null;
        groundsErasedAt = now;
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

    ReconsiderationState state() {
        return state;
    }

    /** Null once erased. */
    String grounds() {
        return grounds;
    }

    LocalDate keepGroundsUntil() {
        return keepGroundsUntil;
    }

    Instant groundsErasedAt() {
        return groundsErasedAt;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    UUID outcomeDecisionId() {
        return outcomeDecisionId;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
