package org.schoolhubs.applications.eligibility.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as data: what can be applied, and what is refused with a pointer to the place. */
class RuleReaderTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            SCHOOL | {"id":"a","kind":"in-england"}                                                                                   |
            SCHOOL | {"id":"a","kind":"wishful"}                                                                                      | /0/kind unknown-kind
            SCHOOL | {"id":"a"}                                                                                                       | /0/kind unknown-kind
            SCHOOL | {"id":"a","kind":"trust-open"}                                                                                   | /0/kind kind-misplaced
            TRUST  | {"id":"a","kind":"in-england"}                                                                                   | /0/kind kind-misplaced
            SCHOOL | {"kind":"open"}                                                                                                  | /0/id id-invalid
            SCHOOL | {"id":"Open","kind":"open"}                                                                                      | /0/id id-invalid
            SCHOOL | {"id":"open-","kind":"open"}                                                                                     | /0/id id-invalid
            SCHOOL | {"id":"a","kind":"open"},{"id":"a","kind":"in-england"}                                                          | /1/id id-twice
            SCHOOL | {"id":"a","kind":"open","accepts":["GOOD"]}                                                                      | /0/accepts parameter-needless
            SCHOOL | {"id":"a","kind":"open","fact":"region","from":1,"to":2,"otherwise":"FAIL","since":"2024-08-19","atLeast":1,"schoolRules":[]} | /0/fact parameter-needless, /0/from parameter-needless, /0/to parameter-needless, /0/otherwise parameter-needless, /0/since parameter-needless, /0/atLeast parameter-needless, /0/schoolRules parameter-needless
            SCHOOL | {"id":"a","kind":"overall-grade"}                                                                                | /0/accepts parameter-missing
            SCHOOL | {"id":"a","kind":"overall-grade","accepts":[]}                                                                   | /0/accepts impossible-value
            SCHOOL | {"id":"a","kind":"overall-grade","accepts":["GOOD","BRILLIANT"]}                                                 | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"overall-grade","accepts":["GOOD","GOOD"]}                                                      | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"overall-grade","accepts":["Good"]}                                                             | /0/accepts/0 impossible-value
            SCHOOL | {"id":"a","kind":"overall-grade","accepts":["GOOD"]}                                                             |
            SCHOOL | {"id":"a","kind":"phase-or-provision","accepts":["MIDDLE"]}                                                      | /0/accepts/0 impossible-value
            SCHOOL | {"id":"a","kind":"phase-or-provision","accepts":["NURSERY","SPECIAL"]}                                           |
            SCHOOL | {"id":"a","kind":"attendance-data-sharing"}                                                                      | /0/since parameter-missing
            SCHOOL | {"id":"a","kind":"attendance-data-sharing","since":"2024-08-19"}                                                 |
            SCHOOL | {"id":"a","kind":"fact-is-one-of","accepts":["H"],"otherwise":"FAIL"}                                            | /0/fact parameter-missing
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"headteacher","accepts":["H"],"otherwise":"FAIL"}                       | /0/fact unknown-fact
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"pupils","accepts":["100"],"otherwise":"FAIL"}                          | /0/fact unknown-fact
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"region","accepts":["H"]}                                               | /0/otherwise parameter-missing
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"region","accepts":["H"],"otherwise":"PASS"}                            | /0/otherwise impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"region","accepts":["H"],"otherwise":"INFO"}                            | /0/otherwise impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"region","accepts":[],"otherwise":"FAIL"}                               | /0/accepts impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"region","accepts":["H","London"],"otherwise":"REVIEW"}                 | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"phase","accepts":["PRIMARY","PRIMARIES"],"otherwise":"REVIEW"}         | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"provision","accepts":["SPECIAL","CASTLE"],"otherwise":"FAIL"}          | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"laCode","accepts":["202","2020"],"otherwise":"FAIL"}                   | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"typeCode","accepts":["34","01"],"otherwise":"FAIL"}                    | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"trustUid","accepts":["2854","TR2854"],"otherwise":"FAIL"}              | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"fact-is-one-of","fact":"region","accepts":["H",null],"otherwise":"FAIL"}                       | /0/accepts/1 impossible-value
            SCHOOL | {"id":"a","kind":"fact-between","fact":"region","from":1,"otherwise":"FAIL"}                                     | /0/fact unknown-fact
            SCHOOL | {"id":"a","kind":"fact-between","fact":"pupils","otherwise":"FAIL"}                                              | /0/from parameter-missing
            SCHOOL | {"id":"a","kind":"fact-between","fact":"pupils","from":10,"to":9,"otherwise":"FAIL"}                             | /0/to impossible-value
            SCHOOL | {"id":"a","kind":"fact-between","fact":"pupils","from":10,"to":10,"otherwise":"FAIL"}                            |
            SCHOOL | {"id":"a","kind":"fact-between","fact":"pupils","from":0,"otherwise":"FAIL"}                                     |
            SCHOOL | {"id":"a","kind":"fact-between","fact":"pupils","from":-1,"otherwise":"FAIL"}                                    | /0/from impossible-value
            SCHOOL | {"id":"a","kind":"fact-between","fact":"percentFsm","to":-0.5,"otherwise":"FAIL"}                                | /0/to impossible-value
            SCHOOL | {"id":"a","kind":"fact-between","fact":"pupils","from":1,"otherwise":"INFO"}                                     | /0/otherwise impossible-value
            TRUST  | {"id":"a","kind":"trust-type","accepts":["SCHOOL"]}                                                              | /0/accepts/0 impossible-value
            TRUST  | {"id":"a","kind":"trust-has-eligible-school","atLeast":0,"schoolRules":[{"id":"b","kind":"open"}]}               | /0/atLeast impossible-value
            TRUST  | {"id":"a","kind":"trust-has-eligible-school","atLeast":101,"schoolRules":[{"id":"b","kind":"open"}]}             | /0/atLeast impossible-value
            TRUST  | {"id":"a","kind":"trust-has-eligible-school","atLeast":100,"schoolRules":[{"id":"b","kind":"open"}]}             |
            TRUST  | {"id":"a","kind":"trust-has-eligible-school","atLeast":1,"schoolRules":[]}                                       | /0/schoolRules rules-missing
            TRUST  | {"id":"a","kind":"trust-has-eligible-school","atLeast":1}                                                        | /0/schoolRules parameter-missing
            TRUST  | {"id":"a","kind":"trust-has-eligible-school","atLeast":1,"schoolRules":[{"id":"b","kind":"trust-open"}]}         | /0/schoolRules/0/kind kind-misplaced
            TRUST  | {"id":"a","kind":"trust-has-eligible-school","atLeast":1,"schoolRules":[{"id":"b","kind":"fact-is-one-of","fact":"mood","accepts":["x"],"otherwise":"FAIL"}]} | /0/schoolRules/0/fact unknown-fact
            TRUST  | {"id":"a","kind":"trust-open"},{"id":"b","kind":"named-schools-of-trust"}                                        |
            """)
    void faultsAreNamedWithTheirPlace(SubjectKind subject, String rules, String faults) {
        List<Fault> found = RuleSet.faults(subject, ShippedRuleSets.definitions("[" + rules + "]"));

        assertThat(found.stream().map(fault -> fault.pointer() + " " + fault.code()).collect(Collectors.joining(", "))).isEqualTo(faults == null ? "" : faults);
        assertThat(found).allSatisfy(fault -> assertThat(fault.advice()).endsWith("."));
        if (!found.isEmpty()) {
            assertThatThrownBy(() -> RuleSet.of("broken", 3, subject, ShippedRuleSets.definitions("[" + rules + "]"))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("broken version 3");
        }
    }

    @Test
    void aSetHasFromOneToThirtyRules() {
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, List.of())).extracting(Fault::code).containsExactly("rules-missing");
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, null)).extracting(Fault::code).containsExactly("rules-missing");
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, many(30))).isEmpty();
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, many(31))).extracting(Fault::code).containsExactly("too-many-rules");
    }

    @Test
    void anIdHasSixtyCharactersAtTheMost() {
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, List.of(rule("a".repeat(60), "open")))).isEmpty();
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, List.of(rule("a".repeat(61), "open")))).extracting(Fault::pointer).containsExactly("/0/id");
    }

    @Test
    void aRuleAcceptsFourHundredValuesAtTheMost() {
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, List.of(regions(400)))).isEmpty();
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, List.of(regions(401)))).extracting(Fault::pointer).containsExactly("/0/accepts");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, List.of(rule("a", "wishful"), rule("a", "open"), rule("c", "trust-open")))).extracting(Fault::pointer)
                .containsExactly("/0/kind", "/1/id", "/2/kind");
    }

    @Test
    void adviceSaysWhatWouldBeRight() {
        assertThat(RuleSet.faults(SubjectKind.TRUST, List.of(rule("a", "wishful"))).get(0).advice())
                .isEqualTo("One of trust-type, trust-open, named-schools-of-trust, trust-has-eligible-school.");
        assertThat(RuleSet.faults(SubjectKind.TRUST, List.of(rule("a", "open"))).get(0).advice()).startsWith("This kind of rule is about schools. Here: one of trust-type");
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, ShippedRuleSets.definitions("[{\"id\":\"a\",\"kind\":\"open\",\"accepts\":[\"x\"]}]")).get(0).advice())
                .isEqualTo("A rule of kind open takes no parameter.");
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, ShippedRuleSets.definitions("[{\"id\":\"a\",\"kind\":\"fact-between\",\"fact\":\"x\",\"otherwise\":\"FAIL\",\"atLeast\":1}]"))
                .get(0).advice()).isEqualTo("A rule of kind fact-between takes only fact, from, to, otherwise.");
        assertThat(RuleSet.faults(SubjectKind.SCHOOL, ShippedRuleSets.definitions("[{\"id\":\"a\",\"kind\":\"fact-between\",\"fact\":\"x\",\"otherwise\":\"FAIL\",\"from\":1}]"))
                .get(0).advice()).isEqualTo("One of pupils, percentFsm.");
        assertThat(RuleSet.faults(SubjectKind.TRUST, ShippedRuleSets.definitions("[{\"id\":\"a\",\"kind\":\"trust-type\",\"accepts\":[\"x\"]}]")).get(0).advice())
                .isEqualTo("One of MULTI_ACADEMY_TRUST, SINGLE_ACADEMY_TRUST, SECURE_SINGLE_ACADEMY_TRUST, OTHER_GROUP, UNKNOWN, each once.");
    }

    @Test
    void everyShippedSetSaysWhatItNeedsAndWhatItMeans() {
        assertThat(ShippedRuleSets.of("behaviour-hubs-partner-school").needs()).containsExactly(Need.INSPECTIONS);
        assertThat(ShippedRuleSets.of("attendance-hubs-partner-school").needs()).containsExactly(Need.SHARING);
        assertThat(ShippedRuleSets.of("behaviour-and-attendance-hubs-regional").needs()).isEmpty();
        assertThat(ShippedRuleSets.of("behaviour-and-attendance-hubs-enhanced").needs()).containsExactly(Need.INSPECTIONS, Need.SELECTION);
        assertThat(ShippedRuleSets.of("attendance-hubs-lead-trust").needs()).containsExactly(Need.INSPECTIONS);
        assertThat(ShippedRuleSets.all()).hasSize(11).allSatisfy((code, shipped) -> {
            assertThat(shipped.rules().code()).isEqualTo(code);
            assertThat(shipped.rules().version()).isEqualTo(1);
            assertThat(shipped.rules().ruleIds()).hasSameSizeAs(shipped.definitions()).hasSameSizeAs(shipped.rules().meanings());
            assertThat(shipped.rules().meanings()).allSatisfy(meaning -> assertThat(meaning).hasSizeGreaterThan(40).endsWith("."));
        });
    }

    @Test
    void aSetForSchoolsJudgesNoTrust() {
        RuleSet schools = ShippedRuleSets.of("behaviour-hubs-partner-school");
        TrustFacts trust = new TrustFacts("1", "A trust", TrustType.UNKNOWN, null, TrustFacts.Status.UNKNOWN, Examples.REGISTER, false, List.of(), List.of());

        assertThatThrownBy(() -> schools.assess(Subject.of(trust), Examples.ON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShippedRuleSets.of("behaviour-hubs-lead-trust").assess(Subject.of(Examples.secondary("100049", "none")), Examples.ON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subject(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subject(Examples.secondary("100049", "none"), trust)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<RuleDefinition> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> rule("rule-" + i, "open")).toList();
    }

    private static RuleDefinition rule(String id, String kind) {
        return new RuleDefinition(id, kind, null, null, null, null, null, null, null, null);
    }

    private static RuleDefinition regions(int count) {
        return new RuleDefinition("regions", "fact-is-one-of", Collections.nCopies(count, "H"), "region", null, null, RuleOutcome.FAIL, null, null, null);
    }
}
