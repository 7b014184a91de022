package org.schoolhubs.applications.eligibility.rules;

import java.util.List;

/**
 * The explained answer of one rule.
 *
 * @param rule     id of the rule, stable across versions of a rule set
 * @param outcome  PASS, FAIL, REVIEW or INFO
 * @param evidence every fact it rests on, the decisive one first; where facts disagree all of them are laid out
 * @param sentence the answer in plain English, and what one can do where it is not a yes
 * @param schools  for a rule about the schools of a trust: each school with its own outcome and results; empty otherwise
 */
public record RuleResult(String rule, RuleOutcome outcome, List<Evidence> evidence, String sentence, List<SchoolFinding> schools) {
    public RuleResult {
        evidence = List.copyOf(evidence);
        // Results that were stored before trusts were judged have none.
        schools = schools == null ? List.of() : List.copyOf(schools);
    }

    RuleResult(String rule, RuleOutcome outcome, List<Evidence> evidence, String sentence) {
        this(rule, outcome, evidence, sentence, List.of());
    }

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
