package org.schoolhubs.applications.eligibility.rules;

import java.util.List;

/**
 * The explained answer of one rule.
 *
 * @param rule     id of the rule, stable across versions of a rule set
 * @param outcome  PASS, FAIL or REVIEW
 * @param evidence every fact it rests on, the decisive one first; where facts disagree all of them are laid out
 * @param sentence the answer in plain English
 */
public record RuleResult(String rule, RuleOutcome outcome, List<Evidence> evidence, String sentence) {
    static RuleResult pass(String rule, String sentence, Evidence... evidence) {
        return new RuleResult(rule, RuleOutcome.PASS, List.of(evidence), sentence);
    }

    static RuleResult fail(String rule, String sentence, Evidence... evidence) {
        return new RuleResult(rule, RuleOutcome.FAIL, List.of(evidence), sentence);
    }

    static RuleResult review(String rule, String sentence, Evidence... evidence) {
        return new RuleResult(rule, RuleOutcome.REVIEW, List.of(evidence), sentence);
    }
}
