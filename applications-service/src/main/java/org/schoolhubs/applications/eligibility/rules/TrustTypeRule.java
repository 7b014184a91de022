package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the group is a trust of an accepted type. Federations of maintained schools, sponsors and the like are no trusts. */
record TrustTypeRule(String id, Set<TrustType> accepted) implements Rule<TrustFacts> {
    @Override
    public RuleResult check(TrustFacts trust, LocalDate on) {
        Evidence fact = trust.fact("Group %s: group type %s".formatted(trust.uid(), trust.typeCode() == null ? "not given" : trust.typeCode()));
        if (accepted.contains(trust.type())) {
            return RuleResult.pass(id, "This is one of the %s.".formatted(trust.type().plural()), fact);
        }
        if (trust.type() == TrustType.UNKNOWN) {
            return RuleResult.review(id, "No file of groups has said yet what kind of trust this is, so a person must look.", fact);
        }
        return RuleResult.fail(id, "The programme takes %s, and this is one of the %s. Its schools may apply by themselves to a pathway for schools."
                .formatted(listed(), trust.type().plural()), fact);
    }

    @Override
    public String meaning() {
        return ("Passes for %s, by GIAS's group type (6 multi-academy, 10 single-academy, 11 secure single-academy trust). Another type fails: federations "
                + "of maintained schools, trusts that support foundation schools, sponsors and umbrella trusts among them. A trust that only its schools "
                + "name, and no file of groups, needs a person.").formatted(listed());
    }

    private String listed() {
        return accepted.stream().sorted().map(TrustType::plural).collect(Collectors.joining(", "));
    }
}
