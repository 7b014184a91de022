package org.schoolhubs.applications.eligibility.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A rule as data: a kind and its parameters. Which parameters a kind takes, {@link RuleKind} says.
 *
 * @param id          stable id of the rule within its set, kebab-case
 * @param kind        code of a {@link RuleKind}
 * @param accepts     accepted values; null where the kind takes none
 * @param fact        name of a {@link Fact}
 * @param from        least accepted number
 * @param to          greatest accepted number
 * @param otherwise   FAIL or REVIEW: what a value that is not accepted means
 * @param since       a day from which the rule means something else
 * @param atLeast     how many schools of a trust
 * @param schoolRules the rules for each school of a trust
 */
public record RuleDefinition(String id, String kind, List<String> accepts, String fact, BigDecimal from, BigDecimal to, RuleOutcome otherwise, LocalDate since,
                             Integer atLeast, List<RuleDefinition> schoolRules) {
}
