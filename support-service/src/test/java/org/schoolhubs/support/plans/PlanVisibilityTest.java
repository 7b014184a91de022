package org.schoolhubs.support.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.support.Scenario.as;
import static org.schoolhubs.support.Scenario.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.support.Scenario;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PlanVisibilityTest {
    private static final String DONE = "{\"completedOn\": \"2026-01-19\"}";
    private static Scenario school;

    @BeforeEach
    void plan() {
        if (school == null) {
            Scenario.nationalCalendars();
            school = Scenario.withPlan();
        }
    }

    @ParameterizedTest(name = "{0} of {1}: reads {2}, records {3}, completes {4}, pauses {5}")
    @CsvSource({
        // 422, 409 and 400: may, but the request lacks evidence, activities are open, the reason is missing; the shared plan is never changed
        "school,             partner,  200, 422, 403, 403",
        "trust,              trust,    200, 422, 403, 403",
        "school,             lead,     200, 422, 409, 403",
        "programme-team,     none,     200, 422, 409, 400",
        "dfe,                none,     200, 403, 403, 403",
        "auditor,            none,     200, 403, 403, 403",
        "school,             stranger, 404, 404, 404, 403",
        "trust,              stranger, 404, 404, 403, 403",
        // an organisation counts only with the role that goes with it
        "school,             trust,    404, 404, 404, 403",
        "trust,              partner,  404, 404, 403, 403",
        "trust,              lead,     404, 404, 403, 403",
        "local-authority,    la,       403, 403, 403, 403",
        "finance-preparer,   none,     403, 403, 403, 403",
        "finance-approver,   none,     403, 403, 403, 403",
        "data-collector,     none,     403, 403, 403, 403",
        "operator,           none,     403, 403, 403, 403"
    })
    void whoMayWhat(String role, String organisation, int reads, int records, int completes, int pauses) {
        var planId = school.planId();
        var path = "/v1/plans/" + planId;
        assertThat(caller(role, organisation).get(path).statusCode()).isEqualTo(reads);
        assertThat(caller(role, organisation).get(path + "/history").statusCode()).isEqualTo(reads);
        assertThat(caller(role, organisation).get("/v1/journeys/" + school.applicationId + "/plan").statusCode()).isEqualTo(reads);
        // the audit without its evidence: 422 once everything else fits
        assertThat(school.completeActivity(caller(role, organisation), "behaviour-audit", DONE).statusCode()).isEqualTo(records);
        assertThat(school.post(caller(role, organisation), "/completion", "{\"completedOn\": \"2026-11-20\"}").statusCode()).isEqualTo(completes);
        assertThat(school.post(caller(role, organisation), "/pause", "{}").statusCode()).isEqualTo(pauses == 403 ? 403 : 400);
    }

    @Test
    void whatMayNotBeSeenIsAnsweredLikeWhatDoesNotExist() {
        var unknown = "0199f0c8-0000-7000-8000-000000000001";
        var hidden = caller("school", "stranger").get("/v1/plans/" + school.planId());
        var missing = caller("school", "stranger").get("/v1/plans/" + unknown);
        hidden.then().spec(problem(404, "not-found"));
        assertThat(hidden.jsonPath().getString("detail").replace(school.planId(), "ID")).isEqualTo(missing.jsonPath().getString("detail").replace(unknown, "ID"));
        team().get("/v1/plans/" + unknown).then().spec(problem(404, "not-found"));
        team().get("/v1/plans/not-an-id").then().spec(problem(404, "not-found"));
        team().get("/v1/journeys/" + UUID.randomUUID() + "/plan").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest(name = "{0} of {1} finds {2}")
    @CsvSource({"school, partner, 1", "school, lead, 1", "trust, trust, 1", "programme-team, none, 1", "dfe, none, 1", "auditor, none, 1", "school, stranger, 0",
        "trust, stranger, 0", "trust, partner, 0", "school, none, 0"})
    void aListShowsOnlyWhatTheCallerMaySee(String role, String organisation, int found) {
        caller(role, organisation).queryParam("applicationId", school.applicationId).get("/v1/plans").then().statusCode(200).body("items", hasSize(found))
                .body("watermark", notNullValue());
    }

    @Test
    void listsAreFiltered() {
        var paused = new Scenario();
        paused.hubId = UUID.randomUUID();
        paused.activate();
        paused.post(team(), "/pause", "{\"reasonCode\": \"INSPECTION\"}").then().statusCode(200);
        var later = new Scenario();
        later.hubId = paused.hubId;
        later.startsOn = "2026-11-23";
        later.endsOn = "2027-07-31";
        later.activate();
        later.planId();

        team().queryParam("hubId", paused.hubId).get("/v1/plans").then().body("items.id", contains(paused.planId(), later.planId()));
        team().queryParam("hubId", paused.hubId).queryParam("state", "PAUSED").get("/v1/plans").then().body("items.id", contains(paused.planId()));
        team().queryParam("urn", later.urn).get("/v1/plans").then().body("items.id", contains(later.planId()))
                .body("items[0].mandatoryOpen", equalTo(14)).body("items[0].activitiesTotal", equalTo(17)).body("items[0].changedAt", notNullValue());
        team().queryParam("urn", school.urn).queryParam("overdue", true).get("/v1/plans").then().body("items.id", contains(school.planId()));
        team().queryParam("hubId", paused.hubId).queryParam("overdue", true).get("/v1/plans").then().body("items", hasSize(0));
        team().queryParam("hubId", paused.hubId).queryParam("overdue", false).get("/v1/plans").then().body("items.id", containsInAnyOrder(paused.planId(), later.planId()));
        var first = team().queryParam("hubId", paused.hubId).queryParam("limit", 1).get("/v1/plans");
        first.then().body("items.id", contains(paused.planId())).body("next", notNullValue());
        team().queryParam("hubId", paused.hubId).queryParam("limit", 1).queryParam("after", first.jsonPath().getString("next")).get("/v1/plans")
                .then().body("items.id", contains(later.planId())).body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=501", "limit=0", "after=nonsense", "updatedSince=yesterday", "urn=12", "overdue=perhaps"})
    void aListRefusesParametersThatAreNotValid(String query) {
        assertThat(team().get("/v1/plans?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void aSettledActivityMovesThePlanInIncrementalReads() {
        var changing = Scenario.withPlan();
        var before = team().queryParam("applicationId", changing.applicationId).get("/v1/plans").jsonPath().getString("watermark");
        changing.completeActivity(changing.partner(), "induction", DONE).then().statusCode(200);
        team().queryParam("applicationId", changing.applicationId).queryParam("updatedSince", before).get("/v1/plans").then()
                .body("items.activitiesSettled", contains(1)).body("items.version", contains(1));
    }

    @Test
    void theTeamSeesAllOverdueActivitiesAndALeadThoseOfItsHub() {
        var overdue = school.lead().get("/v1/overdue");
        overdue.then().statusCode(200).body("items", hasSize(17)).body("items.planId", everyItem(equalTo(school.planId())))
                .body("items.find { it.code == 'induction' }.dueOn", equalTo("2026-01-19")).body("items.find { it.code == 'induction' }.daysOverdue", equalTo(310));
        team().queryParam("limit", 500).get("/v1/overdue").then().statusCode(200).body("items.planId", hasItem(school.planId()));
        school.partner().get("/v1/overdue").then().statusCode(200).body("items", hasSize(0));
        school.trust().get("/v1/overdue").then().spec(problem(403, "forbidden"));

        var other = Scenario.withPlan();
        other.completeActivity(other.partner(), "induction", DONE).then().statusCode(200);
        List<String> codes = other.lead().get("/v1/overdue").jsonPath().getList("items.code");
        assertThat(codes).hasSize(16).doesNotContain("induction");
        other.post(team(), "/pause", "{\"reasonCode\": \"INSPECTION\"}").then().statusCode(200);
        other.lead().get("/v1/overdue").then().body("items", hasSize(0));
        team().queryParam("limit", 500).get("/v1/overdue").then().body("items.planId", not(hasItem(other.planId())));
    }

    private static io.restassured.specification.RequestSpecification caller(String role, String organisation) {
        var token = Tokens.person(role + "-of-" + organisation).role(role);
        return as(switch (organisation) {
            case "partner" -> token.organisation("urn:" + school.urn);
            case "lead" -> token.organisation("urn:" + school.leadUrn);
            case "trust" -> token.organisation("uid:" + school.trustUid);
            case "la" -> token.organisation("la:" + school.laCode);
            case "stranger" -> token.organisation("urn:100001").organisation("uid:1");
            default -> token;
        });
    }
}
