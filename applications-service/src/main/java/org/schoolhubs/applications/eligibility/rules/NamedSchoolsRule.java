package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Whether every school that the trust named is its own on the day that is judged. */
record NamedSchoolsRule(String id) implements Rule<TrustFacts> {
    @Override
    public RuleResult check(TrustFacts trust, LocalDate on) {
        if (!trust.strangers().isEmpty()) {
            List<Evidence> strangers = trust.strangers().stream().map(TrustFacts.Stranger::evidence).toList();
            return new RuleResult(id, RuleOutcome.FAIL, strangers, "These schools are not of this trust: %s. Leave them out, or name the trust they belong to."
                    .formatted(trust.strangers().stream().map(TrustFacts.Stranger::urn).collect(Collectors.joining(", "))));
        }
        Evidence fact = trust.fact("Schools judged: %d".formatted(trust.schools().size()));
        return RuleResult.pass(id, trust.named() ? "Every school that was named belongs to the trust."
                : "No school was named, so every open school of the trust is judged.",
                fact);
    }

    @Override
    public String meaning() {
        return "Fails, naming them, when schools were named that do not belong to the trust on the day judged. Passes otherwise, also when none was named: "
                + "every open school of the trust is judged then.";
    }
}
