package org.schoolhubs.applications.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.eligibleSchool;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.applications.programmes.Catalogue.AUTHOR;
import static org.schoolhubs.applications.programmes.Catalogue.CHECKER;
import static org.schoolhubs.applications.programmes.Catalogue.act;
import static org.schoolhubs.applications.programmes.Catalogue.openCohort;
import static org.schoolhubs.applications.programmes.Catalogue.pathway;
import static org.schoolhubs.applications.programmes.Catalogue.publicly;
import static org.schoolhubs.applications.programmes.Catalogue.put;
import static org.schoolhubs.applications.programmes.Catalogue.settle;
import static org.schoolhubs.applications.programmes.Catalogue.terms;
import static org.schoolhubs.applications.programmes.Catalogue.with;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** A fourth programme comes into being through the API alone: no code, no migration. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class FourthProgrammeTest {
    @Test
    void aFourthProgrammeIsMadeAppliedForDecidedAndChangedByTwo() {
        String code = Catalogue.newCode();
        String path = "/v1/programmes/" + code;

        draftIsSeenByThoseWhoMakeIt(code, path);
        cohortsWaitForRules(path);
        rulesAreWrittenByTwo(code);
        act(AUTHOR, code, "publication", null).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        cohortIsOpenToEverybody(code, path);
        everyOtherServiceKnowsIt(code);
        schoolsApplyAndAreDecided(code);
        openTermsAreChangedByTwo(code, path);
    }

    private static void draftIsSeenByThoseWhoMakeIt(String code, String path) {
        Map<String, Object> wanted = with(terms(decidedByPersons("core"), with(with(pathway("trusts"), "partnerKind", "TRUST"), "lengthMonths", 24)), "code", code);
        as(team(AUTHOR)).body(wanted).post("/v1/programmes").then().statusCode(201).header("Location", equalTo(path)).body("state", equalTo("DRAFT"))
                .body("pathways.code", contains("core", "trusts")).body("pathways[0].supportDays", equalTo(4)).body("actions.name", hasItem("publication"));
        publicly(path).then().spec(problem(404, "not-found"));
        publicly("/v1/programmes?limit=500").then().body("items.code", not(hasItem(code)));
        as(team("somebody-else")).get("/v1/programmes?limit=500&state=DRAFT").then().body("items.code", hasItem(code));
        put(AUTHOR, path, with(terms(decidedByPersons("core"), pathway("trusts")), "name", "Reading and writing hubs")).then().statusCode(200)
                .body("name", equalTo("Reading and writing hubs")).body("terms.number", equalTo(2));
    }

    private static void cohortsWaitForRules(String path) {
        as(team(AUTHOR)).body(with(openCohort("core", "trusts"), "code", "spring")).post(path + "/cohorts").then().spec(problem(409, "rules-missing"))
                .body("errors.pointer", contains("/pathways/0/code", "/pathways/1/code"));
        as(team("reader")).get(path + "/cohorts").then().body("items", hasSize(0));
    }

    /** Nobody is judged on a programme before its rules were written by one person and published by another: the answer says so, whoever asks. */
    private static void rulesAreWrittenByTwo(String code) {
        String question = "{\"urn\":\"%s\",\"programme\":\"%s\",\"pathway\":\"core\"}".formatted(eligibleSchool(), code);
        as(team(AUTHOR)).body(question).post("/v1/eligibility-checks").then().spec(problem(409, "rules-missing"));
        String rules = "/v1/rule-sets/%s-partner-school/versions/1".formatted(code);
        Map<String, Object> wanted = Map.of("programme", code, "pathway", "core", "role", "PARTNER_SCHOOL", "validFrom", LocalDate.now(LondonDates.LONDON).toString(),
                "description", "Open schools of fewer than 1,000 pupils.",
                "rules", List.of(Map.of("id", "open", "kind", "open"),
                        Map.of("id", "small", "kind", "fact-between", "fact", "pupils", "to", 999, "otherwise", "FAIL")));
        String etag = as(team(AUTHOR)).body(wanted).put(rules).then().statusCode(201).extract().header("ETag");
        as(team(AUTHOR)).header("If-Match", etag).post(rules + "/publication").then().spec(problem(409, "second-person-needed"));
        as(team(CHECKER)).header("If-Match", etag).post(rules + "/publication").then().statusCode(200);
        as(team(AUTHOR)).body(question).post("/v1/eligibility-checks").then().statusCode(200).body("outcome", equalTo("ELIGIBLE"));
    }

    /** One school applies and is accepted, one too large for the programme is refused: both with the rules of the programme as reasons. */
    private static void schoolsApplyAndAreDecided(String code) {
        Draft small = submitted(code, eligibleSchool());
        small.byHead().get(small.path("/eligibility")).then().body("outcome", equalTo("ELIGIBLE")).body("ruleSet", equalTo(code + "-partner-school"));
        small.by(team("decider")).body(Given.ACCEPT).post(small.path("/decision")).then().statusCode(200).body("state", equalTo("ACCEPTED"));

        String urn = eligibleSchool();
        Given.update("update school set pupils = 1200 where urn = '%s'".formatted(urn));
        Draft large = submitted(code, urn);
        large.byHead().get(large.path("/eligibility")).then().body("outcome", equalTo("NOT_ELIGIBLE")).body("results.find { it.rule == 'small' }.outcome", equalTo("FAIL"));
        large.by(team("decider")).body(Given.ACCEPT).post(large.path("/decision")).then().spec(problem(409, "not-eligible"));
        large.by(team("decider")).body(Given.DECLINE).post(large.path("/decision")).then().statusCode(200).body("state", equalTo("DECLINED"));
    }

    private static Draft submitted(String code, String urn) {
        Draft draft = Given.draft(urn, "spring", code, "core");
        draft = draft.seen(draft.byHead().body(Given.leaders(1)).put(draft.path("/leaders")));
        return draft.seen(draft.byHead().body(Given.DECLARATION).post(draft.path("/submission")));
    }

    private static Map<String, Object> decidedByPersons(String pathway) {
        return with(pathway(pathway), "automaticAcceptance", false);
    }

    private static void cohortIsOpenToEverybody(String code, String path) {
        as(team(AUTHOR)).body(with(openCohort("core", "trusts"), "code", "spring")).post(path + "/cohorts").then().spec(problem(409, "rules-missing"))
                .body("errors.pointer", contains("/pathways/1/code"));
        as(team(AUTHOR)).body(with(openCohort("core"), "code", "spring")).post(path + "/cohorts").then().statusCode(201).body("windowOpen", equalTo(true));
        as(team(AUTHOR)).body(with(Catalogue.cohort(Catalogue.inDays(40), Catalogue.inDays(60), "core"), "code", "summer")).post(path + "/cohorts")
                .then()
                .statusCode(201).body("windowOpen", equalTo(false));
        publicly(path).then().statusCode(200).body("takesApplications", equalTo(true)).body("actions", nullValue());
        publicly(path + "/cohorts").then().body("items.code", contains("spring", "summer"));
        publicly(path + "/cohorts?windowOpen=true").then().body("items.code", contains("spring"));
        publicly(path + "/cohorts?windowOpen=false").then().body("items.code", contains("summer"));
        publicly(path + "/cohorts?windowOpen=perhaps").then().statusCode(400);
    }

    private static void everyOtherServiceKnowsIt(String code) {
        List<Facts.Published> facts = Facts.published("programmes.v1", code);
        assertThat(facts).extracting(Facts.Published::type).as("one full state for each change: drafted, changed, published, two cohorts")
                .containsExactly("ProgrammeUpdated", "ProgrammeUpdated", "ProgrammeUpdated", "ProgrammeUpdated", "ProgrammeUpdated");
        JsonPath state = JsonPath.from(facts.get(4).payload());
        assertThat(state.getString("state")).isEqualTo("PUBLISHED");
        assertThat(state.getList("cohorts.code")).isEqualTo(List.of("spring", "summer"));
        assertThat(state.getMap("pathways[0]")).containsEntry("supportDays", 4).containsEntry("extensionMonths", 6).containsEntry("grantCapPence", 300_000);
        assertThat(JsonPath.from(facts.get(0).payload()).getString("state")).isEqualTo("DRAFT");
    }

    private static void openTermsAreChangedByTwo(String code, String path) {
        Map<String, Object> more = terms(with(decidedByPersons("core"), "places", 60), pathway("trusts"));
        String change = put(AUTHOR, path, more).then().statusCode(202).header("Location", notNullValue()).body("state", equalTo("PROPOSED"))
                .body("changes.find { it.field == 'pathways/core/places' }.before", equalTo("40"))
                .body("changes.find { it.field == 'pathways/core/places' }.after", equalTo("60")).extract().path("id");
        publicly(path).then().body("pathways[0].places", equalTo(40));
        settle(AUTHOR, change, "approval").then().spec(problem(409, "second-person-needed"));
        settle(CHECKER, change, "approval").then().statusCode(200).body("state", equalTo("APPLIED")).body("decidedBy", equalTo(CHECKER));
        publicly(path).then().body("pathways[0].places", equalTo(60)).body("terms.number", equalTo(3));
        as(team("reader")).get(path + "/versions").then().body("items.number", contains(1, 2, 3)).body("items[2].madeBy", equalTo(AUTHOR))
                .body("items[2].approvedBy", equalTo(CHECKER)).body("items[2].changeId", equalTo(change)).body("items[2].standing", equalTo("IN_FORCE"))
                .body("items[1].standing", equalTo("PAST")).body("items[1].pathways[0].places", equalTo(40));
    }
}
