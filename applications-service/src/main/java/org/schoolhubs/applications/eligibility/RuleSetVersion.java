package org.schoolhubs.applications.eligibility;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** A version of a rule set: drafted by some, published by another, never changed from then on. */
@Entity
class RuleSetVersion extends Aggregate {
    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "code")
    private RuleSetTarget target;
    private int number;
    @Enumerated(EnumType.STRING)
    private RuleSetState state;
    private LocalDate validFrom;
    private String description;
    /** JSON array of rule definitions. */
    @JdbcTypeCode(SqlTypes.JSON)
    private String rules;
    private List<String> draftedBy;
    private String publishedBy;
    private Instant publishedAt;

    /** For JPA. */
    protected RuleSetVersion() {
    }

    RuleSetVersion(RuleSetTarget target, int number, LocalDate validFrom, String description, String rules, String drafter, Instant now) {
        super(now);
        this.target = target;
        this.number = number;
        this.state = RuleSetState.DRAFT;
        this.validFrom = validFrom;
        this.description = description;
        this.rules = rules;
        this.draftedBy = List.of(drafter);
    }

    /** @throws Problem 409 {@code rule-set-published} */
    void edit(LocalDate newValidFrom, String newDescription, String newRules, String drafter) {
        state = RuleSetLifecycle.TABLE.require(state, RuleSetAct.EDIT, EligibilityError.RULE_SET_PUBLISHED);
        validFrom = newValidFrom;
        description = newDescription;
        rules = newRules;
        if (!draftedBy.contains(drafter)) {
            List<String> drafters = new ArrayList<>(draftedBy);
            drafters.add(drafter);
            draftedBy = drafters;
        }
    }

    /** @throws Problem 409 {@code rule-set-published}, {@code second-person-needed} for anybody who changed the draft */
    void publish(String publisher, Instant now) {
        RuleSetState published = RuleSetLifecycle.TABLE.require(state, RuleSetAct.PUBLISH, EligibilityError.RULE_SET_PUBLISHED);
        if (wasDraftedBy(publisher)) {
            throw Problem.of(ApplicationError.SECOND_PERSON_NEEDED, "Ask a colleague who did not change this draft to publish it.");
        }
        state = published;
        publishedBy = publisher;
        publishedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    boolean wasDraftedBy(String subject) {
        return draftedBy.contains(subject);
    }

    RuleSetTarget target() {
        return target;
    }

    int number() {
        return number;
    }

    RuleSetState state() {
        return state;
    }

    boolean isPublished() {
        return state == RuleSetState.PUBLISHED;
    }

    /** First day that is judged by it, Europe/London. */
    LocalDate validFrom() {
        return validFrom;
    }

    String description() {
        return description;
    }

    String rules() {
        return rules;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
