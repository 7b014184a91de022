package org.schoolhubs.applications.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.kernel.Urn;

/** A school that an import changed, and what was done about it. */
@Entity
class RegisterChange {
    private static final int LONGEST_DETAIL = 1000;

    @Id
    private long id;
    @Column(updatable = false)
    private UUID importId;
    @Column(updatable = false)
    private String urn;
    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private ChangeStep step;
    @Column(updatable = false)
    private String[] fields;
    @Column(updatable = false)
    private Instant createdAt;
    @Column(insertable = false, updatable = false)
    private Instant changedAt;
    @Column(insertable = false, updatable = false)
    private String position;
    private Instant workedAt;
    @Enumerated(EnumType.STRING)
    private ChangeOutcome outcome;
    private String detail;
    private int attempts;
    private Instant nextAttemptAt;

    /** For JPA. */
    protected RegisterChange() {
    }

    /** It was worked, with this outcome. */
    void worked(ChangeOutcome what, String how, Instant now) {
        ChangeState.LIFECYCLE.require(state(), ChangeState.Act.WORK, ReconciliationError.RECONCILIATION_NOT_FAILED);
        end(what, how, now);
    }

    /**
     * An attempt failed: it is tried again after a pause that grows, or given up.
     *
     * @param most after how many attempts
     * @return whether it was given up
     */
    boolean failed(String why, int most, Duration pause, Instant now) {
        attempts++;
        boolean givenUp = attempts >= most;
        ChangeState.LIFECYCLE.require(state(), givenUp ? ChangeState.Act.GIVE_UP : ChangeState.Act.FAIL_FOR_NOW, ReconciliationError.RECONCILIATION_NOT_FAILED);
        if (givenUp) {
            end(ChangeOutcome.FAILED, why, now);
        } else {
            detail = shortened(why);
            nextAttemptAt = now.plus(pause.multipliedBy(attempts));
        }
        return givenUp;
    }

    /** An operator has it worked again. Refused unless it was given up. */
    void repeat() {
        ChangeState.LIFECYCLE.require(state(), ChangeState.Act.REPEAT, ReconciliationError.RECONCILIATION_NOT_FAILED);
        outcome = null;
        workedAt = null;
        nextAttemptAt = null;
        attempts = 0;
    }

    private void end(ChangeOutcome what, String how, Instant now) {
        outcome = what;
        detail = shortened(how);
        workedAt = now;
        nextAttemptAt = null;
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }

    ChangeState state() {
        if (outcome == null) {
            return ChangeState.WAITING;
        }
        return outcome == ChangeOutcome.FAILED ? ChangeState.FAILED : ChangeState.WORKED;
    }

    long id() {
        return id;
    }

    UUID importId() {
        return importId;
    }

    Urn urn() {
        return new Urn(urn);
    }

    ChangeStep step() {
        return step;
    }

    List<String> fields() {
        return List.of(fields);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    String position() {
        return position;
    }

    Instant workedAt() {
        return workedAt;
    }

    ChangeOutcome outcome() {
        return outcome;
    }

    String detail() {
        return detail;
    }

    int attempts() {
        return attempts;
    }
}
