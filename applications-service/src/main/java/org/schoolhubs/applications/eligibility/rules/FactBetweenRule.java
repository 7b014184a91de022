package org.schoolhubs.applications.eligibility.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a number of the register lies between two bounds, both included. What the register does not say is put to a person.
 *
 * @param from null for no lower bound
 * @param to   null for no upper bound
 */
record FactBetweenRule(String id, Fact fact, BigDecimal from, BigDecimal to, RuleOutcome otherwise) implements Rule<SchoolFacts> {
    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        Optional<BigDecimal> value = fact.numberOf(school);
        if (value.isEmpty()) {
            return RuleResult.review(id, "The register does not give the %s of this school, so a person must look.".formatted(fact.title()),
                    school.fact("The %s: not given".formatted(fact.title())));
        }
        Evidence evidence = school.fact("The %s: %s".formatted(fact.title(), value.get().toPlainString()));
        boolean within = (from == null || value.get().compareTo(from) >= 0) && (to == null || value.get().compareTo(to) <= 0);
        if (within) {
            return RuleResult.pass(id, "The %s is %s.".formatted(fact.title(), range()), evidence);
        }
        return otherwise == RuleOutcome.FAIL
                ? RuleResult.fail(id, "The %s must be %s. If the register's entry is wrong, the school can correct it in Get Information about Schools."
                        .formatted(fact.title(), range()), evidence)
                : RuleResult.review(id, "The %s is expected to be %s, so a person must look.".formatted(fact.title(), range()), evidence);
    }

    @Override
    public String meaning() {
        return "Passes when the %s (%s) is %s. Another number %s; where the register gives none, a person looks.".formatted(fact.title(), fact.code(), range(),
                otherwise == RuleOutcome.FAIL ? "fails" : "needs a person");
    }

    private String range() {
        if (from == null) {
            return to.toPlainString() + " or less";
        }
        return to == null ? from.toPlainString() + " or more" : "from %s to %s".formatted(from.toPlainString(), to.toPlainString());
    }
}
