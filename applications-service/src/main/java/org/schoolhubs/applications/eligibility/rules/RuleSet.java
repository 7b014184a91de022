package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * A versioned list of rules. What was decided under a version stays explained by that version: a changed criterion is a new version, never an edit.
 */
public final class RuleSet {
    private final String id;
    private final int version;
    private final List<Rule> rules;

    RuleSet(String id, int version, List<Rule> rules) {
        this.id = id;
        this.version = version;
        this.rules = List.copyOf(rules);
    }

    /** Names the set across its versions. */
    public String id() {
        return id;
    }

    /** Counts from 1. */
    public int version() {
        return version;
    }

    /** Ids of the rules, in the order they are answered. */
    public List<String> ruleIds() {
        return rules.stream().map(Rule::id).toList();
    }

    /**
     * Judges one school.
     *
     * @param school      what the register says
     * @param inspections every inspection known, in any order; those that began after {@code on} do not count
     * @param on          the day judged, Europe/London
     */
    public Assessment assess(SchoolFacts school, List<InspectionEvidence> inspections, LocalDate on) {
        List<InspectionEvidence> known = inspections.stream().filter(one -> one.date() == null || !one.date().isAfter(on)).toList();
        List<RuleResult> results = rules.stream().map(rule -> rule.check(school, known)).toList();
        return new Assessment(id, version, on, Outcome.of(results), results);
    }
}
