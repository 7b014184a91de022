package org.schoolhubs.applications.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.applications.programmes.Catalogue.AUTHOR;
import static org.schoolhubs.applications.programmes.Catalogue.CHECKER;
import static org.schoolhubs.applications.programmes.Catalogue.act;
import static org.schoolhubs.applications.programmes.Catalogue.etag;
import static org.schoolhubs.applications.programmes.Catalogue.inDays;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Changes of programmes and cohorts: at once where nobody relies on them, by two persons where somebody does, not at all where they would hurt. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class CatalogueChangeTest {
    private static final Map<String, Object> MORE_PLACES = terms(with(pathway("core"), "places", 60));

    private static String propose(String programme, Map<String, Object> wanted) {
        return put(AUTHOR, "/v1/programmes/" + programme, wanted).then().statusCode(202).extract().path("id");
    }

    private static int published(String programme) {
        return Facts.published("programmes.v1", programme).size();
    }

    @Test
    void whatIsNotOpenChangesAtOnceAndIsToldOnce() {
        String code = Catalogue.published();
        int before = published(code);
        put(AUTHOR, "/v1/programmes/" + code, MORE_PLACES).then().statusCode(200).body("pathways[0].places", equalTo(60)).body("terms.number", equalTo(2));
        assertThat(published(code)).isEqualTo(before + 1);
        as(team("reader")).get("/v1/programme-changes?programme=" + code).then().body("items", hasSize(1)).body("items[0].state", equalTo("APPLIED"))
                .body("items[0].secondPerson", equalTo(false)).body("items[0].reason", equalTo("Agreed with the Department"))
                .body("items[0].rulings[0].code", equalTo("not-open"));
        put(AUTHOR, "/v1/programmes/" + code, MORE_PLACES).then().statusCode(200).body("terms.number", equalTo(2));
        assertThat(published(code)).as("the same again is no change").isEqualTo(before + 1);
    }

    @Test
    void whatIsOpenWaitsForASecondPersonWhoSeesEachField() {
        String code = Catalogue.open();
        int before = published(code);
        String change = propose(code, MORE_PLACES);
        publicly("/v1/programmes/" + code).then().body("pathways[0].places", equalTo(40));
        assertThat(published(code)).as("a proposal is nobody else's business").isEqualTo(before);
        as(team("reader")).get("/v1/programme-changes/" + change).then().statusCode(200).header("ETag", equalTo("\"0\"")).body("changes", hasSize(1))
                .body("changes[0].field", equalTo("pathways/core/places")).body("rulings[0].verdict", equalTo("SECOND_PERSON"))
                .body("rulings[0].code", equalTo("open-now"))
                .body("actions.findAll { it.allowed }.name", contains("approval", "rejection"));
        as(team(AUTHOR)).get("/v1/programme-changes/" + change).then().body("actions.findAll { it.allowed }.name", contains("withdrawal"));
        assertThat(tasks("OPEN")).contains(change);
        settle(CHECKER, change, "approval").then().statusCode(200).body("state", equalTo("APPLIED")).body("decisionReason", equalTo("Looked at it"));
        assertThat(tasks("OPEN")).doesNotContain(change);
        assertThat(published(code)).isEqualTo(before + 1);
        assertThat(Given.one("select string_agg(event_type, ' ' order by id) from journal where aggregate_id = '%s'".formatted(change)))
                .isEqualTo("ProgrammeChangeProposed ProgrammeChangeApproved");
    }

    private static List<String> tasks(String state) {
        return as(team("reader")).get("/v1/tasks/applications?limit=500&kind=programme-change-approval&state=" + state).then().statusCode(200)
                .extract().path("items.subjectId");
    }

    @Test
    void theProposerCanOnlyWithdrawAndAnotherOnlyApproveOrReject() {
        String code = Catalogue.open();
        String change = propose(code, MORE_PLACES);
        settle(AUTHOR, change, "approval").then().spec(problem(409, "second-person-needed"));
        settle(AUTHOR, change, "rejection").then().spec(problem(409, "second-person-needed"));
        settle(CHECKER, change, "withdrawal").then().spec(problem(409, "change-of-another"));
        settle(AUTHOR, change, "withdrawal").then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        settle(CHECKER, change, "approval").then().spec(problem(409, "change-settled"));
        String other = propose(code, MORE_PLACES);
        settle(CHECKER, other, "rejection").then().statusCode(200).body("state", equalTo("REJECTED"));
        settle(CHECKER, other, "rejection").then().spec(problem(409, "change-settled"));
        publicly("/v1/programmes/" + code).then().body("pathways[0].places", equalTo(40)).body("terms.number", equalTo(1));
    }

    @Test
    void ofTwoProposalsTheFirstThatIsApprovedMakesTheOtherStale() {
        String code = Catalogue.open();
        String first = propose(code, MORE_PLACES);
        String second = propose(code, terms(with(pathway("core"), "places", 80)));
        settle(CHECKER, second, "approval").then().statusCode(200);
        settle(CHECKER, first, "approval").then().spec(problem(409, "change-stale"));
        as(team("reader")).get("/v1/programme-changes/" + first).then().body("state", equalTo("PROPOSED"));
        publicly("/v1/programmes/" + code).then().body("pathways[0].places", equalTo(80));
    }

    @Test
    void ofManyApprovalsAtOnceOneCounts() throws Exception {
        String code = Catalogue.open();
        String change = propose(code, MORE_PLACES);
        int before = published(code);
        String etag = etag("/v1/programme-changes/" + change);
        var pool = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String who = "checker-" + i;
            requests.add(() -> as(team(who)).header("If-Match", etag).body(Map.of("reason", "Fine")).post("/v1/programme-changes/" + change + "/approval").statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        for (var answer : pool.invokeAll(requests)) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
        assertThat(published(code)).isEqualTo(before + 1);
    }

    @Test
    void whatWouldHurtWhatRunsIsRefusedAtItsPlace() {
        String code = Catalogue.open();
        String path = "/v1/programmes/" + code;
        put(AUTHOR, path, terms(pathway("other"))).then().spec(problem(409, "change-refused")).body("errors.code", contains("pathway-in-cohort"))
                .body("errors[0].pointer", equalTo("/pathways"));
        Given.draft(Given.eligibleSchool(), "c1", code, "core");
        put(AUTHOR, path, with(terms(pathway("other"), with(pathway("core"), "partnerKind", "TRUST")), "subjects", List.of("writing"))).then()
                .spec(problem(409, "change-refused")).body("errors.code", contains("subjects-in-use", "partner-kind-in-use"))
                .body("errors.pointer", contains("/subjects", "/pathways/1/partnerKind"));
        publicly(path).then().body("terms.number", equalTo(1));
    }

    @Test
    void aCohortThatIsNotOpenChangesAtOnceWithItsPathways() {
        String code = Catalogue.draft();
        String path = "/v1/programmes/" + code;
        put(AUTHOR, path, terms(pathway("core"), pathway("more"), pathway("most"))).then().statusCode(200);
        act(AUTHOR, code, "publication", null).then().statusCode(200);
        as(team(AUTHOR)).body(with(Catalogue.cohort(inDays(10), inDays(20), "core", "more"), "code", "later")).post(path + "/cohorts").then().statusCode(201);
        Map<String, Object> wanted = with(with(Catalogue.cohort(inDays(11), inDays(30)), "pathways", List.of(Map.of("code", "most"), Map.of("code", "core", "places", 7))),
                "reason", "Another order");
        put(AUTHOR, path + "/cohorts/later", wanted).then().statusCode(200).header("ETag", equalTo("\"1\"")).body("pathways.code", contains("most", "core"))
                .body("pathways[1].places", equalTo(7));
        put(AUTHOR, path + "/cohorts/later", wanted).then().statusCode(200).header("ETag", equalTo("\"1\""));
        List<Facts.Published> facts = Facts.published("programmes.v1", code);
        assertThat(JsonPath.from(facts.get(facts.size() - 1).payload()).getList("cohorts[0].pathways.code")).isEqualTo(List.of("most", "core"));
    }

    @Test
    void aCohortThatIsOpenIsChangedByTwo() {
        String code = Catalogue.open();
        String path = "/v1/programmes/" + code + "/cohorts/c1";
        Map<String, Object> longer = with(with(openCohort("core"), "windowClosesAt", inDays(50).toString()), "reason", "More time");
        String change = put(AUTHOR, path, longer).then().statusCode(202).body("cohort", equalTo("c1")).body("kind", equalTo("COHORT"))
                .body("changes.field", hasItem("windowClosesAt")).extract().path("id");
        settle(CHECKER, change, "approval").then().statusCode(200);
        publicly(path).then().body("windowClosesAt", equalTo(longer.get("windowClosesAt")));
        put(AUTHOR, path, with(longer, "windowClosesAt", inDays(-1).toString())).then().spec(problem(409, "change-refused"))
                .body("errors[0].code", equalTo("window-closes-in-past"));
    }

    @Test
    void everyVersionOfACohortIsKeptWithWhoWhenAndWhy() {
        String code = Catalogue.published();
        String path = "/v1/programmes/" + code + "/cohorts";
        as(team(AUTHOR)).body(with(with(openCohort("core"), "code", "c1"), "reason", "Agreed for spring")).post(path).then().statusCode(201);
        Map<String, Object> longer = with(with(openCohort("core"), "windowClosesAt", inDays(50).toString()), "reason", "More time");
        String change = put(AUTHOR, path + "/c1", longer).then().statusCode(202).extract().path("id");
        as(team("reader")).get(path + "/c1/versions").then().statusCode(200).body("items.number", contains(1)).body("items[0].madeBy", equalTo(AUTHOR))
                .body("items[0].reason", equalTo("Agreed for spring")).body("items[0].standing", equalTo("IN_FORCE")).body("items[0].changeId", nullValue());
        settle(CHECKER, change, "approval").then().statusCode(200);

        as(team("reader")).get(path + "/c1/versions").then().body("items.standing", contains("PAST", "IN_FORCE")).body("items.reason", contains("Agreed for spring", "More time"))
                .body("items[1].madeBy", equalTo(AUTHOR)).body("items[1].approvedBy", equalTo(CHECKER)).body("items[1].changeId", equalTo(change))
                .body("items[1].windowClosesAt", equalTo(longer.get("windowClosesAt"))).body("items[0].pathways.code", contains("core"));
        as(team("reader")).get(path + "/c1/versions/1").then().statusCode(200).body("reason", equalTo("Agreed for spring"));
        as(team("reader")).get(path + "/c1/versions/3").then().spec(problem(404, "not-found"));
        as(team("reader")).get(path + "/c2/versions").then().spec(problem(404, "not-found"));
        as(team("reader")).get(path + "/c1/history").then().body("type", contains("CohortOpened", "CohortChanged")).body("[1].changedFields", hasItem("windowClosesAt"));
        as(Given.head(Given.eligibleSchool())).get(path + "/c1/versions").then().spec(problem(403, "forbidden"));
        assertThat(Given.one("select count(*) from journal j where j::text like '%Agreed for spring%'")).isEqualTo("0");
    }

    @Test
    void aCohortThatIsChangedOffersPathwaysWithRulesOnly() {
        String code = Catalogue.published();
        String path = "/v1/programmes/" + code;
        put(AUTHOR, path, terms(pathway("core"), with(pathway("trusts"), "partnerKind", "TRUST"))).then().statusCode(200);
        as(team(AUTHOR)).body(with(Catalogue.cohort(inDays(10), inDays(20), "core"), "code", "later")).post(path + "/cohorts").then().statusCode(201);
        Map<String, Object> both = with(Catalogue.cohort(inDays(10), inDays(20), "core", "trusts"), "reason", "Trusts, too");
        Given.updateAsOwner("delete from rule_set_version where code = '%s-trusts'".formatted(code));
        put(AUTHOR, path + "/cohorts/later", both).then().spec(problem(409, "rules-missing")).body("errors.pointer", contains("/pathways/1/code"));
        publicly(path + "/cohorts/later").then().body("pathways.code", contains("core"));
    }

    @ParameterizedTest(name = "rules from day {0}, window opens on day {1}: {2}")
    @CsvSource({"0,10,201", "10,10,201", "11,10,409", "0,-10,201", "1,-10,409"})
    void theRulesAreInForceWhenTheWindowOpens(int rulesFrom, int opens, int status) {
        String code = Catalogue.newCode();
        as(team(AUTHOR)).body(with(terms(pathway("core")), "code", code)).post("/v1/programmes").then().statusCode(201);
        Given.ruled(code, LocalDate.now(LondonDates.LONDON).plusDays(rulesFrom));
        as(team(AUTHOR)).body(with(Catalogue.cohort(inDays(opens), inDays(20), "core"), "code", "c1")).post("/v1/programmes/" + code + "/cohorts").then().statusCode(status);
    }

    @Test
    void aPathwayThatSomebodyAppliedForStaysInItsCohort() {
        String code = Catalogue.draft();
        String path = "/v1/programmes/" + code;
        put(AUTHOR, path, terms(pathway("core"), pathway("more"))).then().statusCode(200);
        act(AUTHOR, code, "publication", null).then().statusCode(200);
        as(team(AUTHOR)).body(with(openCohort("core", "more"), "code", "c1")).post(path + "/cohorts").then().statusCode(201);
        Given.draft(Given.eligibleSchool(), "c1", code, "core");
        put(AUTHOR, path + "/cohorts/c1", with(openCohort("more"), "reason", "Fewer")).then().spec(problem(409, "change-refused"))
                .body("errors[0].code", equalTo("pathway-in-use")).body("errors[0].pointer", equalTo("/pathways"));
        String change = put(AUTHOR, path + "/cohorts/c1", with(openCohort("core"), "reason", "Fewer")).then().statusCode(202).extract().path("id");
        settle(CHECKER, change, "approval").then().statusCode(200);
        publicly(path + "/cohorts/c1").then().body("pathways.code", contains("core"));
    }

    @Test
    void theHistoryTellsWhatHappenedAndNothingOfWhy() {
        String code = Catalogue.published();
        put(AUTHOR, "/v1/programmes/" + code, with(MORE_PLACES, "reason", "Asked for by A. Person")).then().statusCode(200);
        as(team("reader")).get("/v1/programmes/" + code + "/history").then().statusCode(200)
                .body("reasonCode", contains("drafted", "published", "terms-changed"))
                .body("[2].changedFields", contains("pathways/core/places")).body("[2].actor.id", equalTo(AUTHOR));
        assertThat(Given.one("select count(*) from journal where event_key = '%s' and (payload::text like '%%Person%%' or reason_code like '%%Person%%')".formatted(code))).isEqualTo("0");
        as(team("reader")).get("/v1/programmes/" + code + "/versions/2").then().body("reason", equalTo("Asked for by A. Person"));
        as(team("reader")).get("/v1/programmes/" + code + "/versions/3").then().spec(problem(404, "not-found"));
    }

    @Test
    void onlyPersonsProposeAndApprove() {
        String code = Catalogue.open();
        String change = propose(code, MORE_PLACES);
        Tokens machine = Tokens.client("a-machine").role("programme-team");
        as(machine).header("If-Match", "\"0\"").body(Map.of("reason", "x")).post("/v1/programme-changes/" + change + "/approval")
                .then().spec(problem(403, "person-required"));
        as(machine).header("If-Match", etag("/v1/programmes/" + code)).body(MORE_PLACES).put("/v1/programmes/" + code)
                .then().spec(problem(403, "person-required"));
        as(machine).body(with(MORE_PLACES, "code", Catalogue.newCode())).post("/v1/programmes").then().spec(problem(403, "person-required"));
    }

    @Test
    void headersAndIdsAreChecked() {
        String code = Catalogue.open();
        String path = "/v1/programmes/" + code;
        String change = propose(code, MORE_PLACES);
        String changePath = "/v1/programme-changes/" + change;
        as(team(CHECKER)).body(Map.of("reason", "x")).post(changePath + "/approval").then().spec(problem(428, "if-match-required"));
        as(team(CHECKER)).header("If-Match", "\"7\"").body(Map.of("reason", "x")).post(changePath + "/approval").then().spec(problem(412, "stale"));
        as(team(CHECKER)).header("If-Match", "\"0\"").body(Map.of("reason", " ")).post(changePath + "/approval").then().spec(problem(400, "invalid"));
        as(team(CHECKER)).header("If-Match", "\"0\"").body("{\"reason\":\"x\",\"force\":true}").post(changePath + "/approval")
                .then().spec(problem(400, "unknown-field"));
        as(team(CHECKER)).header("If-Match", "\"0\"").body(Map.of("reason", "x")).post("/v1/programme-changes/" + UUID.randomUUID() + "/approval")
                .then().spec(problem(404, "not-found"));
        as(team(CHECKER)).get("/v1/programme-changes/" + UUID.randomUUID()).then().spec(problem(404, "not-found"));
        as(team(AUTHOR)).body(MORE_PLACES).put(path).then().spec(problem(428, "if-match-required"));
        as(team(AUTHOR)).header("If-Match", "\"99\"").body(MORE_PLACES).put(path).then().spec(problem(412, "stale"));
        as(team(AUTHOR)).header("If-Match", "\"0\"").body(MORE_PLACES).put("/v1/programmes/nothing").then().spec(problem(404, "not-found"));
        as(team(AUTHOR)).header("If-Match", "\"0\"").body(with(openCohort("core"), "reason", "x")).put(path + "/cohorts/nothing")
                .then().spec(problem(404, "not-found"));
        as(team(AUTHOR)).header("If-Match", "\"5\"").body(with(openCohort("core"), "reason", "x")).put(path + "/cohorts/c1").then().spec(problem(412, "stale"));
        as(team(AUTHOR)).get("/v1/programme-changes?state=MAYBE").then().spec(problem(400, "parameter-invalid"));
        as(team(AUTHOR)).get("/v1/programme-changes?limit=500&state=PROPOSED&programme=" + code).then().body("items.id", contains(change))
                .body("items[0].actions", nullValue());
        publicly("/v1/programmes?limit=500").then().body("items.code", hasItem(code)).body("items.code", not(hasItem("nothing")));
    }

    @Test
    void theDatabaseItselfLetsNobodyRewriteWhatWasInForce() {
        String code = Catalogue.published();
        assertThatThrownBy(() -> Given.update("update programme_version set name = 'Another' where programme_id = (select id from programme where code = '%s')".formatted(code)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Given.update("update pathway set places = 1")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Given.update("update programme set replaced_by = 'behaviour-hubs' where code = 'behaviour-and-attendance-hubs'"))
                .hasMessageContaining("would come to replace itself");
    }
}
