package org.schoolhubs.applications.eligibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.programmes.Catalogue;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.eligibility.rules.Subject;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Rules as data: drafted by one, published by another, in force from their day on, never changed. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class RuleSetApiTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String SMALL_SCHOOLS = """
            {"id":"in-england","kind":"in-england"},{"id":"open","kind":"open"},
            {"id":"small","kind":"fact-between","fact":"pupils","to":1000,"otherwise":"REVIEW"},
            {"id":"in-london","kind":"fact-is-one-of","fact":"region","accepts":["H"],"otherwise":"FAIL"}""";

    @Inject
    EligibilityService eligibility;

    /** A programme that no code knows, with a pathway for schools and one for trusts. */
    private static String programme() {
        return Catalogue.published(Catalogue.with(Catalogue.pathway("small"), "automaticAcceptance", false),
                Catalogue.with(Catalogue.with(Catalogue.pathway("trusts"), "partnerKind", "TRUST"), "automaticAcceptance", false));
    }

    private static String body(String programme, String pathway, LocalDate validFrom, String rules) {
        return """
                {"programme":"%s","pathway":%s,"role":"PARTNER_SCHOOL","validFrom":"%s","description":"Small schools in London.","rules":[%s]}"""
                .formatted(programme, pathway == null ? "null" : "\"" + pathway + "\"", validFrom, rules);
    }

    private static RequestSpecification drafter() {
        return Given.as(Given.team("rule-drafter"));
    }

    private static Response draft(String code, int number, String body) {
        return drafter().body(body).put("/v1/rule-sets/%s/versions/%d".formatted(code, number));
    }

    private static Response publish(String code, int number, String etag, String who) {
        RequestSpecification request = Given.as(Given.team(who));
        return (etag == null ? request : request.header("If-Match", etag)).post("/v1/rule-sets/%s/versions/%d/publication".formatted(code, number));
    }

    private static Response check(String urn, String programme) {
        return given().contentType("application/json").body("{\"urn\":\"%s\",\"programme\":\"%s\",\"pathway\":\"small\"}".formatted(urn, programme)).post("/v1/eligibility-checks");
    }

    @Test
    void everybodyMayReadTheShippedRules() {
        given().get("/v1/rule-sets?programme=behaviour-hubs&limit=500").then().statusCode(200).body("items", hasSize(greaterThanOrEqualTo(4)))
                .body("items.code", hasItems("behaviour-hubs-partner-school", "behaviour-hubs-partner-trust", "behaviour-hubs-lead-school", "behaviour-hubs-lead-trust"))
                .body("items.state", everyItem(equalTo("PUBLISHED")));
        given().get("/v1/rule-sets?role=LEAD_TRUST&limit=500").then().statusCode(200).body("items.role", everyItem(equalTo("LEAD_TRUST")));
        given().get("/v1/rule-sets/behaviour-hubs-partner-trust/versions/1").then().statusCode(200).header("ETag", equalTo("\"1\"")).body("pathway", equalTo("multi-school"))
                .body("rules.find { it.id == 'eligible-school' }.schoolRules.id", hasItem("ofsted-overall-grade")).body("rules.find { it.id == 'eligible-school' }.atLeast", equalTo(1))
                .body("meanings", hasSize(4)).body("meanings[3]", containsString("at least 1 school is")).body("publishedAt", notNullValue()).body("actions", hasSize(0));
    }

    @Test
    void aProgrammeThatNoCodeKnowsGetsItsRulesThroughTheApi() {
        String programme = programme();
        String school = Given.eligibleSchool();
        check(school, programme).then().spec(problem(409, "rules-missing"));

        Response drafted = draft(programme, 1, body(programme, "small", TODAY, SMALL_SCHOOLS));
        drafted.then().statusCode(201).header("Location", equalTo("/v1/rule-sets/%s/versions/1".formatted(programme))).body("state", equalTo("DRAFT"))
                .body("actions[0].allowed", equalTo(false)).body("actions[0].code", equalTo("second-person-needed"));
        check(school, programme).then().spec(problem(409, "rules-missing"));
        publish(programme, 1, drafted.header("ETag"), "rule-drafter").then().spec(problem(409, "second-person-needed"));
        publish(programme, 1, drafted.header("ETag"), "rule-publisher").then().statusCode(200).body("state", equalTo("PUBLISHED"));

        check(school, programme).then().statusCode(200).body("outcome", equalTo("ELIGIBLE")).body("ruleSet", equalTo(programme)).body("results", hasSize(4));
        EligibilityRows.set(school, "region", "A");
        check(school, programme).then().body("outcome", equalTo("NOT_ELIGIBLE"));
        assertThat(Given.one("select string_agg(event_type || ' ' || actor_id, ', ' order by id) from journal where aggregate_id = (select id::text from rule_set_version where code = '%s')"
                .formatted(programme))).isEqualTo("RuleSetDrafted rule-drafter, RuleSetPublished rule-publisher");
        Given.as(Given.team("reader")).get("/v1/rule-sets/%s/versions/1/history".formatted(programme)).then().statusCode(200).body("type", contains("RuleSetDrafted", "RuleSetPublished"));
    }

    @Test
    void aLaterVersionJudgesFromItsFirstDayOnAndTheEarlierStaysAsItWas() {
        String programme = programme();
        publish(programme, 1, draft(programme, 1, body(programme, "small", TODAY, SMALL_SCHOOLS)).header("ETag"), "rule-publisher").then().statusCode(200);
        String second = draft(programme, 2, body(programme, "small", TODAY.plusDays(1), "{\"id\":\"open\",\"kind\":\"open\"}")).header("ETag");
        publish(programme, 2, second, "rule-publisher").then().statusCode(200);

        check(Given.eligibleSchool(), programme).then().body("ruleSetVersion", equalTo(1)).body("results", hasSize(4));
        given().get("/v1/rule-sets?code=" + programme).then().body("items.number", contains(1, 2));
        draft(programme, 3, body(programme, "small", TODAY.plusDays(1), SMALL_SCHOOLS)).then().spec(problem(409, "rule-set-backdated")).body("errors.pointer", contains("/validFrom"));
    }

    @Test
    void aDraftIsChangedByWhoReadItAndIsNotForThePublic() {
        String programme = programme();
        String first = draft(programme, 1, body(programme, null, TODAY, SMALL_SCHOOLS)).header("ETag");
        String path = "/v1/rule-sets/%s/versions/1".formatted(programme);

        given().get(path).then().spec(problem(404, "not-found"));
        given().get("/v1/rule-sets?code=" + programme).then().body("items", hasSize(0));
        Given.as(Tokens.person("d").role("dfe")).get(path).then().statusCode(200).body("pathway", nullValue());
        drafter().body(body(programme, null, TODAY, SMALL_SCHOOLS)).put(path).then().spec(problem(428, "if-match-required"));
        Response changed = Given.as(Given.team("second-drafter")).header("If-Match", first).body(body(programme, null, TODAY.plusDays(2), SMALL_SCHOOLS)).put(path);
        changed.then().statusCode(200).body("validFrom", equalTo(TODAY.plusDays(2).toString()));
        drafter().header("If-Match", first).body(body(programme, null, TODAY, SMALL_SCHOOLS)).put(path).then().spec(problem(412, "stale"));
        drafter().header("If-Match", "\"x\"").body(body(programme, null, TODAY, SMALL_SCHOOLS)).put(path).then().spec(problem(400, "if-match-invalid"));
        publish(programme, 1, changed.header("ETag"), "second-drafter").then().spec(problem(409, "second-person-needed"));
        publish(programme, 1, null, "rule-publisher").then().spec(problem(428, "if-match-required"));
        publish(programme, 1, first, "rule-publisher").then().spec(problem(412, "stale"));
        publish(programme, 1, changed.header("ETag"), "rule-publisher").then().statusCode(200);
    }

    @Test
    void aPublishedVersionIsNeverChanged() {
        String programme = programme();
        String published = publish(programme, 1, draft(programme, 1, body(programme, "small", TODAY, SMALL_SCHOOLS)).header("ETag"), "rule-publisher").header("ETag");

        drafter().header("If-Match", published).body(body(programme, "small", TODAY, SMALL_SCHOOLS)).put("/v1/rule-sets/%s/versions/1".formatted(programme)).then()
                .spec(problem(409, "rule-set-published"));
        publish(programme, 1, published, "third-person").then().spec(problem(409, "rule-set-published"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Given.update("update rule_set_version set description = 'x' where code = '%s'".formatted(programme))))
                .hasMessageContaining("published version");
    }

    @Test
    void versionsAndTargetsAreKept() {
        String programme = programme();
        draft(programme, 2, body(programme, "small", TODAY, SMALL_SCHOOLS)).then().spec(problem(409, "rule-set-version-out-of-order")).body("detail", containsString("is 1."));
        String first = draft(programme, 1, body(programme, "small", TODAY, SMALL_SCHOOLS)).header("ETag");
        draft(programme, 2, body(programme, "small", TODAY, SMALL_SCHOOLS)).then().spec(problem(409, "rule-set-version-out-of-order")).body("detail", containsString("Publish the draft"));
        draft(programme + "-other", 1, body(programme, "small", TODAY, SMALL_SCHOOLS)).then().spec(problem(409, "rule-set-target-taken"));
        drafter().header("If-Match", first).body(body(programme, null, TODAY, SMALL_SCHOOLS)).put("/v1/rule-sets/%s/versions/1".formatted(programme)).then()
                .spec(problem(409, "rule-set-target-fixed"));
        drafter().header("If-Match", "\"0\"").body(body(programme, null, TODAY, SMALL_SCHOOLS)).put("/v1/rule-sets/%s-new/versions/1".formatted(programme)).then()
                .spec(problem(412, "stale"));
    }

    @Test
    void aSetOfThePathwayGoesBeforeTheSetOfTheProgramme() {
        String programme = programme();
        publish(programme + "-all", 1, draft(programme + "-all", 1, body(programme, null, TODAY, SMALL_SCHOOLS)).header("ETag"), "rule-publisher").then().statusCode(200);
        String school = Given.eligibleSchool();
        check(school, programme).then().body("ruleSet", equalTo(programme + "-all"));
        publish(programme, 1, draft(programme, 1, body(programme, "small", TODAY, SMALL_SCHOOLS)).header("ETag"), "rule-publisher").then().statusCode(200);
        check(school, programme).then().body("ruleSet", equalTo(programme));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"wishful"                                                                            | unknown-kind     | /rules/1/kind
            "kind":"fact-is-one-of","fact":"headteacher","accepts":["x"],"otherwise":"FAIL"             | unknown-fact     | /rules/1/fact
            "kind":"overall-grade","accepts":["GOOD","BRILLIANT"]                                       | impossible-value | /rules/1/accepts/1
            "kind":"trust-open"                                                                         | kind-misplaced   | /rules/1/kind
            "kind":"open","atLeast":1                                                                   | parameter-needless | /rules/1/atLeast
            "kind":"attendance-data-sharing"                                                            | parameter-missing | /rules/1/since
            """)
    void rulesThatCannotBeAppliedAreRefusedWithThePlace(String rule, String code, String pointer) {
        String programme = programme();
        draft(programme, 1, body(programme, "small", TODAY, "{\"id\":\"open\",\"kind\":\"open\"},{\"id\":\"b\",%s}".formatted(rule))).then().spec(problem(422, "rule-set-invalid"))
                .body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
        assertThat(Given.one("select count(*) from rule_set where programme = '%s'".formatted(programme))).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"programme"                                                                                                                            | 400 | malformed-json
            {"programme":"%s","pathway":"small","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[]}                      | 400 | invalid
            {"programme":"%s","pathway":"small","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"","rules":[{"id":"a","kind":"open"}]} | 400 | invalid
            {"programme":"%s","pathway":"small","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[null]}                  | 400 | invalid
            {"programme":"%s","pathway":"small","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open","mood":1}]} | 400 | unknown-field
            {"programme":"%s","pathway":"small","role":"HEAD","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open"}]}        | 400 | wrong-type
            {"programme":"%s","pathway":"small","role":"PARTNER_SCHOOL","validFrom":"soon","description":"x","rules":[{"id":"a","kind":"open"}]}    | 400 | wrong-type
            {"programme":"%s","pathway":"small","role":"PARTNER_SCHOOL","validFrom":"2020-01-01","description":"x","rules":[{"id":"a","kind":"open"}]} | 409 | rule-set-backdated
            {"programme":"nothing","pathway":"small","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open"}]} | 422 | programme-unknown
            {"programme":"nothing","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open"}]}           | 422 | programme-unknown
            {"programme":"%s","pathway":"large","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open"}]} | 422 | pathway-unknown
            {"programme":"%s","pathway":"trusts","role":"PARTNER_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open"}]} | 422 | pathway-for-trusts
            {"programme":"%s","pathway":"small","role":"PARTNER_TRUST","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"trust-open"}]} | 422 | pathway-for-schools
            {"programme":"%s","role":"LEAD_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open"}]}                   | 422 | programme-without-leads
            {"programme":"attendance-hubs","pathway":"attendance","role":"LEAD_SCHOOL","validFrom":"2099-01-01","description":"x","rules":[{"id":"a","kind":"open"}]} | 422 | rule-set-invalid
            """)
    void aBadDraftIsRefused(String body, int status, String code) {
        String programme = programme();
        draft(programme, 1, body.replace("%s", programme)).then().spec(problem(status, code));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"school", "trust", "local-authority", "dfe", "auditor", "data-collector", "operator", "finance-preparer", "finance-approver"})
    void onlyTheProgrammeTeamWritesRules(String role) {
        Tokens person = Tokens.person("p").role(role);
        Given.as(person).body(body("behaviour-hubs", null, TODAY, SMALL_SCHOOLS)).put("/v1/rule-sets/behaviour-hubs-partner-school/versions/2").then().spec(problem(403, "forbidden"));
        Given.as(person).header("If-Match", "\"1\"").post("/v1/rule-sets/behaviour-hubs-partner-school/versions/1/publication").then().spec(problem(403, "forbidden"));
    }

    @Test
    void clientsStrangersAndUnknownVersionsAreRefused() {
        given().contentType("application/json").body("{}").put("/v1/rule-sets/a/versions/1").then().spec(problem(401, "unauthenticated"));
        Given.as(Tokens.client("machine").role("programme-team")).body(body("behaviour-hubs", "core", TODAY, SMALL_SCHOOLS)).put("/v1/rule-sets/machine-made/versions/1").then()
                .spec(problem(403, "person-required"));
        given().get("/v1/rule-sets/nothing/versions/1").then().spec(problem(404, "not-found"));
        publish("nothing", 1, "\"0\"", "rule-publisher").then().spec(problem(404, "not-found"));
        draft("Nothing", 1, body("behaviour-hubs", "core", TODAY, SMALL_SCHOOLS)).then().spec(problem(400, "invalid"));
        given().get("/v1/rule-sets/behaviour-hubs-partner-school/versions/0").then().spec(problem(400, "invalid"));
        given().get("/v1/rule-sets/behaviour-hubs-partner-school/versions/1/history").then().spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @EnumSource(RuleSetState.class)
    void theLifecycleIsTheTable(RuleSetState state) {
        assertThat(RuleSetLifecycle.TABLE.next(state, RuleSetAct.EDIT)).isEqualTo(state == RuleSetState.DRAFT ? Optional.of(RuleSetState.DRAFT) : Optional.empty());
        assertThat(RuleSetLifecycle.TABLE.next(state, RuleSetAct.PUBLISH)).isEqualTo(state == RuleSetState.DRAFT ? Optional.of(RuleSetState.PUBLISHED) : Optional.empty());
        assertThat(RuleSetAct.values()).hasSize(2);
    }

    // ---- made again

    @Test
    void anAssessmentIsMadeAgainFromTheFactsThatWereKept() {
        Given.Draft submitted = Given.submitted(Given.eligibleSchool());
        String kept = Given.one("select facts from eligibility_assessment where application_id = '%s'".formatted(submitted.id()));
        EligibilityRows.set(submitted.urn(), "status", "CLOSED");

        Subject facts = KeptFacts.read(kept);
        Assessment again = eligibility.recompute("behaviour-hubs-partner-school", 1, facts, TODAY);
        assertThat(again.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(again.subject()).isEqualTo(facts);
        assertThat(KeptFacts.read(KeptFacts.write(facts))).isEqualTo(facts);
        assertThat(kept).doesNotContain("@");
    }

    @Test
    void anAssessmentIsMadeAgainFromTheRegisterAsItWasWhereItGoesBackThatFar() {
        String urn = Given.eligibleSchool();
        Applicant school = Applicant.school(ApplicantRole.PARTNER_SCHOOL, new Urn(urn));
        EligibilityRows.becomesClosedOn(urn, "2026-11-15");

        Recomputation before = eligibility.recompute("behaviour-hubs-partner-school", 1, school, LocalDate.of(2026, 11, 10));
        Recomputation after = eligibility.recompute("behaviour-hubs-partner-school", 1, school, LocalDate.of(2026, 11, 20));
        Recomputation tooEarly = eligibility.recompute("behaviour-hubs-partner-school", 1, school, LocalDate.of(2020, 1, 1));

        assertThat(List.of(before.assessment().outcome(), after.assessment().outcome(), tooEarly.assessment().outcome()))
                .containsExactly(Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE, Outcome.NOT_ELIGIBLE);
        assertThat(before.factsOfThatDay()).isTrue();
        assertThat(after.factsOfThatDay()).isTrue();
        assertThat(tooEarly.factsOfThatDay()).isFalse();
        assertThat(tooEarly.note()).contains("those of today");
    }

    @Test
    void aTrustIsMadeAgainWithItsSchoolsOfThatDay() {
        String uid = EligibilityRows.group("6", "OPEN");
        String urn = EligibilityRows.joins(Given.eligibleSchool(), uid);
        Applicant trust = Applicant.trust(ApplicantRole.PARTNER_TRUST, new org.schoolhubs.kernel.TrustUid(uid), List.of(new Urn(urn)));

        Recomputation found = eligibility.recompute("behaviour-hubs-partner-trust", 1, trust, TODAY);

        assertThat(found.assessment().outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(found.factsOfThatDay()).isTrue();
        assertThat(eligibility.assess(trust, "behaviour-hubs", "multi-school").results()).isEqualTo(found.assessment().results());
    }
}
