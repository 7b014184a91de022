package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * What a rule set says of a school or a trust on one day, with every rule's reason. Rule set, version, day and facts are all it was made of: applied again to
 * the same facts, that version gives the same answer.
 *
 * @param ruleSet code of the rule set
 * @param version its version
 * @param on      the day that was judged; inspections after it do not count
 * @param outcome NOT_ELIGIBLE if any rule failed, else MANUAL_REVIEW if any needs a person, else ELIGIBLE
 * @param results one per rule, in the order of the rule set
 * @param subject the facts that were judged; null where an assessment was read back without them
 */
public record Assessment(String ruleSet, int version, LocalDate on, Outcome outcome, List<RuleResult> results, Subject subject) {
    public Assessment {
        results = List.copyOf(results);
    }

    /** An assessment that was read back without its facts. */
    public Assessment(String ruleSet, int version, LocalDate on, Outcome outcome, List<RuleResult> results) {
        this(ruleSet, version, on, outcome, results, null);
    }
}
