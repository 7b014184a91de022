package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * What a rule set says of one school on one day, with every rule's reason.
 *
 * @param ruleSet id of the rule set
 * @param version its version
 * @param on      the day that was judged; inspections after it do not count
 * @param outcome NOT_ELIGIBLE if any rule failed, else MANUAL_REVIEW if any needs a person, else ELIGIBLE
 * @param results one per rule, in the order of the rule set
 */
public record Assessment(String ruleSet, int version, LocalDate on, Outcome outcome, List<RuleResult> results) {
}
