package org.schoolhubs.grants.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.grants.awards.PayableAward;
import org.schoolhubs.grants.payments.rules.ResultMatch;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.aggregate.Aggregate;

/** One award's payment in a run. */
@Entity
@Table(name = "payment")
class Payment extends Aggregate {
    /** Where a payment stands. */
    enum State { IN_RUN, PAID, RETURNED, CANCELLED }

    @Column(updatable = false)
    private UUID runId;
    @Column(updatable = false)
    private UUID awardId;
    @Column(updatable = false)
    private UUID payeeId;
    @Column(updatable = false)
    private UUID bankDetailsId;
    @Column(updatable = false)
    private String endToEndId;
    @Column(updatable = false)
    private long amountPence;
    @Enumerated(EnumType.STRING)
    private State state;
    private String resultReason;

    /** For JPA. */
    protected Payment() {
    }

    Payment(UUID runId, PayableAward award, UUID bankDetailsId, Instant now) {
        super(now);
        this.runId = runId;
        this.awardId = award.id();
        this.payeeId = award.payeeId();
        this.bankDetailsId = bankDetailsId;
        this.endToEndId = award.id().toString().replace("-", "");
        this.amountPence = award.amount().pence();
        this.state = State.IN_RUN;
    }

    void record(ResultMatch.Outcome outcome) {
        state = outcome.paid() ? State.PAID : State.RETURNED;
        resultReason = outcome.reason();
    }

    void cancel() {
        state = State.CANCELLED;
    }

    UUID awardId() {
        return awardId;
    }

    UUID payeeId() {
        return payeeId;
    }

    UUID bankDetailsId() {
        return bankDetailsId;
    }

    String endToEndId() {
        return endToEndId;
    }

    Money amount() {
        return Money.ofPence(amountPence);
    }

    State state() {
        return state;
    }

    String resultReason() {
        return resultReason;
    }
}
