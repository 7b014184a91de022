package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether a fact of the register is an accepted one. What the register does not say is put to a person. */
record FactIsOneOfRule(String id, Fact fact, List<String> accepted, RuleOutcome otherwise) implements Rule<SchoolFacts> {
    FactIsOneOfRule {
        accepted = List.copyOf(accepted);
    }

    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        Optional<String> value = fact.textOf(school);
        if (value.isEmpty()) {
            return RuleResult.review(id, "The register does not give the %s of this school, so a person must look.".formatted(fact.title()),
                    school.fact("The %s: not given".formatted(fact.title())));
        }
        Evidence evidence = school.fact("The %s: %s".formatted(fact.title(), value.get()));
        if (accepted.contains(value.get())) {
            return RuleResult.pass(id, "The %s is one that the programme takes.".formatted(fact.title()), evidence);
        }
        return otherwise == RuleOutcome.FAIL
                ? RuleResult.fail(id, "The programme takes the %s %s. If the register's entry is wrong, the school can correct it in Get Information about Schools."
                        .formatted(fact.title(), String.join(", ", accepted)), evidence)
                : RuleResult.review(id, "The programme expects the %s %s, so a person must look.".formatted(fact.title(), String.join(", ", accepted)), evidence);
    }

    @Override
    public String meaning() {
        return "Passes when the %s (%s) is one of: %s. Another value %s; where the register gives none, a person looks.".formatted(fact.title(), fact.code(),
                String.join(", ", accepted), otherwise == RuleOutcome.FAIL ? "fails" : "needs a person");
    }
}
