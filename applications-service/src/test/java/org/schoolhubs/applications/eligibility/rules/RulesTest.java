package org.schoolhubs.applications.eligibility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.register.Phase;

/** Single rules: what they say and what they show. */
class RulesTest {
    private static final OverallGradeRule GRADE = new OverallGradeRule("ofsted-overall-grade",
            EnumSet.of(OverallGrade.GOOD, OverallGrade.REQUIRES_IMPROVEMENT, OverallGrade.INADEQUATE));
    private static final String ASK = " You may apply; the programme team decides.";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Good 2019-03-01                                         | PASS   | The school's overall Ofsted grade is Good; the programme takes Good, Requires improvement, Inadequate. | Overall effectiveness: Good (1 March 2019)
            Good 2017-03-01 + visit 2022-06-06 School remains Good  | PASS   | The school's overall Ofsted grade is Good, confirmed by an ungraded inspection; the programme takes Good, Requires improvement, Inadequate. | Overall effectiveness: Good (1 March 2017); Ungraded inspection: School remains Good (6 June 2022)
            Outstanding 2019-03-01                                  | FAIL   | The school's overall Ofsted grade is Outstanding; the programme takes Good, Requires improvement, Inadequate. Ask again after the next inspection, or look at the other programmes. | Overall effectiveness: Outstanding (1 March 2019)
            Outstanding 2019-03-01 + report card 2026-01-20         | REVIEW | The last overall grade (Outstanding) was followed by an inspection that gives none, and the two cannot be compared, so a person must look.                                     | Overall effectiveness: Outstanding (1 March 2019); Report card without an overall grade (20 January 2026)
            Good 2019-03-01 predecessor                             | REVIEW | The last overall grade (Good) was given to a predecessor of this school, so a person must look.                                                                                | Overall effectiveness: Good (1 March 2019, of a predecessor school)
            Good 2019-03-01 + Outstanding 2019-03-01                | REVIEW | The records of this school name different overall grades, so a person must look.                                                                                               | Overall effectiveness: Good (1 March 2019); Overall effectiveness: Outstanding (1 March 2019)
            Not judged 2025-02-11 SM                                | REVIEW | No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.                                                     | Overall effectiveness: Not judged (11 February 2025; category of concern: special measures)
            report card 2026-01-20 RSI                              | REVIEW | No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.                                                     | Report card without an overall grade (20 January 2026; category of concern: requires significant improvement)
            0 2019-03-01                                            | REVIEW | No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.                                                     | Overall effectiveness: insufficient evidence (1 March 2019)
            8 2019-03-01 SWK                                        | REVIEW | No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.                                                     | Overall effectiveness: does not apply (1 March 2019; category of concern: serious weaknesses)
            9 2019-03-01 NTI                                        | REVIEW | No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.                                                     | Overall effectiveness: not applicable (1 March 2019; category of concern: notice to improve)
            ? 2019-03-01                                            | REVIEW | No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.                                                     | Overall effectiveness: not given (1 March 2019)
            visit ?                                                 | REVIEW | No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.                                                     | Ungraded inspection: no outcome given (date not given)
            none                                                    | REVIEW | No inspection of this school is on file, so a person must look.                                                                                                                | No inspection is on file
            """)
    void theGradeRuleSaysWhyAndLaysOutEverythingItRestsOn(String inspections, RuleOutcome outcome, String sentence, String facts) {
        RuleResult result = GRADE.check(Examples.secondary("100049", inspections), Examples.ON);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.sentence()).isEqualTo(sentence + (outcome == RuleOutcome.REVIEW ? ASK : ""));
        assertThat(facts(result)).isEqualTo(facts);
        if (!inspections.equals("none")) {
            assertThat(result.evidence()).allSatisfy(evidence -> {
                assertThat(evidence.source().inspectionNumber()).isNotBlank();
                assertThat(evidence.source().predecessor()).isEqualTo(evidence.fact().contains("predecessor"));
            });
        }
    }

    @ParameterizedTest(name = "type {0}")
    @CsvSource({"18, SIXTEEN_PLUS, Colleges are inspected under another framework", "31, SIXTEEN_PLUS, Colleges are inspected under another framework",
            "32, SIXTEEN_PLUS, Colleges are inspected under another framework", "1, PRIMARY, No inspection of this school is on file"})
    void collegesAreToldWhyNothingIsOnFile(String type, Phase phase, String begins) {
        RuleResult result = GRADE.check(Examples.school("A school", "open", type, phase, "H", null, "none"), Examples.ON);

        assertThat(result.sentence()).startsWith(begins).endsWith("so a person must look." + ASK);
        assertThat(result.evidence()).extracting(Evidence::source).containsExactly(new Source(null, null, null, null));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            School remains Good                                | GOOD
            school remains good                                | GOOD
            ' School remains Good '                            | GOOD
            School remains Good (Improving) - S5 Next          | GOOD
            School remains Good (Concerns) - S5 Next           | GOOD
            Good (Improving) - S5 Next                         | GOOD
            Good (Concerns)                                    | GOOD
            School remains Outstanding                         | OUTSTANDING
            School remains Outstanding (Concerns) - S5 Next    | OUTSTANDING
            School remains Requires improvement                | -
            Standards maintained                               | -
            Improved significantly                             | -
            Some aspects not as strong                         | -
            School remains Goodish                             | -
            Not Good                                           | -
            -                                                  | -
            """)
    void onlyWordsThatNameAGradeConfirmOne(String words, OverallGrade grade) {
        assertThat(OverallGrade.confirmedBy(words)).isEqualTo(java.util.Optional.ofNullable(grade));
    }

    @Test
    void ofstedsCodesOneToFourAreGradesAndNothingElse() {
        assertThat(Arrays.stream(OverallGrade.values()).map(grade -> grade.title() + "=" + grade)).containsExactly("Outstanding=OUTSTANDING", "Good=GOOD",
                "Requires improvement=REQUIRES_IMPROVEMENT", "Inadequate=INADEQUATE");
        assertThat(OverallGrade.ofCode("1")).contains(OverallGrade.OUTSTANDING);
        assertThat(OverallGrade.ofCode("4")).contains(OverallGrade.INADEQUATE);
        for (String code : new String[]{"0", "5", "8", "9", "Not judged", "", null}) {
            assertThat(OverallGrade.ofCode(code)).isEmpty();
        }
        assertThat(OverallGrade.wordsOf("Not judged")).isEqualTo("Not judged");
        assertThat(OverallGrade.wordsOf(null)).isEqualTo("not given");
    }

    /** However the records are ordered in the file, the answer is the same, and no mix of records without a standing grade of its own decides. */
    @Test
    void theOrderOfTheRecordsNeverMatters() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<String> records = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                records.add(record(random));
            }
            List<InspectionEvidence> inOrder = Examples.inspections(String.join(" + ", records));
            List<InspectionEvidence> shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, random);
            RuleOutcome one = GRADE.check(with(inOrder), Examples.ON).outcome();
            RuleOutcome other = GRADE.check(with(shuffled), Examples.ON).outcome();

            assertThat(other).as("seed %d, records %s", seed, records).isEqualTo(one);
            boolean own = inOrder.stream().anyMatch(record -> record.hasGrade() && !record.ofPredecessor() || record.confirms().isPresent() && !record.ofPredecessor());
            assertThat(one == RuleOutcome.REVIEW || own).as("seed %d, records %s", seed, records).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            SHARING     | 2024-08-18 | PASS   | Shares its daily attendance data: yes (checked on 1 August 2024, last data of 19 July 2024)
            NOT_SHARING | 2024-08-18 | FAIL   | Shares its daily attendance data: no (checked on 1 August 2024)
            UNKNOWN     | 2024-08-18 | REVIEW | Shares its daily attendance data: not known (checked on 1 August 2024)
            -           | 2024-08-18 | REVIEW | Shares its daily attendance data: nothing on file
            SHARING     | 2024-08-19 | INFO   | Shares its daily attendance data: yes (checked on 1 August 2024, last data of 19 July 2024)
            NOT_SHARING | 2024-08-19 | INFO   | Shares its daily attendance data: no (checked on 1 August 2024)
            -           | 2026-11-21 | INFO   | Shares its daily attendance data: nothing on file
            """)
    void sharingAttendanceDataWasAConditionUntilItBecameADuty(SharingFact.Status status, LocalDate on, RuleOutcome outcome, String fact) {
        Source source = Source.register("sharing.csv", LocalDate.of(2024, 8, 1));
        SharingFact sharing = status == null ? null
                : new SharingFact(status, LocalDate.of(2024, 8, 1), status == SharingFact.Status.SHARING ? LocalDate.of(2024, 7, 19) : null, source);
        RuleResult result = new AttendanceDataSharingRule("sharing", LocalDate.of(2024, 8, 19)).check(Examples.sharing(Examples.secondary("100049", "none"), sharing), on);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(facts(result)).isEqualTo(fact);
        assertThat(result.evidence().get(0).source()).isEqualTo(status == null ? Examples.REGISTER : source);
        assertThat(result.sentence().contains("since 19 August 2024")).isEqualTo(outcome == RuleOutcome.INFO);
    }

    @Test
    void inspectionsAreShownLatestFirstAndDecideNothing() {
        RuleResult result = new InspectionsShownRule("inspections").check(Examples.secondary("100049", "Good 2015-03-01 + visit ? + report card 2026-01-20"), Examples.ON);
        RuleResult nothing = new InspectionsShownRule("inspections").check(Examples.secondary("100049", "none"), Examples.ON);

        assertThat(result.outcome()).isEqualTo(RuleOutcome.INFO);
        assertThat(facts(result)).isEqualTo("Report card without an overall grade (20 January 2026); Overall effectiveness: Good (1 March 2015); "
                + "Ungraded inspection: no outcome given (date not given)");
        assertThat(result.sentence()).isEqualTo("The inspections of this school are shown as evidence. They do not decide here.");
        assertThat(nothing.outcome()).isEqualTo(RuleOutcome.INFO);
        assertThat(nothing.sentence()).startsWith("No inspection of this school is on file.");
        assertThat(facts(nothing)).isEqualTo("No inspection is on file");
        assertThat(nothing.evidence().get(0).source()).isEqualTo(new Source(null, null, null, null));
        assertThat(Outcome.of(List.of(result, nothing))).isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void aSelectionIsShownWithItsListAndNeverWithItsReason() {
        OnSelectionListRule rule = new OnSelectionListRule("selected");
        RuleResult listed = rule.check(Examples.selected(Examples.secondary("100049", "none"), true), Examples.ON);
        RuleResult unlisted = rule.check(Examples.secondary("100049", "none"), Examples.ON);

        assertThat(listed.outcome()).isEqualTo(RuleOutcome.PASS);
        assertThat(facts(listed)).isEqualTo("On a selection list of the Department: yes");
        assertThat(listed.evidence().get(0).source().file()).isEqualTo("selected.csv");
        assertThat(listed.sentence()).startsWith("The school is on a selection list");
        assertThat(unlisted.outcome()).isEqualTo(RuleOutcome.FAIL);
        assertThat(facts(unlisted)).isEqualTo("On a selection list of the Department: no");
        assertThat(unlisted.sentence()).startsWith("The school is not on a selection list");
    }

    @ParameterizedTest(name = "{0} of {1}, else {2}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            region               | H,J             | FAIL   | PASS   | The region is one that the programme takes.                   | The region: H
            region               | J,K             | FAIL   | FAIL   | The programme takes the region J, K. If the register's entry is wrong, the school can correct it in Get Information about Schools. | The region: H
            region               | J,K             | REVIEW | REVIEW | The programme expects the region J, K, so a person must look. | The region: H
            phase                | SECONDARY       | FAIL   | PASS   | -                                                             | The phase of education: SECONDARY
            provision            | SPECIAL         | FAIL   | FAIL   | -                                                             | The provision: MAINSTREAM
            laCode               | 202             | FAIL   | PASS   | -                                                             | The local authority: 202
            typeCode             | 1               | FAIL   | PASS   | -                                                             | The type of establishment: 1
            typeGroupCode        | 4               | FAIL   | PASS   | -                                                             | The group of types of establishment: 4
            urbanRural           | UN1             | FAIL   | PASS   | -                                                             | The urban or rural code: UN1
            trustUid             | 2854            | FAIL   | PASS   | -                                                             | The trust: 2854
            furtherEducationType | Tertiary        | FAIL   | REVIEW | The register does not give the further education type of this school, so a person must look. | The further education type: not given
            """)
    void aFactIsOneOfTheAcceptedOnes(String fact, String accepted, RuleOutcome otherwise, RuleOutcome outcome, String sentence, String evidence) {
        FactIsOneOfRule rule = new FactIsOneOfRule("fact", Fact.of(fact).orElseThrow(), List.of(accepted.split(",")), otherwise);
        RuleResult result = rule.check(Examples.secondary("100049", "none"), Examples.ON);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(facts(result)).isEqualTo(evidence);
        assertThat(result.sentence()).endsWith(".").isEqualTo(sentence == null ? result.sentence() : sentence);
        assertThat(rule.meaning()).contains(fact).contains(accepted.replace(",", ", ")).contains(otherwise == RuleOutcome.FAIL ? "Another value fails" : "Another value needs");
    }

    @ParameterizedTest(name = "{0} pupils, {1} to {2}, else {3}: {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            878 | 100 | 2000 | FAIL   | PASS   | The number of pupils is from 100 to 2000.
            100 | 100 | 2000 | FAIL   | PASS   | The number of pupils is from 100 to 2000.
            2000| 100 | 2000 | FAIL   | PASS   | The number of pupils is from 100 to 2000.
            99  | 100 | 2000 | FAIL   | FAIL   | The number of pupils must be from 100 to 2000. If the register's entry is wrong, the school can correct it in Get Information about Schools.
            2001| 100 | 2000 | REVIEW | REVIEW | The number of pupils is expected to be from 100 to 2000, so a person must look.
            99  | 100 | -    | FAIL   | FAIL   | The number of pupils must be 100 or more. If the register's entry is wrong, the school can correct it in Get Information about Schools.
            100 | 100 | -    | FAIL   | PASS   | The number of pupils is 100 or more.
            101 | -   | 100  | REVIEW | REVIEW | The number of pupils is expected to be 100 or less, so a person must look.
            100 | -   | 100  | REVIEW | PASS   | The number of pupils is 100 or less.
            -   | 100 | 2000 | FAIL   | REVIEW | The register does not give the number of pupils of this school, so a person must look.
            """)
    void aNumberLiesBetweenItsBounds(Integer pupils, BigDecimal from, BigDecimal to, RuleOutcome otherwise, RuleOutcome outcome, String sentence) {
        FactBetweenRule rule = new FactBetweenRule("size", Fact.PUPILS, from, to, otherwise);
        RuleResult result = rule.check(Examples.with(Examples.secondary("100049", "none"), "H", pupils, null), Examples.ON);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.sentence()).isEqualTo(sentence);
        assertThat(facts(result)).isEqualTo("The number of pupils: " + (pupils == null ? "not given" : pupils));
        assertThat(rule.meaning()).startsWith("Passes when the number of pupils (pupils) is ").contains(otherwise == RuleOutcome.FAIL ? "number fails" : "number needs a person");
    }

    @Test
    void theShareOfFreeSchoolMealsIsANumberToo() {
        FactBetweenRule rule = new FactBetweenRule("fsm", Fact.PERCENT_FSM, new BigDecimal("21.5"), null, RuleOutcome.FAIL);

        assertThat(rule.check(Examples.secondary("100049", "none"), Examples.ON).outcome()).isEqualTo(RuleOutcome.PASS);
        assertThat(rule.check(Examples.with(Examples.secondary("100049", "none"), "H", 1, new BigDecimal("21.4")), Examples.ON).outcome()).isEqualTo(RuleOutcome.FAIL);
        assertThat(rule.check(Examples.with(Examples.secondary("100049", "none"), "H", 1, null), Examples.ON).outcome()).isEqualTo(RuleOutcome.REVIEW);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            open                     | The school is open.
            closed                   | The school is closed. If another school took its place, ask for that one, by its own URN.
            proposed to open         | The school has not opened yet. Ask again once it is open.
            open, proposed to close  | The school is open, but it is proposed to close it, so a person must look. Say until when the school will teach and which school follows it.
            """)
    void whatIsNotOpenIsToldWhatToDo(String status, String sentence) {
        assertThat(new OpenRule("open").check(Examples.school("A school", status, "1", Phase.PRIMARY, "H", null, "none"), Examples.ON).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1  | PRIMARY      | -                  | The programme is for primary schools, other 16-plus colleges. This is one of the primary schools.
            1  | NURSERY      | -                  | The programme is for primary schools, other 16-plus colleges. This is one of the nursery schools, which it does not take. If the register's entry is wrong, the school can correct it in Get Information about Schools.
            18 | SIXTEEN_PLUS | -                  | The register does not say clearly enough which phase or provision this is, so a person must look. Say in the application whom the school teaches.
            18 | SIXTEEN_PLUS | ' '                | The register does not say clearly enough which phase or provision this is, so a person must look. Say in the application whom the school teaches.
            18 | SIXTEEN_PLUS | Tertiary college   | The programme is for primary schools, other 16-plus colleges. This is one of the other 16-plus colleges.
            18 | SIXTEEN_PLUS | Sixth form college | The programme is for primary schools, other 16-plus colleges. This is one of the sixth form colleges, which it does not take. If the register's entry is wrong, the school can correct it in Get Information about Schools.
            """)
    void theSettingIsNamed(String type, Phase phase, String furtherEducation, String sentence) {
        SettingRule rule = new SettingRule("setting", EnumSet.of(Setting.PRIMARY, Setting.OTHER_SIXTEEN_PLUS));
        RuleResult result = rule.check(Examples.school("A school", "open", type, phase, "H", furtherEducation, "none"), Examples.ON);

        assertThat(result.sentence()).isEqualTo(sentence);
        assertThat(facts(result)).startsWith("Phase " + phase + ", provision ").contains("type of establishment " + type)
                .endsWith(furtherEducation == null ? "type of establishment " + type : "further education type " + furtherEducation);
    }

    @Test
    void whereTheKindOf16PlusIsUnclearTheAnswerMayStillBeClear() {
        SchoolFacts college = Examples.school("A college", "open", "18", Phase.SIXTEEN_PLUS, "H", null, "none");

        assertThat(new SettingRule("s", EnumSet.of(Setting.SIXTH_FORM_COLLEGE, Setting.OTHER_SIXTEEN_PLUS)).check(college, Examples.ON).sentence())
                .isEqualTo("The programme is for sixth form colleges, other 16-plus colleges. This is one of the sixth form colleges or other 16-plus colleges.");
        assertThat(new SettingRule("s", EnumSet.of(Setting.PRIMARY)).check(college, Examples.ON).outcome()).isEqualTo(RuleOutcome.FAIL);
        assertThat(new SettingRule("s", EnumSet.of(Setting.SIXTH_FORM_COLLEGE)).check(college, Examples.ON).outcome()).isEqualTo(RuleOutcome.REVIEW);
    }

    @Test
    void whereTheRegisterSaysNothingTheEvidenceSaysSo() {
        RuleResult result = new InEnglandRule("in-england").check(Examples.school("A school", "open", "1", Phase.PRIMARY, null, null, "none"), Examples.ON);

        assertThat(facts(result)).isEqualTo("Region not given, type of establishment 1");
        assertThat(facts(new StateFundedRule("state-funded").check(Examples.secondary("100049", "none"), Examples.ON))).isEqualTo("Type of establishment 1");
    }

    @Test
    void resultsThatWereStoredBeforeTrustsHaveNoSchools() {
        assertThat(new RuleResult("open", RuleOutcome.PASS, List.of(), "The school is open.", null).schools()).isEmpty();
        assertThat(new Assessment("a", 1, Examples.ON, Outcome.ELIGIBLE, List.of()).subject()).isNull();
        assertThat(new SchoolFacts("1", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null).inspections()).isEmpty();
    }

    @Test
    void anAssessmentMayBeMadeAgainOfTheFactsItKeeps() {
        RuleSet rules = ShippedRuleSets.of("behaviour-hubs-partner-school");
        Assessment first = rules.assess(Subject.of(Examples.secondary("100049", "Good 2019-03-01 + report card 2026-11-22")), Examples.ON);

        assertThat(first.subject().school().inspections()).hasSize(1);
        assertThat(first.subject().name()).isEqualTo("School 100049");
        assertThat(rules.assess(first.subject(), Examples.ON)).isEqualTo(first);
    }

    private static String record(Random random) {
        String day = "20" + (10 + random.nextInt(3)) + "-03-0" + (1 + random.nextInt(3));
        String what = switch (random.nextInt(7)) {
            case 0 -> "Good " + day;
            case 1 -> "Outstanding " + day;
            case 2 -> "Not judged " + day;
            case 3 -> "report card " + day;
            case 4 -> "visit " + day + " School remains Good";
            case 5 -> "visit " + day + " Standards maintained";
            default -> "Inadequate ?";
        };
        return random.nextInt(3) == 0 ? what + " predecessor" : what;
    }

    @Test
    void whereNoInspectionWasFoundTheFileThatWasSearchedIsTheSourceAndNotTheRegisterOfSchools() {
        Source searched = Source.register("ofsted-mi.csv", LocalDate.of(2026, 10, 31));
        SchoolFacts school = Examples.searchedIn(Examples.secondary("100049", "none"), searched);
        SchoolFacts inspectedLater = Examples.searchedIn(Examples.secondary("100049", "Good 2026-12-01"), searched).knownOn(Examples.ON);
        for (SchoolFacts one : List.of(school, inspectedLater)) {
            assertThat(new OverallGradeRule("grade", Set.of(OverallGrade.GOOD)).check(one, Examples.ON).evidence()).containsExactly(new Evidence("No inspection is on file", searched));
            assertThat(new InspectionsShownRule("shown").check(one, Examples.ON).evidence()).containsExactly(new Evidence("No inspection is on file", searched));
        }
    }

    /** An ungraded visit that the graded inspection followed names a grade of the past. */
    @Test
    void anUngradedVisitFromBeforeTheGradeDoesNotContradictIt() {
        OverallGradeRule rule = new OverallGradeRule("grade", Set.of(OverallGrade.REQUIRES_IMPROVEMENT));
        assertThat(rule.check(Examples.secondary("100049", "visit 2019-01-10 School remains Good + Requires improvement 2023-05-01"), Examples.ON).outcome()).isEqualTo(RuleOutcome.PASS);
        assertThat(rule.check(Examples.secondary("100049", "Requires improvement 2023-05-01 + visit 2023-05-01 School remains Good"), Examples.ON).outcome())
                .isEqualTo(RuleOutcome.REVIEW);
    }

    private static SchoolFacts with(List<InspectionEvidence> inspections) {
        SchoolFacts school = Examples.secondary("100049", "none");
        return new SchoolFacts(school.urn(), school.name(), school.status(), school.typeCode(), school.typeGroupCode(), school.phase(), school.provision(), school.region(),
                school.laCode(), school.furtherEducationType(), school.urbanRural(), school.trustUid(), school.pupils(), school.percentFsm(), school.source(), inspections,
                null, null, null);
    }

    private static String facts(RuleResult result) {
        return result.evidence().stream().map(Evidence::fact).collect(Collectors.joining("; "));
    }
}
