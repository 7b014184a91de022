package org.schoolhubs.grants.awards;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.grants.awards.rules.AwardAct;
import org.schoolhubs.grants.awards.rules.AwardLifecycle;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.grants.awards.rules.Ending;
import org.schoolhubs.grants.awards.rules.Recipients;
import org.schoolhubs.grants.ledger.MoneyOf;
import org.schoolhubs.grants.tariffs.Tariff;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.aggregate.Aggregate;

/**
 * The one award of an application: an amount fixed by the tariff of the day of acceptance. It is kept through transfer and succession. What it does to budget
 * and ledger is {@link AwardMoney}'s business; every act that the lifecycle does not allow is refused with 409 {@code transition-impossible}.
 */
@Entity
@Table(name = "award")
class Award extends Aggregate {
    @Column(updatable = false)
    private UUID applicationId;
    private UUID membershipId;
    private String urn;
    private String trustUid;
    private String laCode;
    @Column(updatable = false)
    private String programme;
    @Column(updatable = false)
    private String pathway;
    private String cohort;
    private LocalDate cohortEndsOn;
    @Column(updatable = false)
    private LocalDate acceptedOn;
    @Column(updatable = false)
    private UUID tariffId;
    @Column(updatable = false)
    private long amountPence;
    private FinancialYear financialYear;
    @Enumerated(EnumType.STRING)
    private AwardState state;
    private int commitment;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> conditions;
    private String permittedUse;
    private Instant offeredAt;
    private UUID payeeId;
    private Instant agreedAt;
    private LocalDate planCompletedOn;
    private LocalDate withdrawnOn;
    private String reasonCode;

    /** For JPA. */
    protected Award() {
    }

    /** An award that queues for budget. */
    Award(MembershipFact membership, Tariff tariff, FinancialYear financialYear, Instant now) {
        super(now);
        this.applicationId = membership.applicationId();
        this.programme = membership.programme();
        this.pathway = membership.pathway();
        this.acceptedOn = membership.acceptedOn();
        this.tariffId = tariff.id();
        this.amountPence = tariff.amount().pence();
        this.financialYear = financialYear;
        this.state = AwardState.WAITING_FOR_BUDGET;
        follow(membership);
    }

    /**
     * The school has another membership or is another school now (transfer, succession): same award, same amount.
     *
     * @return whether anything is new
     */
    boolean follow(MembershipFact membership) {
        boolean same = membership.membershipId().equals(membershipId) && recipients().equals(membership.recipients()) && membership.cohort().equals(cohort)
                && membership.cohortEndsOn().equals(cohortEndsOn);
        membershipId = membership.membershipId();
        urn = membership.urn();
        trustUid = membership.trustUid();
        laCode = membership.laCode();
        cohort = membership.cohort();
        cohortEndsOn = membership.cohortEndsOn();
        return !same;
    }

    /** Budget is committed. A reinstated award goes on to where it stood before it was cancelled. */
    void reserve() {
        act(AwardAct.RESERVE);
        commitment++;
        reasonCode = null;
        if (offeredAt != null) {
            act(AwardAct.OFFER);
        }
        if (agreedAt != null) {
            act(AwardAct.ACCEPT);
        }
        becomePayableWhenCompleted();
    }

    void offer(List<String> offeredConditions, String use, Instant now) {
        act(AwardAct.OFFER);
        conditions = List.copyOf(offeredConditions);
        permittedUse = use;
        offeredAt = now;
    }

    void accept(UUID payee, Instant now) {
        act(AwardAct.ACCEPT);
        payeeId = payee;
        agreedAt = now;
    }

    /** @return whether it became payable */
    boolean becomePayableWhenCompleted() {
        if (state != AwardState.ACCEPTED || ending() != Ending.COMPLETED) {
            return false;
        }
        act(AwardAct.MAKE_PAYABLE);
        return true;
    }

    void recordCompletion(LocalDate effectiveOn) {
        planCompletedOn = effectiveOn;
    }

    void recordWithdrawal(LocalDate effectiveOn) {
        withdrawnOn = effectiveOn;
    }

    /** A new membership for the same application: the former withdrawal is history. */
    void forgetWithdrawal() {
        withdrawnOn = null;
    }

    void putInRun() {
        act(AwardAct.PUT_IN_RUN);
    }

    void takeOutOfRun() {
        act(AwardAct.TAKE_OUT_OF_RUN);
    }

    void confirmPaid() {
        act(AwardAct.CONFIRM_PAID);
        reasonCode = null;
    }

    void returned(String reason) {
        act(AwardAct.RETURN);
        reasonCode = reason;
    }

    void hold(String reason) {
        act(AwardAct.HOLD);
        reasonCode = reason;
    }

    void release() {
        act(AwardAct.RELEASE);
        reasonCode = null;
        becomePayableWhenCompleted();
    }

    void cancel(String reason) {
        act(AwardAct.CANCEL);
        reasonCode = reason;
    }

    /** Queues for budget again. */
    void reinstate(FinancialYear year) {
        act(AwardAct.REINSTATE);
        financialYear = year;
        reasonCode = null;
    }

    private void act(AwardAct act) {
        state = AwardLifecycle.TABLE.require(state, act);
    }

    boolean can(AwardAct act) {
        return AwardLifecycle.TABLE.next(state, act).isPresent();
    }

    Ending ending() {
        return Ending.of(planCompletedOn, withdrawnOn);
    }

    Recipients recipients() {
        return new Recipients(urn, trustUid, laCode);
    }

    boolean isVisibleTo(Set<String> organisations) {
        return recipients().includeAny(organisations);
    }

    MoneyOf money() {
        return new MoneyOf(id(), commitment, programme, financialYear);
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID membershipId() {
        return membershipId;
    }

    String urn() {
        return urn;
    }

    String trustUid() {
        return trustUid;
    }

    String laCode() {
        return laCode;
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

    LocalDate cohortEndsOn() {
        return cohortEndsOn;
    }

    LocalDate acceptedOn() {
        return acceptedOn;
    }

    Money amount() {
        return Money.ofPence(amountPence);
    }

    FinancialYear financialYear() {
        return financialYear;
    }

    AwardState state() {
        return state;
    }

    List<String> conditions() {
        return conditions;
    }

    String permittedUse() {
        return permittedUse;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    UUID payeeId() {
        return payeeId;
    }

    Instant agreedAt() {
        return agreedAt;
    }

    LocalDate planCompletedOn() {
        return planCompletedOn;
    }

    LocalDate withdrawnOn() {
        return withdrawnOn;
    }

    String reasonCode() {
        return reasonCode;
    }
}
