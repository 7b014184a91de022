package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A version of a list of rules. What was decided under a version stays explained by that version: a changed criterion is a new version, never an edit.
 */
public final class RuleSet {
    private final String code;
    private final int version;
    private final SubjectKind subject;
    private final List<Rule<SchoolFacts>> schoolRules;
    private final List<Rule<TrustFacts>> trustRules;

    private RuleSet(String code, int version, SubjectKind subject, List<Rule<SchoolFacts>> schoolRules, List<Rule<TrustFacts>> trustRules) {
        this.code = code;
        this.version = version;
        this.subject = subject;
        this.schoolRules = schoolRules;
        this.trustRules = trustRules;
    }

    /** What is wrong with these rules, with a pointer below the list each; empty if nothing is. */
    public static List<Fault> faults(SubjectKind subject, List<RuleDefinition> definitions) {
        RuleReader reader = new RuleReader();
        if (subject == SubjectKind.SCHOOL) {
            reader.forSchools(definitions);
        } else {
            reader.forTrusts(definitions);
        }
        return reader.faults();
    }

    /**
     * The set that these definitions make.
     *
     * @throws IllegalArgumentException if something is wrong with them; {@link #faults} says what
     */
    public static RuleSet of(String code, int version, SubjectKind subject, List<RuleDefinition> definitions) {
        RuleReader reader = new RuleReader();
        List<Rule<SchoolFacts>> forSchools = subject == SubjectKind.SCHOOL ? reader.forSchools(definitions) : List.of();
        List<Rule<TrustFacts>> forTrusts = subject == SubjectKind.TRUST ? reader.forTrusts(definitions) : List.of();
        if (!reader.faults().isEmpty()) {
            throw new IllegalArgumentException("Rule set %s version %d: %s".formatted(code, version, reader.faults()));
        }
        return new RuleSet(code, version, subject, forSchools, forTrusts);
    }

    /** Names the set across its versions. */
    public String code() {
        return code;
    }

    /** Counts from 1. */
    public int version() {
        return version;
    }

    /** Whom it judges. */
    public SubjectKind subject() {
        return subject;
    }

    /** Ids of the rules, in the order they are answered. */
    public List<String> ruleIds() {
        return subject == SubjectKind.SCHOOL ? schoolRules.stream().map(Rule::id).toList() : trustRules.stream().map(Rule::id).toList();
    }

    /** Each rule in plain English, with the values it accepts, in the order of the rules. */
    public List<String> meanings() {
        return subject == SubjectKind.SCHOOL ? schoolRules.stream().map(Rule::meaning).toList() : trustRules.stream().map(Rule::meaning).toList();
    }

    /** Which facts the rules look at beyond the rows of the register. */
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        schoolRules.forEach(rule -> needs.addAll(rule.needs()));
        trustRules.forEach(rule -> needs.addAll(rule.needs()));
        return needs;
    }

    /**
     * Judges a school or a trust.
     *
     * @param subject what is known; inspections that began after {@code on} do not count
     * @param on      the day judged, Europe/London
     * @throws IllegalArgumentException for a trust where the rules are for schools, or the other way round
     */
    public Assessment assess(Subject subject, LocalDate on) {
        if ((subject.school() != null) != (this.subject == SubjectKind.SCHOOL)) {
            throw new IllegalArgumentException("Rule set %s judges a %s".formatted(code, this.subject));
        }
        Subject known = subject.knownOn(on);
        List<RuleResult> results = this.subject == SubjectKind.SCHOOL ? results(schoolRules, known.school(), on) : results(trustRules, known.trust(), on);
        return new Assessment(code, version, on, Outcome.of(results), results, known);
    }

    static <F> List<RuleResult> results(List<Rule<F>> rules, F facts, LocalDate on) {
        return rules.stream().map(rule -> rule.check(facts, on)).toList();
    }
}
