package org.schoolhubs.applications.eligibility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.schoolhubs.applications.register.Phase;

/**
 * The rule book by example: {@code eligibility-examples.csv} says of many schools what each pathway answers, in words. {@link Examples#inspections} says how
 * inspections are written.
 */
class EligibilityExamplesTest {
    private static final Map<String, ShippedRuleSets.Shipped> SHIPPED = ShippedRuleSets.all();

    @ParameterizedTest(name = "{0}: {7}, {9}, {10}, {11}, {12}")
    @CsvFileSource(resources = "/eligibility-examples.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 400)
    void everyPathwayAnswersAsTheTableSays(String what, String status, String type, Phase phase, String region, String furtherEducation, String inspections,
            String coreOrExtended, String because, String attendance, String regional, String enhancedWhenListed, String leadOfABehaviourHub) {
        Subject school = Subject.of(Examples.selected(Examples.school(what, status, type, phase, region, furtherEducation, inspections), true));

        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("behaviour-hubs-partner-school", coreOrExtended);
        expected.put("attendance-hubs-partner-school", attendance);
        expected.put("behaviour-and-attendance-hubs-regional", regional);
        expected.put("behaviour-and-attendance-hubs-enhanced", enhancedWhenListed);
        expected.put("behaviour-hubs-lead-school", leadOfABehaviourHub);
        Map<String, String> found = new LinkedHashMap<>();
        expected.keySet().forEach(code -> found.put(code, Examples.inWords(SHIPPED.get(code).rules().assess(school, Examples.ON).outcome())));

        assertThat(found).isEqualTo(expected);
        assertThat(Examples.because(SHIPPED.get("behaviour-hubs-partner-school").rules().assess(school, Examples.ON).results())).isEqualTo(because == null ? "" : because);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/eligibility-examples.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 400)
    void everyRuleExplainsItselfWithAFactAndItsSource(String what, String status, String type, Phase phase, String region, String furtherEducation, String inspections) {
        Subject school = Subject.of(Examples.selected(Examples.school(what, status, type, phase, region, furtherEducation, inspections), false));

        Stream<Assessment> all = SHIPPED.values().stream().map(ShippedRuleSets.Shipped::rules).filter(rules -> rules.subject() == SubjectKind.SCHOOL)
                .map(rules -> rules.assess(school, Examples.ON));

        assertThat(all).allSatisfy(assessment -> assertThat(assessment.results()).isNotEmpty().allSatisfy(result -> {
            assertThat(result.sentence()).endsWith(".").doesNotContain("null");
            assertThat(result.evidence()).isNotEmpty().allSatisfy(evidence -> {
                assertThat(evidence.fact()).isNotBlank().doesNotContain("null");
                assertThat(evidence.source()).isNotNull();
            });
        }));
    }

    /** Where a rule needs an overall grade, only a standing grade of the school itself settles it; enhanced and the others do not ask. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/eligibility-examples.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 400)
    void noOtherRecordSettlesTheGradeByItself(String what, String status, String type, Phase phase, String region, String furtherEducation, String inspections) {
        boolean ownGrade = Examples.inspections(inspections).stream().anyMatch(one -> one.hasGrade() && !one.ofPredecessor());
        boolean ownConfirmation = Examples.inspections(inspections).stream().anyMatch(one -> one.confirms().isPresent() && !one.ofPredecessor());
        RuleResult grade = SHIPPED.get("behaviour-hubs-partner-school").rules()
                .assess(Subject.of(Examples.school(what, status, type, phase, region, furtherEducation, inspections)), Examples.ON).results().stream()
                .filter(result -> result.rule().equals("ofsted-overall-grade")).findFirst().orElseThrow();

        assertThat(grade.outcome() == RuleOutcome.REVIEW || ownGrade || ownConfirmation).isTrue();
    }

    @Test
    void aSchoolOnNoSelectionListIsNotOneForEnhancedSupport() {
        RuleSet enhanced = SHIPPED.get("behaviour-and-attendance-hubs-enhanced").rules();

        for (Boolean listed : new Boolean[]{false, null}) {
            Assessment found = enhanced.assess(Subject.of(Examples.selected(Examples.secondary("100049", "Inadequate 2019-03-01"), listed)), Examples.ON);
            assertThat(found.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
            assertThat(Examples.because(found.results())).isEqualTo("on-selection-list");
        }
    }

    @Test
    void theLeadsOfTheOtherProgrammesNeedNoGrade() {
        Subject school = Subject.of(Examples.secondary("100049", "Inadequate 2019-03-01"));

        assertThat(SHIPPED.get("attendance-hubs-lead-school").rules().assess(school, Examples.ON).outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(SHIPPED.get("behaviour-and-attendance-hubs-lead-school").rules().assess(school, Examples.ON).outcome()).isEqualTo(Outcome.ELIGIBLE);
    }
}
