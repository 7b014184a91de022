package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;

/** Whether the trust operates. */
record TrustOpenRule(String id) implements Rule<TrustFacts> {
    @Override
    public RuleResult check(TrustFacts trust, LocalDate on) {
        Evidence fact = trust.fact("Status of the group " + trust.status());
        return switch (trust.status()) {
            case OPEN -> RuleResult.pass(id, "The trust is open.", fact);
            case CLOSED -> RuleResult.fail(id, "The trust is closed. If its schools joined another trust, ask for that one.", fact);
            case PROPOSED_TO_OPEN -> RuleResult.fail(id, "The trust has not opened yet. Ask again once it is open.", fact);
            case UNKNOWN -> RuleResult.review(id, "No file of groups has said yet whether the trust is open, so a person must look.", fact);
        };
    }

    @Override
    public String meaning() {
        return "Passes when the group is open; fails when it is closed or proposed to open. A trust that only its schools name, and no file of groups, needs a person.";
    }
}
