package org.schoolhubs.applications.programmes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.ChangeLifecycle.Act;
import org.schoolhubs.applications.programmes.ChangeLifecycle.State;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** A change of a programme or cohort: what it was made from, what it makes of it, who and why. Of what is open it is a proposal until another one approves. */
@Entity
@Table(name = "programme_change")
@DynamicUpdate // the database lets only the outcome be updated
class CatalogueChange extends Aggregate {
    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;
    private String cohort;
    @Enumerated(EnumType.STRING)
    private ChangeKind kind;
    @Enumerated(EnumType.STRING)
    private State state;
    private boolean secondPerson;
    private LocalDate validFrom;
    @JdbcTypeCode(SqlTypes.JSON)
    private String before;
    @JdbcTypeCode(SqlTypes.JSON)
    private String after;
    @JdbcTypeCode(SqlTypes.JSON)
    private String rulings;
    private String reason;
    private String madeBy;
    private String decidedBy;
    private Instant decidedAt;
    private String decisionReason;

    /** For JPA. */
    protected CatalogueChange() {
    }

    /**
     * What somebody wants to change.
     *
     * @param cohort    code, or null where the programme itself is changed
     * @param validFrom first day of new terms, or null for at once
     */
    record Wish(ChangeKind kind, String cohort, LocalDate validFrom, String reason, String madeBy) {
    }

    /** Documents and rulings as JSON. */
    record Papers(String before, String after, String rulings) {
    }

    /** @param secondPerson whether it waits for another person; else it counts as made */
    CatalogueChange(Programme programme, Wish wish, Papers papers, boolean secondPerson, Instant now) {
        super(now);
        this.programme = programme;
        this.cohort = wish.cohort();
        this.kind = wish.kind();
        this.validFrom = wish.validFrom();
        this.reason = wish.reason();
        this.madeBy = wish.madeBy();
        this.before = papers.before();
        this.after = papers.after();
        this.rulings = papers.rulings();
        this.secondPerson = secondPerson;
        this.state = secondPerson ? State.PROPOSED : State.APPLIED;
    }

    /** @throws Problem 409 {@code change-settled}, {@code second-person-needed} for the one who proposed it */
    void approve(String subject, String why, Instant now) {
        settle(Act.APPROVE, subject, why, now);
    }

    /** @throws Problem 409 {@code change-settled}, {@code second-person-needed} for the one who proposed it */
    void reject(String subject, String why, Instant now) {
        settle(Act.REJECT, subject, why, now);
    }

    /** @throws Problem 409 {@code change-settled}, {@code change-of-another} */
    void withdraw(String subject, String why, Instant now) {
        settle(Act.WITHDRAW, subject, why, now);
    }

    private void settle(Act act, String subject, String why, Instant now) {
        State next = ChangeLifecycle.TABLE.require(state, act, ProgrammeError.CHANGE_SETTLED);
        refusal(act, subject).ifPresent(problem -> {
            throw problem;
        });
        state = next;
        decidedBy = subject;
        decidedAt = now;
        decisionReason = why;
    }

    /** Why this person may not do so, or nothing where it may. */
    Optional<Problem> refusal(Act act, String subject) {
        boolean own = madeBy.equals(subject);
        if (act == Act.WITHDRAW) {
            return own ? Optional.empty() : Optional.of(Problem.of(ProgrammeError.CHANGE_OF_ANOTHER, "Somebody else proposed this change. Reject it instead."));
        }
        return own ? Optional.of(Problem.of(ApplicationError.SECOND_PERSON_NEEDED,
                "You proposed this change. Ask another member of the programme team, or withdraw it.")) : Optional.empty();
    }

    Programme programme() {
        return programme;
    }

    /** Code of the cohort, or null. */
    String cohort() {
        return cohort;
    }

    ChangeKind kind() {
        return kind;
    }

    State state() {
        return state;
    }

    boolean secondPerson() {
        return secondPerson;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }

    String rulings() {
        return rulings;
    }

    String reason() {
        return reason;
    }

    String madeBy() {
        return madeBy;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String decisionReason() {
        return decisionReason;
    }
}
