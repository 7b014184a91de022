package org.schoolhubs.grants.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.payments.rules.RunAct;
import org.schoolhubs.grants.payments.rules.RunLifecycle;
import org.schoolhubs.grants.payments.rules.RunState;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** Awards that are paid together. Who prepared it neither approves nor releases it; the database holds that too. */
@Entity
@Table(name = "payment_run")
class PaymentRun extends Aggregate {
    @Column(updatable = false)
    private String programme;
    @Column(updatable = false)
    private LocalDate paymentDate;
    @Enumerated(EnumType.STRING)
    private RunState state;
    @Column(updatable = false)
    private int payments;
    @Column(updatable = false)
    private long totalPence;
    @Column(updatable = false)
    private String preparedBy;
    private String approvedBy;
    private Instant approvedAt;
    private String releasedBy;
    private Instant releasedAt;
    private Instant completedAt;
    private Instant cancelledAt;

    /** For JPA. */
    protected PaymentRun() {
    }

    PaymentRun(String programme, LocalDate paymentDate, int payments, Money total, String preparedBy, Instant now) {
        super(now);
        this.programme = programme;
        this.paymentDate = paymentDate;
        this.state = RunState.PREPARED;
        this.payments = payments;
        this.totalPence = total.pence();
        this.preparedBy = preparedBy;
    }

    /** @throws Problem 409 {@code second-person-required} for the preparer, {@code transition-impossible} */
    void approve(String person, Instant now) {
        act(RunAct.APPROVE);
        requireAnother(person);
        approvedBy = person;
        approvedAt = now;
    }

    /** @throws Problem 409 {@code second-person-required} for the preparer, {@code transition-impossible} */
    void release(String person, Instant now) {
        act(RunAct.RELEASE);
        requireAnother(person);
        releasedBy = person;
        releasedAt = now;
    }

    void complete(Instant now) {
        act(RunAct.RECORD_RESULTS);
        completedAt = now;
    }

    void cancel(Instant now) {
        act(RunAct.CANCEL);
        cancelledAt = now;
    }

    private void act(RunAct act) {
        state = RunLifecycle.TABLE.require(state, act);
    }

    private void requireAnother(String person) {
        if (isPreparedBy(person)) {
            throw Problem.of(GrantError.SECOND_PERSON_REQUIRED, "You prepared this run. Another person has to approve and release it.");
        }
    }

    /** @throws Problem 409 {@code payment-date-passed} */
    void requireDateNotPassed(LocalDate today) {
        if (paymentDate.isBefore(today)) {
            throw Problem.of(GrantError.PAYMENT_DATE_PASSED, "It was to be paid on %s. Cancel it and prepare another.".formatted(paymentDate));
        }
    }

    boolean isPreparedBy(String person) {
        return person.equals(preparedBy);
    }

    boolean can(RunAct act) {
        return RunLifecycle.TABLE.next(state, act).isPresent();
    }

    String programme() {
        return programme;
    }

    LocalDate paymentDate() {
        return paymentDate;
    }

    RunState state() {
        return state;
    }

    int payments() {
        return payments;
    }

    Money total() {
        return Money.ofPence(totalPence);
    }

    Instant approvedAt() {
        return approvedAt;
    }

    Instant releasedAt() {
        return releasedAt;
    }

    Instant completedAt() {
        return completedAt;
    }

    Instant cancelledAt() {
        return cancelledAt;
    }

    /** The run's id without dashes: 32 characters. */
    String messageId() {
        return id().toString().replace("-", "");
    }
}
