package org.schoolhubs.applications.eligibility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.SchoolStatus;

/**
 * The rule book by example. Inspections are written {@code G2@2019-03-01} (graded: 1 to 4, or {@code -} for "Not judged"), {@code U Good@…} (ungraded, "School
 * remains Good"), {@code U= Standards maintained@…} (ungraded, other words) and {@code R@…} (report card); a trailing {@code p} marks a predecessor's.
 * The last column names the rules that did not pass.
 */
class EligibilityExamplesTest {
    private static final LocalDate ON = LocalDate.of(2026, 11, 21);
    private static final Source REGISTER = Source.register("edubasealldata20261101.csv", LocalDate.of(2026, 11, 1));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what it is                             | status                 | type | phase          | provision               | region | further education                 | inspections                                                    | outcome       | not passed
            community secondary, Good                | OPEN                   | 1    | SECONDARY      | MAINSTREAM              | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            academy primary, Requires improvement    | OPEN                   | 34   | PRIMARY        | MAINSTREAM              | A | - | G3@2022-05-17                                                              | ELIGIBLE      | -
            all-through free school, Inadequate      | OPEN                   | 35   | ALL_THROUGH    | MAINSTREAM              | K | - | G4@2023-10-03                                                              | ELIGIBLE      | -
            sponsor led academy, Outstanding         | OPEN                   | 28   | SECONDARY      | MAINSTREAM              | B | - | G1@2018-01-01                                                              | NOT_ELIGIBLE  | ofsted-overall-grade:FAIL
            university technical college             | OPEN                   | 40   | SECONDARY      | MAINSTREAM              | D | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            studio school                            | OPEN                   | 41   | SECONDARY      | MAINSTREAM              | E | - | G3@2019-03-01                                                              | ELIGIBLE      | -
            voluntary aided primary                  | OPEN                   | 2    | PRIMARY        | MAINSTREAM              | F | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            voluntary controlled primary             | OPEN                   | 3    | PRIMARY        | MAINSTREAM              | G | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            foundation secondary                     | OPEN                   | 5    | SECONDARY      | MAINSTREAM              | J | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            city technology college without a phase  | OPEN                   | 6    | NOT_APPLICABLE | MAINSTREAM              | H | - | G2@2019-03-01                                                              | MANUAL_REVIEW | phase-or-provision:REVIEW
            community special, phase 0               | OPEN                   | 7    | NOT_APPLICABLE | SPECIAL                 | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            non-maintained special                   | OPEN                   | 8    | NOT_APPLICABLE | SPECIAL                 | H | - | G3@2019-03-01                                                              | ELIGIBLE      | -
            foundation special                       | OPEN                   | 12   | NOT_APPLICABLE | SPECIAL                 | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            academy special converter                | OPEN                   | 44   | NOT_APPLICABLE | SPECIAL                 | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            free school special, Outstanding         | OPEN                   | 36   | NOT_APPLICABLE | SPECIAL                 | H | - | G1@2019-03-01                                                              | NOT_ELIGIBLE  | ofsted-overall-grade:FAIL
            independent special                      | OPEN                   | 10   | NOT_APPLICABLE | SPECIAL                 | H | - | G2@2019-03-01                                                              | NOT_ELIGIBLE  | state-funded:FAIL
            other independent                        | OPEN                   | 11   | NOT_APPLICABLE | MAINSTREAM              | H | - | -                                                                          | NOT_ELIGIBLE  | state-funded:FAIL,phase-or-provision:REVIEW,ofsted-overall-grade:REVIEW
            pupil referral unit                      | OPEN                   | 14   | NOT_APPLICABLE | ALTERNATIVE_PROVISION   | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            free school alternative provision        | OPEN                   | 38   | NOT_APPLICABLE | ALTERNATIVE_PROVISION   | H | - | G4@2019-03-01                                                              | ELIGIBLE      | -
            academy alternative provision converter  | OPEN                   | 42   | NOT_APPLICABLE | ALTERNATIVE_PROVISION   | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            secure unit, funding not clear           | OPEN                   | 24   | NOT_APPLICABLE | ALTERNATIVE_PROVISION   | H | - | G2@2019-03-01                                                              | MANUAL_REVIEW | state-funded:REVIEW
            maintained nursery                       | OPEN                   | 15   | NURSERY        | MAINSTREAM              | H | - | G2@2019-03-01                                                              | NOT_ELIGIBLE  | phase-or-provision:FAIL
            free school 16 to 19                     | OPEN                   | 39   | SIXTEEN_PLUS   | COLLEGE                 | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            academy 16 to 19 converter               | OPEN                   | 45   | SIXTEEN_PLUS   | MAINSTREAM              | H | - | G2@2019-03-01                                                              | ELIGIBLE      | -
            academy 16 to 19, not in the school file | OPEN                   | 46   | SIXTEEN_PLUS   | COLLEGE                 | H | - | -                                                                          | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            sixth form centre                        | OPEN                   | 31   | SIXTEEN_PLUS   | COLLEGE                 | H | - | -                                                                          | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            sixth form college of type 18            | OPEN                   | 18   | SIXTEEN_PLUS   | COLLEGE                 | H | Sixth form college | -                                                         | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            general further education college        | OPEN                   | 18   | SIXTEEN_PLUS   | COLLEGE                 | H | General further education college | -                                          | NOT_ELIGIBLE  | phase-or-provision:FAIL,ofsted-overall-grade:REVIEW
            type 18 of unknown kind                  | OPEN                   | 18   | SIXTEEN_PLUS   | COLLEGE                 | H | - | -                                                                          | MANUAL_REVIEW | phase-or-provision:REVIEW,ofsted-overall-grade:REVIEW
            type 18, kind given as not applicable    | OPEN                   | 18   | SIXTEEN_PLUS   | COLLEGE                 | H | Not applicable | G2@2019-03-01                                                 | MANUAL_REVIEW | phase-or-provision:REVIEW
            special post-16 institution              | OPEN                   | 32   | SIXTEEN_PLUS   | COLLEGE                 | H | - | -                                                                          | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            academy secure 16 to 19                  | OPEN                   | 57   | SIXTEEN_PLUS   | COLLEGE                 | H | - | G2@2019-03-01                                                              | MANUAL_REVIEW | phase-or-provision:REVIEW
            higher education institution             | OPEN                   | 29   | NOT_APPLICABLE | MAINSTREAM              | H | - | -                                                                          | NOT_ELIGIBLE  | state-funded:FAIL,phase-or-provision:REVIEW,ofsted-overall-grade:REVIEW
            children's centre                        | OPEN                   | 47   | NOT_APPLICABLE | MAINSTREAM              | H | - | -                                                                          | NOT_ELIGIBLE  | state-funded:FAIL,phase-or-provision:REVIEW,ofsted-overall-grade:REVIEW
            online provider                          | OPEN                   | 49   | NOT_APPLICABLE | MAINSTREAM              | H | - | -                                                                          | NOT_ELIGIBLE  | state-funded:FAIL,phase-or-provision:REVIEW,ofsted-overall-grade:REVIEW
            miscellaneous establishment              | OPEN                   | 27   | SECONDARY      | MAINSTREAM              | H | - | G2@2019-03-01                                                              | MANUAL_REVIEW | state-funded:REVIEW
            a type nobody knows yet                  | OPEN                   | 99   | SECONDARY      | MAINSTREAM              | H | - | G2@2019-03-01                                                              | MANUAL_REVIEW | state-funded:REVIEW
            Welsh establishment                      | OPEN                   | 30   | SECONDARY      | MAINSTREAM              | W | - | G2@2019-03-01                                                              | NOT_ELIGIBLE  | in-england:FAIL,state-funded:FAIL
            region Wales, English type               | OPEN                   | 1    | SECONDARY      | MAINSTREAM              | W | - | G2@2019-03-01                                                              | NOT_ELIGIBLE  | in-england:FAIL
            British school overseas                  | OPEN                   | 37   | SECONDARY      | MAINSTREAM              | Z | - | G2@2019-03-01                                                              | NOT_ELIGIBLE  | in-england:FAIL,state-funded:FAIL
            service children's school abroad         | OPEN                   | 26   | PRIMARY        | MAINSTREAM              | - | - | G2@2019-03-01                                                              | NOT_ELIGIBLE  | in-england:FAIL,state-funded:FAIL
            no region on file                        | OPEN                   | 1    | SECONDARY      | MAINSTREAM              | - | - | G2@2019-03-01                                                              | MANUAL_REVIEW | in-england:REVIEW
            closed                                   | CLOSED                 | 1    | SECONDARY      | MAINSTREAM              | H | - | G2@2019-03-01                                                              | NOT_ELIGIBLE  | open:FAIL
            proposed to open                         | PROPOSED_TO_OPEN       | 35   | SECONDARY      | MAINSTREAM              | H | - | -                                                                          | NOT_ELIGIBLE  | open:FAIL,ofsted-overall-grade:REVIEW
            open, but proposed to close              | OPEN_PROPOSED_TO_CLOSE | 1    | SECONDARY      | MAINSTREAM              | H | - | G2@2019-03-01                                                              | MANUAL_REVIEW | open:REVIEW
            proposed to close and Outstanding        | OPEN_PROPOSED_TO_CLOSE | 1    | SECONDARY      | MAINSTREAM              | H | - | G1@2019-03-01                                                              | NOT_ELIGIBLE  | open:REVIEW,ofsted-overall-grade:FAIL
            never inspected                          | OPEN                   | 35   | PRIMARY        | MAINSTREAM              | H | - | -                                                                          | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            Not judged                               | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G-@2025-02-11                                                              | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            Not judged after Good                    | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 + G-@2025-02-11                                              | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            Not judged after Outstanding             | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G1@2019-03-01 + G-@2025-02-11                                              | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            report card only                         | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | R@2026-01-20                                                               | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            report card after Good                   | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 + R@2026-01-20                                               | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            report card after Outstanding            | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G1@2019-03-01 + R@2026-01-20                                               | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            report card after the day judged         | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 + R@2026-11-22                                               | ELIGIBLE      | -
            report card that is not dated            | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 + R@?                                                        | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            predecessor's Good only                  | OPEN                   | 34   | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 p                                                            | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            predecessor's Outstanding only           | OPEN                   | 34   | PRIMARY        | MAINSTREAM              | H | - | G1@2019-03-01 p                                                            | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            predecessor's Good, own visit confirms   | OPEN                   | 34   | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 p + U Good@2023-06-06                                        | ELIGIBLE      | -
            predecessor's Good, its visit confirms   | OPEN                   | 34   | PRIMARY        | MAINSTREAM              | H | - | G2@2015-03-01 p + U Good@2019-06-06 p                                      | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            own RI after predecessor's Outstanding   | OPEN                   | 28   | SECONDARY      | MAINSTREAM              | H | - | G1@2013-03-01 p + G3@2021-06-06                                            | ELIGIBLE      | -
            Good confirmed by a visit                | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2017-03-01 + U Good@2022-06-06                                          | ELIGIBLE      | -
            Good confirmed with concerns             | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2017-03-01 + U Good (Concerns) - S5 Next@2022-06-06                     | ELIGIBLE      | -
            Outstanding confirmed by a visit         | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G1@2017-03-01 + U Outstanding@2022-06-06                                   | NOT_ELIGIBLE  | ofsted-overall-grade:FAIL
            visit names another grade than was given | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G3@2017-03-01 + U Good@2022-06-06                                          | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            visit older than the grade               | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | U Good@2018-03-01 + G4@2022-06-06                                          | ELIGIBLE      | -
            visit without any graded inspection      | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | U Good@2018-03-01                                                          | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            Standards maintained implies no grade    | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 + U= Standards maintained@2025-01-14                         | ELIGIBLE      | -
            Standards maintained alone               | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | U= Standards maintained@2025-01-14                                         | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            Standards maintained at a predecessor's  | OPEN                   | 34   | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 p + U= Standards maintained@2025-01-14                       | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            Improved significantly after RI          | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G3@2019-03-01 + U= Improved significantly@2025-01-14                       | ELIGIBLE      | -
            Outstanding, some aspects not as strong  | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G1@2019-03-01 + U= Some aspects not as strong@2025-01-14                   | NOT_ELIGIBLE  | ofsted-overall-grade:FAIL
            two grades of one day                    | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G2@2019-03-01 + G1@2019-03-01                                              | MANUAL_REVIEW | ofsted-overall-grade:REVIEW
            older grades do not matter               | OPEN                   | 1    | PRIMARY        | MAINSTREAM              | H | - | G1@2009-03-01 + G4@2014-03-01 + G2@2019-03-01                              | ELIGIBLE      | -
            """)
    void behaviourHubsJudgesASchool(String what, SchoolStatus status, String type, Phase phase, Provision provision, String region, String furtherEducation,
            String inspections, Outcome outcome, String notPassed) {
        Assessment assessment = RuleSets.find("behaviour-hubs", "core").orElseThrow()
                .assess(new SchoolFacts(what, status, type, phase, provision, region, furtherEducation, REGISTER), inspections(inspections), ON);

        assertThat(assessment.outcome()).isEqualTo(outcome);
        assertThat(notPassed(assessment)).isEqualTo(notPassed == null ? "" : notPassed);
        assertThat(assessment.results()).hasSize(5).allSatisfy(result -> {
            assertThat(result.sentence()).endsWith(".");
            assertThat(result.evidence()).isNotEmpty().allSatisfy(evidence -> assertThat(evidence.source()).isNotNull());
        });
    }

    @ParameterizedTest(name = "{0}/{1}: {2} {3} {4} is {5}")
    @CsvSource(delimiter = '|', textBlock = """
            attendance-hubs               | attendance | 1  | PRIMARY        | MAINSTREAM            | ELIGIBLE
            attendance-hubs               | attendance | 35 | ALL_THROUGH    | MAINSTREAM            | ELIGIBLE
            attendance-hubs               | attendance | 7  | NOT_APPLICABLE | SPECIAL               | ELIGIBLE
            attendance-hubs               | attendance | 14 | NOT_APPLICABLE | ALTERNATIVE_PROVISION | ELIGIBLE
            attendance-hubs               | attendance | 39 | SIXTEEN_PLUS   | COLLEGE               | NOT_ELIGIBLE
            attendance-hubs               | attendance | 15 | NURSERY        | MAINSTREAM            | NOT_ELIGIBLE
            behaviour-and-attendance-hubs | regional   | 39 | SIXTEEN_PLUS   | COLLEGE               | ELIGIBLE
            behaviour-and-attendance-hubs | regional   | 15 | NURSERY        | MAINSTREAM            | ELIGIBLE
            behaviour-and-attendance-hubs | regional   | 11 | SECONDARY      | MAINSTREAM            | NOT_ELIGIBLE
            behaviour-hubs                | extended   | 1  | SECONDARY      | MAINSTREAM            | NOT_ELIGIBLE
            """)
    void otherPathwaysJudgeAnOutstandingSchool(String programme, String pathway, String type, Phase phase, Provision provision, Outcome outcome) {
        Assessment assessment = RuleSets.find(programme, pathway).orElseThrow()
                .assess(new SchoolFacts("A school", SchoolStatus.OPEN, type, phase, provision, "H", null, REGISTER), inspections("G1@2019-03-01"), ON);

        assertThat(assessment.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}/{1} has no rules for a school that asks by itself")
    @CsvSource({"behaviour-hubs, multi-school", "behaviour-and-attendance-hubs, enhanced", "behaviour-hubs, attendance", "nothing, at-all"})
    void pathwaysOfTrustsAndOfSelectedSchoolsHaveNoRuleSet(String programme, String pathway) {
        assertThat(RuleSets.find(programme, pathway)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            G2@2019-03-01                   | PASS   | The school's overall Ofsted grade is Good; the programme takes Good, Requires improvement, Inadequate. | Overall effectiveness: Good (1 March 2019)
            G2@2017-03-01 + U Good@2022-06-06 | PASS | The school's overall Ofsted grade is Good, confirmed by an ungraded inspection; the programme takes Good, Requires improvement, Inadequate. | Overall effectiveness: Good (1 March 2017); Ungraded inspection: School remains Good (6 June 2022)
            G1@2019-03-01 + R@2026-01-20    | REVIEW | The last overall grade (Outstanding) was followed by an inspection that gives none, and the two cannot be compared, so a person must look. | Overall effectiveness: Outstanding (1 March 2019); Report card without an overall grade (20 January 2026)
            G2@2019-03-01 p                 | REVIEW | The last overall grade (Good) was given to a predecessor of this school, so a person must look. | Overall effectiveness: Good (1 March 2019, of a predecessor school)
            """)
    void theGradeRuleSaysWhyAndLaysOutEverythingItRestsOn(String inspections, RuleOutcome outcome, String sentence, String facts) {
        RuleResult result = new OverallGradeRule(EnumSet.of(OverallGrade.GOOD, OverallGrade.REQUIRES_IMPROVEMENT, OverallGrade.INADEQUATE)).check(
                new SchoolFacts("A school", SchoolStatus.OPEN, "1", Phase.PRIMARY, Provision.MAINSTREAM, "H", null, REGISTER), inspections(inspections));

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.sentence()).isEqualTo(sentence);
        assertThat(result.evidence().stream().map(Evidence::fact).collect(Collectors.joining("; "))).isEqualTo(facts);
        assertThat(result.evidence()).allSatisfy(evidence -> {
            assertThat(evidence.source().inspectionNumber()).isNotBlank();
            assertThat(evidence.source().predecessor()).isEqualTo(evidence.fact().contains("predecessor"));
        });
    }

    private static String notPassed(Assessment assessment) {
        return assessment.results().stream().filter(result -> result.outcome() != RuleOutcome.PASS)
                .map(result -> result.rule() + ":" + result.outcome()).collect(Collectors.joining(","));
    }

    private static List<InspectionEvidence> inspections(String text) {
        return text == null ? List.of() : Arrays.stream(text.split(" \\+ ")).map(EligibilityExamplesTest::inspection).toList();
    }

    private static InspectionEvidence inspection(String text) {
        String what = text.substring(0, text.indexOf('@'));
        String[] rest = text.substring(text.indexOf('@') + 1).split(" ");
        LocalDate date = rest[0].equals("?") ? null : LocalDate.parse(rest[0]);
        Source source = Source.inspection("ofsted-mi-20261031.csv", LocalDate.of(2026, 10, 31), "10" + Math.abs(text.hashCode() % 1_000_000), rest.length > 1);
        return switch (what.charAt(0)) {
            case 'G' -> new InspectionEvidence(InspectionEvidence.Kind.GRADED, date, OverallGrade.ofCode(what.substring(1)).orElse(null), null, source);
            case 'U' -> new InspectionEvidence(InspectionEvidence.Kind.UNGRADED, date, null,
                    what.startsWith("U= ") ? what.substring(3) : "School remains " + what.substring(2), source);
            default -> new InspectionEvidence(InspectionEvidence.Kind.REPORT_CARD, date, null, null, source);
        };
    }
}
