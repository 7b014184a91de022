package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;

/** Open now; a school that is to close is open still, but whether it can finish the programme is for a person to say. */
record OpenRule(String id) implements Rule<SchoolFacts> {
    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        Evidence fact = school.fact("Status " + school.status());
        return switch (school.status()) {
            case OPEN -> RuleResult.pass(id, "The school is open.", fact);
            case OPEN_PROPOSED_TO_CLOSE -> RuleResult.review(id, "The school is open, but it is proposed to close it, so a person must look. Say until when "
                    + "the school will teach and which school follows it.", fact);
            case CLOSED -> RuleResult.fail(id, "The school is closed. If another school took its place, ask for that one, by its own URN.", fact);
            case PROPOSED_TO_OPEN -> RuleResult.fail(id, "The school has not opened yet. Ask again once it is open.", fact);
        };
    }

    @Override
    public String meaning() {
        return "Passes when the status is open. Open, but proposed to close, is open and needs a person. Fails when closed or proposed to open.";
    }
}
