package org.schoolhubs.applications.eligibility.rules;

import java.util.List;

/** Open now; a school that is to close is open still, but whether it can finish the programme is for a person to say. */
record OpenRule() implements Rule {
    @Override
    public String id() {
        return "open";
    }

    @Override
    public RuleResult check(SchoolFacts school, List<InspectionEvidence> inspections) {
        Evidence fact = school.fact("Status " + school.status());
        return switch (school.status()) {
            case OPEN -> RuleResult.pass(id(), "The school is open.", fact);
            case OPEN_PROPOSED_TO_CLOSE -> RuleResult.review(id(), "The school is open, but it is proposed to close it, so a person must look.", fact);
            case CLOSED -> RuleResult.fail(id(), "The school is closed.", fact);
            case PROPOSED_TO_OPEN -> RuleResult.fail(id(), "The school has not opened yet.", fact);
        };
    }
}
