package org.schoolhubs.applications.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.one;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.register.RegisterRows;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** What becomes of expressions of interest when their school does not go on, with real rows and the real worker. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class InterestSuccessionTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final String programme = InterestProgramme.programme();

    @Inject
    InterestFollowUp followUp;

    private Response leave(String urn) {
        Response left = as(head(urn)).body("{\"programme\":\"%s\",\"pathway\":\"schools\",\"urn\":\"%s\"}".formatted(programme, urn)).post("/v1/expressions-of-interest");
        left.then().statusCode(201).body("firstUrn", equalTo(urn));
        return left;
    }

    private static String path(Response left, String rest) {
        return "/v1/expressions-of-interest/" + left.path("id") + rest;
    }

    private static Response seen(Response left) {
        return as(team("looker")).get(path(left, ""));
    }

    private static List<String> reasons(Response left) {
        return as(team("looker")).get(path(left, "/history")).jsonPath().getList("findAll { it.reasonCode != null }.reasonCode");
    }

    private static void close(String urn, String successor) {
        RegisterRows.run("update school set status = 'CLOSED', closed_on = '2026-08-31', successor_urn = %s, version = version + 1 where urn = '%s'"
                .formatted(successor == null ? "null" : "'" + successor + "'", urn));
    }

    private static String worked(String urn, String step) {
        long change = RegisterRows.change(RegisterRows.importOf("GIAS_ESTABLISHMENTS", "2013-01-01"), urn, step, "status");
        return await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> one("select outcome from register_change where id = " + change), found -> found != null);
    }

    private static List<String> openTasks(Response left) {
        return RegisterRows.texts("select kind from task where subject_id = '%s' and state = 'OPEN'".formatted(left.<String>path("id")));
    }

    @ParameterizedTest
    @CsvSource({"REPLACE,school-replaced", "MERGE,school-merged"})
    void itFollowsItsSchoolToTheOneOpenSuccessorAndBecomesThatSchoolsDraft(String step, String reason) {
        String urn = Given.eligibleSchool();
        String successor = Given.eligibleSchool();
        Response left = leave(urn);
        close(urn, successor);
        assertThat(worked(urn, step)).isEqualTo("FOLLOWED");
        seen(left).then().body("state", equalTo("WAITING")).body("urn", equalTo(successor)).body("name", equalTo("School " + successor)).body("firstUrn", equalTo(urn));
        as(head(successor)).get(path(left, "")).then().statusCode(200);
        as(head(urn)).get(path(left, "")).then().spec(problem(404, "not-found"));
        assertThat(reasons(left)).containsExactly(reason);
        assertThat(openTasks(left)).isEmpty();

        Given.openCohort(programme, "schools");
        await().atMost(SOON).untilAsserted(() -> seen(left).then().body("state", equalTo("BECAME_DRAFT")));
        as(head(successor)).get("/v1/applications/" + seen(left).path("applicationId")).then().statusCode(200).body("urn", equalTo(successor));
    }

    @Test
    void itIsClosedWithASchoolThatNobodyFollowsAndGoesOnOnceTheRegisterKnowsASuccessor() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        close(urn, null);
        assertThat(worked(urn, "CLOSE")).isEqualTo("FOLLOWED");
        seen(left).then().body("state", equalTo("CLOSED")).body("actions.find { it.name == 'withdrawal' }.allowed", equalTo(false));
        assertThat(worked(urn, "CLOSE")).isEqualTo("NOTHING_TO_DO");
        assertThat(openTasks(left)).isEmpty();
        Given.openCohort(programme, "schools");
        followUp.followUp();
        seen(left).then().body("state", equalTo("CLOSED"));

        String successor = Given.eligibleSchool();
        close(urn, successor);
        assertThat(worked(urn, "REPLACE")).isEqualTo("FOLLOWED");
        await().atMost(SOON).untilAsserted(() -> seen(left).then().body("state", equalTo("BECAME_DRAFT")).body("urn", equalTo(successor)));
        assertThat(reasons(left)).containsExactly("school-closed", "school-followed", "school-replaced", "window-opened");
    }

    @Test
    void aSchoolThatIsOpenAgainHasItsExpressionAgain() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        close(urn, null);
        worked(urn, "CLOSE");
        RegisterRows.run("update school set status = 'OPEN', closed_on = null where urn = '" + urn + "'");
        assertThat(worked(urn, "OPEN")).isEqualTo("FOLLOWED");
        as(head(urn)).get(path(left, "")).then().body("state", equalTo("WAITING"));
        assertThat(reasons(left)).containsExactly("school-closed", "school-open-again");
    }

    @Test
    void whereSeveralFollowedAPersonChoosesAndNoWindowMakesADraftBefore() {
        String urn = Given.eligibleSchool();
        String first = Given.eligibleSchool();
        String second = Given.eligibleSchool();
        Response left = leave(urn);
        RegisterRows.succeeded(urn, first, "");
        RegisterRows.succeeded(urn, second, " - Split School");
        close(urn, null);
        assertThat(worked(urn, "CLOSE")).isEqualTo("TASK_RAISED");
        assertThat(openTasks(left)).containsExactly("interest-succession");
        as(team("tess")).get("/v1/work-queues").then().body("queue", hasItem("interest-succession"));
        Given.openCohort(programme, "schools");
        followUp.followUp();
        String etag = seen(left).then().body("state", equalTo("WAITING")).body("actions.find { it.name == 'succession' }.allowed", equalTo(true)).extract().header("ETag");

        String choice = "{\"urn\":\"%s\"}";
        as(Tokens.client("batch").role(Roles.PROGRAMME_TEAM)).header("If-Match", etag).body(choice.formatted(second)).post(path(left, "/succession"))
                .then().spec(problem(403, "person-required"));
        as(head(urn)).header("If-Match", etag).body(choice.formatted(second)).post(path(left, "/succession")).then().spec(problem(403, "forbidden"));
        as(team("tess")).body(choice.formatted(second)).post(path(left, "/succession")).then().spec(problem(428, "if-match-required"));
        as(team("tess")).header("If-Match", "\"9\"").body(choice.formatted(second)).post(path(left, "/succession")).then().spec(problem(412, "stale"));
        as(team("tess")).header("If-Match", etag).body("{}").post(path(left, "/succession")).then().spec(problem(400, "invalid"));
        as(team("tess")).header("If-Match", etag).body(choice.formatted(urn)).post(path(left, "/succession")).then().spec(problem(422, "successor-not-open"))
                .body("errors.pointer", hasItem("/urn"));
        as(team("tess")).header("If-Match", etag).body(choice.formatted(second)).post(path(left, "/succession")).then().statusCode(200).body("urn", equalTo(second));
        assertThat(openTasks(left)).isEmpty();
        assertThat(reasons(left)).contains("chosen-by-person");
        await().atMost(SOON).untilAsserted(() -> seen(left).then().body("state", equalTo("BECAME_DRAFT")));
    }

    @Test
    void theTaskIsSettledByWithdrawingToo() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        RegisterRows.succeeded(urn, Given.eligibleSchool(), "");
        RegisterRows.succeeded(urn, Given.eligibleSchool(), " - Split School");
        close(urn, null);
        worked(urn, "CLOSE");
        as(team("tess")).header("If-Match", seen(left).header("ETag")).post(path(left, "/withdrawal")).then().statusCode(200);
        assertThat(openTasks(left)).isEmpty();
    }

    @Test
    void whereTheSuccessorWaitsItselfOneIsEnough() {
        String urn = Given.eligibleSchool();
        String successor = Given.eligibleSchool();
        Response left = leave(urn);
        Response own = leave(successor);
        close(urn, successor);
        assertThat(worked(urn, "MERGE")).isEqualTo("FOLLOWED");
        seen(left).then().body("state", equalTo("CLOSED")).body("urn", equalTo(urn));
        seen(own).then().body("state", equalTo("WAITING")).body("urn", equalTo(successor));
        assertThat(reasons(left)).containsExactly("successor-waits-itself");
    }

    @Test
    void ofASchoolThatGoesOnNobodyChoosesASuccessor() {
        Response left = leave(Given.eligibleSchool());
        seen(left).then().body("actions.find { it.name == 'succession' }", nullValue());
        as(team("tess")).header("If-Match", left.header("ETag")).body("{\"urn\":\"%s\"}".formatted(Given.eligibleSchool())).post(path(left, "/succession"))
                .then().spec(problem(409, "expression-impossible"));
    }
}
