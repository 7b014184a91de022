package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether enough schools of a trust pass rules of their own. A school that a person must look at counts neither way: the trust is eligible without it, or a
 * person looks.
 *
 * @param atLeast how many
 * @param rules   what each school is judged by
 */
record EligibleSchoolRule(String id, int atLeast, List<Rule<SchoolFacts>> rules) implements Rule<TrustFacts> {
    EligibleSchoolRule {
        rules = List.copyOf(rules);
    }

    @Override
    public RuleResult check(TrustFacts trust, LocalDate on) {
        List<SchoolFinding> findings = trust.schools().stream().sorted(Comparator.comparing(SchoolFacts::urn)).map(school -> finding(school, on)).toList();
        List<Evidence> evidence = findings.isEmpty() ? List.of(trust.fact("The trust has no school to judge")) : evidence(trust, findings);
        long eligible = count(findings, Outcome.ELIGIBLE);
        long open = count(findings, Outcome.MANUAL_REVIEW);
        if (eligible >= atLeast) {
            return new RuleResult(id, RuleOutcome.PASS, evidence, "%s of the trust %s eligible: %s. The programme asks for at least %d."
                    .formatted(schools(eligible), eligible == 1 ? "is" : "are", urns(findings, Outcome.ELIGIBLE), atLeast), findings);
        }
        if (eligible + open >= atLeast) {
            return new RuleResult(id, RuleOutcome.REVIEW, evidence,
                    "%s of the trust %s clearly eligible and the programme asks for at least %d. A person must look at: %s."
                    .formatted(eligible == 0 ? "No school" : schools(eligible), eligible > 1 ? "are" : "is", atLeast, urns(findings, Outcome.MANUAL_REVIEW)), findings);
        }
        return new RuleResult(id, RuleOutcome.FAIL, evidence,
                "%s of the trust %s eligible and the programme asks for at least %d. What stands against each school is shown with it%s."
                .formatted(eligible == 0 ? "No school" : schools(eligible), eligible > 1 ? "are" : "is", atLeast,
                        trust.named() ? "; the trust may name other schools" : ""), findings);
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        rules.forEach(rule -> needs.addAll(rule.needs()));
        return needs;
    }

    @Override
    public String meaning() {
        return ("Judges each named school of the trust, or each open one where none is named, by the rules below. Passes when at least %s eligible. Needs a "
                + "person when that many could be, counting the schools that a person must look at. Fails otherwise, also when the trust has no school.%s").formatted(
                atLeast == 1 ? "1 school is" : atLeast + " schools are",
                rules.stream().map(rule -> "\n    - `%s`: %s".formatted(rule.id(), rule.meaning())).collect(Collectors.joining()));
    }

    private SchoolFinding finding(SchoolFacts school, LocalDate on) {
        List<RuleResult> results = RuleSet.results(rules, school, on);
        return new SchoolFinding(school.urn(), school.name(), Outcome.of(results), results);
    }

    private static List<Evidence> evidence(TrustFacts trust, List<SchoolFinding> findings) {
        return findings.stream().map(school -> new Evidence("%s (%s): %s".formatted(school.name(), school.urn(), school.outcome()), sourceOf(trust, school))).toList();
    }

    private static Source sourceOf(TrustFacts trust, SchoolFinding finding) {
        return trust.schools().stream().filter(school -> school.urn().equals(finding.urn())).findFirst().orElseThrow().source();
    }

    private static long count(List<SchoolFinding> findings, Outcome outcome) {
        return findings.stream().filter(school -> school.outcome() == outcome).count();
    }

    private static String urns(List<SchoolFinding> findings, Outcome outcome) {
        return findings.stream().filter(school -> school.outcome() == outcome).map(SchoolFinding::urn).collect(Collectors.joining(", "));
    }

    private static String schools(long number) {
        return number == 1 ? "1 school" : number + " schools";
    }
}
