package org.schoolhubs.applications.eligibility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.register.Phase;

/**
 * Trusts by example. Schools are written by what they are: a grade for an open secondary school, {@code closed}, {@code independent}, {@code nursery},
 * {@code unjudged}, {@code closing} (Good, proposed to close); a stranger is a named school of nobody or of another trust.
 */
class TrustExamplesTest {
    @ParameterizedTest(name = "{0}: partner {5}, lead {7}")
    @CsvSource(delimiter = '|', textBlock = """
            # what it is                                     | group type | status           | schools                                | strangers | partner | because                                    | lead   | because
            one eligible school of two                       | 6          | OPEN             | Good, Outstanding                      | 0         | yes     |                                            | yes    |
            several eligible schools                         | 06         | OPEN             | Good, Inadequate, Requires improvement | 0         | yes     |                                            | yes    |
            no eligible school                               | 6          | OPEN             | Outstanding, Outstanding               | 0         | no      | eligible-school                            | yes    |
            a trust of one, Good                             | 6          | OPEN             | Good                                   | 0         | yes     |                                            | yes    |
            a trust of one, Outstanding                      | 6          | OPEN             | Outstanding                            | 0         | no      | eligible-school                            | yes    |
            a trust of one, Inadequate                       | 6          | OPEN             | Inadequate                             | 0         | yes     |                                            | no     | eligible-school
            no school at all                                 | 6          | OPEN             |                                        | 0         | no      | eligible-school                            | no     | eligible-school
            only schools that a person must look at          | 6          | OPEN             | unjudged, closing                      | 0         | person  | eligible-school                            | person | eligible-school
            one eligible beside one for a person             | 6          | OPEN             | unjudged, Good                         | 0         | yes     |                                            | yes    |
            one for a person beside one that is not eligible | 6          | OPEN             | unjudged, Outstanding                  | 0         | person  | eligible-school                            | yes    |
            closed schools only                              | 6          | OPEN             | closed, closed                         | 0         | no      | eligible-school                            | no     | eligible-school
            independent and nursery only                     | 6          | OPEN             | independent, nursery                   | 0         | no      | eligible-school                            | yes    |
            a stranger among the named                       | 6          | OPEN             | Good                                   | 1         | no      | named-schools                              | no     | named-schools
            strangers only                                   | 6          | OPEN             |                                        | 2         | no      | named-schools, eligible-school             | no     | named-schools, eligible-school
            closed trust                                     | 6          | CLOSED           | Good                                   | 0         | no      | trust-open                                 | no     | trust-open
            closed trust without schools                     | 6          | CLOSED           |                                        | 0         | no      | trust-open, eligible-school                | no     | trust-open, eligible-school
            proposed trust                                   | 6          | PROPOSED_TO_OPEN | Good                                   | 0         | no      | trust-open                                 | no     | trust-open
            single-academy trust                             | 10         | OPEN             | Good                                   | 0         | no      | trust-type                                 | yes    |
            secure single-academy trust                      | 11         | OPEN             | Good                                   | 0         | no      | trust-type                                 | no     | trust-type
            federation of maintained schools                 | 1          | OPEN             | Good                                   | 0         | no      | trust-type                                 | no     | trust-type
            trust that supports foundation schools           | 02         | OPEN             | Good                                   | 0         | no      | trust-type                                 | no     | trust-type
            sponsor                                          | 5          | OPEN             | Good                                   | 0         | no      | trust-type                                 | no     | trust-type
            umbrella trust                                   | 7          | OPEN             | Good                                   | 0         | no      | trust-type                                 | no     | trust-type
            known by its schools alone                       |            | UNKNOWN          | Good                                   | 0         | person  | trust-type, trust-open                     | person | trust-type, trust-open
            known by its schools alone, none eligible        |            | UNKNOWN          | Outstanding                            | 0         | no      | trust-type, trust-open, eligible-school    | person | trust-type, trust-open
            """)
    void trustsAreJudgedAsTheTableSays(String what, String groupType, TrustFacts.Status status, String schools, int strangers, String partner, String partnerBecause,
            String lead, String leadBecause) {
        Subject trust = Subject.of(trust(what, groupType, status, schools(schools), strangers));

        Assessment asPartner = ShippedRuleSets.of("behaviour-hubs-partner-trust").assess(trust, Examples.ON);
        Assessment asLead = ShippedRuleSets.of("behaviour-hubs-lead-trust").assess(trust, Examples.ON);

        assertThat(Examples.inWords(asPartner.outcome())).isEqualTo(partner);
        assertThat(Examples.because(asPartner.results())).isEqualTo(partnerBecause == null ? "" : partnerBecause);
        assertThat(Examples.inWords(asLead.outcome())).isEqualTo(lead);
        assertThat(Examples.because(asLead.results())).isEqualTo(leadBecause == null ? "" : leadBecause);
        assertThat(asPartner.results()).allSatisfy(result -> {
            assertThat(result.sentence()).endsWith(".").doesNotContain("null");
            assertThat(result.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | Good, Outstanding, unjudged | PASS   | 1 school of the trust is eligible: 100000. The programme asks for at least 1.
            2 | Good, Good, Outstanding     | PASS   | 2 schools of the trust are eligible: 100000, 100001. The programme asks for at least 2.
            2 | Good, unjudged              | REVIEW | 1 school of the trust is clearly eligible and the programme asks for at least 2. A person must look at: 100001.
            3 | Good, Good, unjudged        | REVIEW | 2 schools of the trust are clearly eligible and the programme asks for at least 3. A person must look at: 100002.
            1 | unjudged, unjudged          | REVIEW | No school of the trust is clearly eligible and the programme asks for at least 1. A person must look at: 100000, 100001.
            1 | Outstanding                 | FAIL   | No school of the trust is eligible and the programme asks for at least 1. What stands against each school is shown with it; the trust may name other schools.
            2 | Good, Outstanding           | FAIL   | 1 school of the trust is eligible and the programme asks for at least 2. What stands against each school is shown with it; the trust may name other schools.
            3 | Good, Good, Outstanding     | FAIL   | 2 schools of the trust are eligible and the programme asks for at least 3. What stands against each school is shown with it; the trust may name other schools.
            """)
    void theSentenceNamesTheSchoolsThatCount(int atLeast, String schools, RuleOutcome outcome, String sentence) {
        RuleDefinition grade = new RuleDefinition("grade", "overall-grade", List.of("GOOD"), null, null, null, null, null, null, null);
        RuleSet rules = RuleSet.of("trusts", 1, SubjectKind.TRUST, List.of(new RuleDefinition("schools", "trust-has-eligible-school", null, null, null, null, null, null, atLeast,
                List.of(grade))));

        RuleResult found = rules.assess(Subject.of(trust("A trust", "6", TrustFacts.Status.OPEN, schools(schools), 0)), Examples.ON).results().get(0);

        assertThat(found.outcome()).isEqualTo(outcome);
        assertThat(found.sentence()).isEqualTo(sentence);
        assertThat(found.evidence()).hasSameSizeAs(found.schools());
        assertThat(rules.needs()).containsExactly(Need.INSPECTIONS);
    }

    @Test
    void eachSchoolOfATrustIsExplainedByItself() {
        RuleResult found = ShippedRuleSets.of("behaviour-hubs-partner-trust")
                .assess(Subject.of(trust("A trust", "6", TrustFacts.Status.OPEN, schools("Outstanding, Good"), 0)), Examples.ON).results().get(3);

        assertThat(found.schools()).extracting(SchoolFinding::urn).containsExactly("100000", "100001");
        assertThat(found.schools()).extracting(SchoolFinding::outcome).containsExactly(Outcome.NOT_ELIGIBLE, Outcome.ELIGIBLE);
        assertThat(Examples.because(found.schools().get(0).results())).isEqualTo("ofsted-overall-grade");
        assertThat(found.evidence()).extracting(Evidence::fact).containsExactly("Outstanding 0 (100000): NOT_ELIGIBLE", "Good 1 (100001): ELIGIBLE");
        assertThat(found.evidence()).extracting(Evidence::source).containsOnly(Examples.REGISTER);
    }

    @Test
    void strangersAreNamedWithTheirTrust() {
        TrustFacts trust = new TrustFacts("2854", "A trust", TrustType.MULTI_ACADEMY_TRUST, "6", TrustFacts.Status.OPEN, Examples.REGISTER, true, schools("Good"), List.of(
                new TrustFacts.Stranger("100500", "Elsewhere School", "3000", Examples.REGISTER), new TrustFacts.Stranger("100501", "Lone School", null, Examples.REGISTER),
                new TrustFacts.Stranger("999999", null, null, Examples.REGISTER)));

        RuleResult found = new NamedSchoolsRule("named-schools").check(trust, Examples.ON);

        assertThat(found.outcome()).isEqualTo(RuleOutcome.FAIL);
        assertThat(found.sentence()).isEqualTo("These schools are not of this trust: 100500, 100501, 999999. Leave them out, or name the trust they belong to.");
        assertThat(found.evidence()).extracting(Evidence::fact).containsExactly("School 100500: Elsewhere School, of the trust with UID 3000",
                "School 100501: Lone School, of no trust", "School 999999: not in the register");
    }

    @Test
    void withoutNamesEveryOpenSchoolIsJudgedAndTheAnswerSaysSo() {
        TrustFacts trust = new TrustFacts("2854", "A trust", TrustType.MULTI_ACADEMY_TRUST, "6", TrustFacts.Status.OPEN, Examples.REGISTER, false, schools("Outstanding"), List.of());

        Assessment found = ShippedRuleSets.of("behaviour-hubs-partner-trust").assess(Subject.of(trust), Examples.ON);

        assertThat(found.results().get(2).sentence()).isEqualTo("No school was named, so every open school of the trust is judged.");
        assertThat(found.results().get(3).sentence()).endsWith("What stands against each school is shown with it.");
    }

    @Test
    void inspectionsAfterTheDayDoNotCountForTheSchoolsOfATrustEither() {
        TrustFacts trust = trust("A trust", "6", TrustFacts.Status.OPEN, List.of(Examples.secondary("100000", "Outstanding 2019-03-01 + report card 2026-11-22")), 0);

        assertThat(ShippedRuleSets.of("behaviour-hubs-partner-trust").assess(Subject.of(trust), Examples.ON).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    private static TrustFacts trust(String name, String groupType, TrustFacts.Status status, List<SchoolFacts> schools, int strangers) {
        List<TrustFacts.Stranger> others = new ArrayList<>();
        for (int i = 0; i < strangers; i++) {
            others.add(new TrustFacts.Stranger("20000" + i, "Stranger " + i, null, Examples.REGISTER));
        }
        return new TrustFacts("2854", name, TrustType.ofCode(groupType), groupType, status, Examples.REGISTER, true, schools, others);
    }

    private static List<SchoolFacts> schools(String words) {
        List<String> each = words == null ? List.of() : Arrays.asList(words.split(", "));
        List<SchoolFacts> schools = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            schools.add(Examples.named(school(each.get(i), each.get(i) + " " + i), "10000" + i));
        }
        return schools;
    }

    private static SchoolFacts school(String word, String name) {
        return switch (word) {
            case "closed" -> Examples.school(name, "closed", "34", Phase.SECONDARY, "H", null, "Good 2019-03-01");
            case "closing" -> Examples.school(name, "open, proposed to close", "34", Phase.SECONDARY, "H", null, "Good 2019-03-01");
            case "independent" -> Examples.school(name, "open", "11", Phase.SECONDARY, "H", null, "Good 2019-03-01");
            case "nursery" -> Examples.school(name, "open", "15", Phase.NURSERY, "H", null, "Good 2019-03-01");
            case "unjudged" -> Examples.school(name, "open", "34", Phase.SECONDARY, "H", null, "Not judged 2025-02-11");
            default -> Examples.school(name, "open", "34", Phase.SECONDARY, "H", null, word + " 2019-03-01");
        };
    }
}
