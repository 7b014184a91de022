package org.schoolhubs.support.plans;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.support.Scenario.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.support.Scenario;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PlanResourceTest {
    private static final String INDUCTION_DONE = "{\"completedOn\": \"2026-01-19\"}";
    private static final String WAIVER = "{\"reasonCode\": \"NOT_APPLICABLE\", \"text\": \"The school has no such pupils.\"}";
    private static final String COMPLETION = "{\"completedOn\": \"2026-11-20\"}";
    private static final String PAUSE = "{\"reasonCode\": \"LEADERSHIP_CHANGE\"}";
    private static final String RESUMPTION = "{\"reasonCode\": \"READY_TO_CONTINUE\"}";

    @BeforeEach
    void calendars() {
        Scenario.nationalCalendars();
    }

    @Test
    void aPlanRunsFromItsFirstActivityToItsCompletion() {
        var school = Scenario.withPlan();
        school.plan().then().body("next.step", contains("induction", "behaviour-audit", "mandatory-modules"));
        school.completeActivity(school.partner(), "induction", "{\"completedOn\": \"2026-01-19\", \"days\": 1}").then().statusCode(200).header("ETag", "\"1\"")
                .body("activities.find { it.code == 'induction' }.state", equalTo("COMPLETED"))
                .body("activities.find { it.code == 'induction' }.overdue", equalTo(false))
                .body("activities.find { it.code == 'induction' }.days", equalTo(1.0f));
        school.completeActivity(school.trust(), "behaviour-audit",
                "{\"completedOn\": \"2026-02-11\", \"days\": 2.5, \"evidence\": {\"kind\": \"LINK\", \"value\": \"https://files.school.example/audit\"}}").then().statusCode(200)
                .body("activities.find { it.code == 'behaviour-audit' }.evidence.value", equalTo("https://files.school.example/audit"));
        school.completeActivity(school.lead(), "action-plan",
                "{\"completedOn\": \"2026-11-25\", \"evidence\": {\"kind\": \"NOTE\", \"value\": \"On paper, with the head.\"}}").then().statusCode(200);
        school.completeActivity(team(), "time-record", "{\"completedOn\": \"2026-11-20\", \"days\": 40.5}").then().statusCode(200)
                .body("time.recordedDays", equalTo(44.0f));
        List<String> open = school.plan().jsonPath().getList("activities.findAll { it.mandatory && it.state == 'OPEN' }.id");
        for (var activity : open) {
            school.post(team(), "/activities/" + activity + "/waiver", WAIVER).then().statusCode(200)
                    .body("activities.find { it.id == '%s' }.state".formatted(activity), equalTo("WAIVED"))
                    .body("activities.find { it.id == '%s' }.waiver.reasonCode".formatted(activity), equalTo("NOT_APPLICABLE"));
        }
        school.plan().then().body("next.step", contains("completion")).body("activities.findAll { it.state == 'OPEN' }", hasSize(3));
        school.post(school.lead(), "/completion", COMPLETION).then().spec(problem(422, "completed-before-last-activity"));
        school.post(school.lead(), "/completion", "{\"completedOn\": \"2026-11-25\"}").then().statusCode(200)
                .body("state", equalTo("COMPLETED")).body("completedOn", equalTo("2026-11-25")).body("next", hasSize(0));
        assertThat(Facts.published("support.v1", school.applicationId)).last().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("PlanCompleted");
            assertThat(fact.payload()).contains("\"state\": \"COMPLETED\"").contains("\"effectiveOn\": \"2026-11-25\"").contains("\"reasonCode\": null")
                    .contains(school.membershipId.toString()).doesNotContain("activityId");
        });
    }

    @Test
    void historyTellsWhoDidWhatAndWhyButNoEvidenceAndNoWords() {
        var school = Scenario.withPlan();
        school.completeActivity(school.partner(), "action-plan",
                "{\"completedOn\": \"2026-03-20\", \"evidence\": {\"kind\": \"NOTE\", \"value\": \"secret-note\"}}").then().statusCode(200);
        school.post(team(), "/activities/" + school.activity("networking-1") + "/waiver", "{\"reasonCode\": \"EVENT_NOT_HELD\", \"text\": \"secret-words\"}").then().statusCode(200);
        school.post(team(), "/pause", PAUSE).then().statusCode(200);
        school.post(team(), "/resumption", RESUMPTION).then().statusCode(200);
        school.partner().get("/v1/plans/" + school.planId() + "/history").then().statusCode(200)
                .body("type", contains("PlanOpened", "ActivityCompleted", "ActivityWaived", "PlanPaused", "PlanResumed"))
                .body("reasonCode", contains(null, null, "EVENT_NOT_HELD", "LEADERSHIP_CHANGE", "READY_TO_CONTINUE"))
                .body("version", contains(0, 1, 2, 3, 4))
                .body("actor.id", contains("system:support-service", "partner-" + school.urn, "team", "team", "team"))
                .body("changedFields[1]", contains("activities.action-plan"));
        assertThat(school.published()).containsExactly("PlanOpened", "ActivityCompleted", "ActivityWaived", "PlanPaused", "PlanResumed");
        assertThat(Facts.published("support.v1", school.applicationId).toString()).doesNotContain("secret").contains("\"activityCode\": \"networking-1\"");
        school.partner().get("/v1/journeys/" + school.applicationId + "/plan").then().statusCode(200).body("part", equalTo("plan"))
                .body("id", equalTo(school.planId())).body("state", equalTo("ACTIVE")).body("happened", hasSize(5)).body("next", hasSize(3));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            induction       | {"completedOn": "2026-01-19"                                                                       | 400 | malformed-json         | -
            induction       | {}                                                                                                 | 400 | invalid                | /completedOn
            induction       | {"completedOn": "2026-01-19", "by": "me"}                                                          | 400 | unknown-field          | /by
            induction       | {"completedOn": "yesterday"}                                                                       | 400 | wrong-type             | /completedOn
            induction       | {"completedOn": "2026-01-19", "days": "many"}                                                      | 400 | wrong-type             | /days
            induction       | {"completedOn": "2026-01-19", "days": 0.7}                                                         | 400 | invalid                | /days
            induction       | {"completedOn": "2026-01-19", "days": 0}                                                           | 400 | invalid                | /days
            induction       | {"completedOn": "2026-01-19", "days": 101}                                                         | 400 | invalid                | /days
            induction       | {"completedOn": "2026-01-19", "evidence": {"kind": "PHOTO", "value": "x"}}                         | 400 | wrong-type             | /evidence/kind
            induction       | {"completedOn": "2026-01-19", "evidence": {"kind": "NOTE", "value": " "}}                          | 400 | invalid                | /evidence/value
            induction       | {"completedOn": "2026-01-19", "evidence": {"kind": "NOTE"}}                                        | 400 | invalid                | /evidence/value
            induction       | {"completedOn": "2026-01-19", "evidence": {"kind": "LINK", "value": "javascript:alert(1)"}}        | 400 | invalid                | /evidence/value
            induction       | {"completedOn": "2026-01-19", "evidence": {"kind": "LINK", "value": "not a link"}}                 | 400 | invalid                | /evidence/value
            induction       | {"completedOn": "2026-01-19", "evidence": {"kind": "NOTE", "value": "a\\u0000b"}}                    | 400 | invalid                | /evidence/value
            induction       | {"completedOn": "2026-11-26"}                                                                      | 422 | completed-in-future    | /completedOn
            induction       | {"completedOn": "2025-11-20"}                                                                      | 422 | completed-before-start | /completedOn
            behaviour-audit | {"completedOn": "2026-01-19"}                                                                      | 422 | evidence-required      | /evidence
            time-record     | {"completedOn": "2026-01-19"}                                                                      | 422 | days-required          | /days
            """)
    void aCompletionThatCannotBeIsRefusedAndChangesNothing(String activity, String body, int status, String code, String pointer) {
        var school = shared();
        var refused = school.completeActivity(school.partner(), activity, body).then().spec(problem(status, code));
        if (pointer != null) {
            refused.body("errors.pointer", hasItem(pointer));
        }
        school.plan().then().header("ETag", "\"0\"");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /completion  | {"completedOn": null}                                | 400 | invalid    | /completedOn
            /completion  | {"completedOn": 12.5}                                | 400 | wrong-type | /completedOn
            /pause       | {"reasonCode": "BORED"}                              | 400 | wrong-type | /reasonCode
            /pause       | {}                                                   | 400 | invalid    | /reasonCode
            /resumption  | {"reasonCode": "READY_TO_CONTINUE", "text": "x"}     | 400 | unknown-field | /text
            /resumption  | {"reasonCode": "READY_TO_CONTINUE"}                  | 409 | plan-not-paused | -
            /activities/0199f0c8-0000-7000-8000-000000000001/waiver | {"reasonCode": "OTHER"}                | 400 | invalid   | /text
            /activities/0199f0c8-0000-7000-8000-000000000001/waiver | {"reasonCode": "OTHER", "text": "Why"} | 404 | not-found | -
            /activities/0199f0c8-0000-7000-8000-000000000001/completion | {"completedOn": "2026-01-19"}      | 404 | not-found | -
            """)
    void otherChangesThatCannotBeAreRefusedAndChangeNothing(String path, String body, int status, String code, String pointer) {
        var school = shared();
        var refused = school.post(team(), path, body).then().spec(problem(status, code));
        if (pointer != null) {
            refused.body("errors.pointer", hasItem(pointer));
        }
        school.plan().then().header("ETag", "\"0\"");
    }

    @Test
    void textHasALimit() {
        var school = shared();
        var body = "{\"reasonCode\": \"OTHER\", \"text\": \"%s\"}".formatted("x".repeat(2001));
        school.post(team(), "/activities/" + school.activity("induction") + "/waiver", body).then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/completion", "/pause", "/resumption", "/activities/0199f0c8-0000-7000-8000-000000000001/completion",
        "/activities/0199f0c8-0000-7000-8000-000000000001/waiver"})
    void everyChangeNeedsABodyAnIfMatchAndAnIdempotencyKey(String path) {
        var school = shared();
        var url = "/v1/plans/" + school.planId() + path;
        var body = path.endsWith("waiver") ? WAIVER : path.endsWith("pause") ? PAUSE : path.endsWith("resumption") ? RESUMPTION : INDUCTION_DONE;
        team().header("If-Match", "\"0\"").body(body).post(url).then().spec(problem(400, "idempotency-key-missing"));
        school.send(team(), path, body).then().spec(problem(428, "if-match-required"));
        school.send(team().header("If-Match", "0"), path, body).then().spec(problem(400, "if-match-invalid"));
        school.send(team().header("If-Match", "\"99\""), path, body).then().spec(problem(412, "stale"));
        team().header("If-Match", "\"0\"").header("Idempotency-Key", UUID.randomUUID().toString()).post(url).then().statusCode(400);
        given().contentType("application/json").body(body).post(url).then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void aRepeatedRequestHasOneEffectAndAnotherBodyIsRefused() {
        var school = Scenario.withPlan();
        var key = UUID.randomUUID().toString();
        var url = "/v1/plans/" + school.planId() + "/activities/" + school.activity("induction") + "/completion";
        for (int i = 0; i < 3; i++) {
            school.partner().header("If-Match", "\"0\"").header("Idempotency-Key", key).body(INDUCTION_DONE).post(url).then().statusCode(200).header("ETag", "\"1\"");
        }
        school.partner().header("If-Match", "\"0\"").header("Idempotency-Key", key).body("{\"completedOn\": \"2026-01-20\"}").post(url)
                .then().spec(problem(422, "idempotency-key-reused"));
        assertThat(school.published()).containsExactly("PlanOpened", "ActivityCompleted");
        school.completeActivity(school.partner(), "induction", INDUCTION_DONE).then().spec(problem(409, "activity-settled"));
    }

    @Test
    void ofManyWhoCompleteOneActivityAtOnceOneSucceedsAndNoneFailsOtherwise() throws Exception {
        var school = Scenario.withPlan();
        var url = "/v1/plans/" + school.planId() + "/activities/" + school.activity("induction") + "/completion";
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> attempt = () -> school.partner().header("If-Match", "\"0\"").header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(INDUCTION_DONE).post(url).statusCode();
            List<Integer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(Collections.nCopies(8, attempt))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(school.published()).containsExactly("PlanOpened", "ActivityCompleted");
    }

    @Test
    void aPlanWithOpenMandatoryActivitiesIsNotCompletedAndTheRefusalNamesThem() {
        var school = shared();
        school.post(school.lead(), "/completion", COMPLETION).then().spec(problem(409, "activities-open"))
                .body("errors", hasSize(14)).body("errors.code", hasItem("activity-open"))
                .body("errors.detail", hasItem(containsString("behaviour-audit"))).body("errors.detail", not(hasItem(containsString("module-special"))));
    }

    @ParameterizedTest(name = "completed {0}: {1} {2}")
    @CsvSource(nullValues = "-", value = {"2026-11-26, 422, completed-in-future", "2025-11-20, 422, completed-before-start", "2026-01-18, 422, completed-before-last-activity", "2026-01-19, 200, -"})
    void theDayOfCompletionIsNotBeforeTheLastActivityAndNotInTheFuture(String day, int status, String code) {
        var school = Scenario.withPlan();
        school.settleAllMandatory("2026-01-19");
        var answer = school.post(team(), "/completion", "{\"completedOn\": \"%s\"}".formatted(day)).then().statusCode(status);
        if (code != null) {
            answer.spec(problem(status, code));
        }
    }

    @Test
    void aPausedPlanCanOnlyBeReadUntilItIsResumed() {
        var school = Scenario.withPlan();
        school.post(team(), "/pause", PAUSE).then().statusCode(200).body("state", equalTo("PAUSED")).body("next.step", contains("resumption"))
                .body("activities.overdue", not(hasItem(true)));
        school.completeActivity(school.partner(), "induction", INDUCTION_DONE).then().spec(problem(409, "plan-paused"));
        school.post(team(), "/activities/" + school.activity("induction") + "/waiver", WAIVER).then().spec(problem(409, "plan-paused"));
        school.post(school.lead(), "/completion", COMPLETION).then().spec(problem(409, "plan-paused"));
        school.post(team(), "/pause", PAUSE).then().spec(problem(409, "plan-paused"));
        school.post(team(), "/resumption", RESUMPTION).then().statusCode(200).body("state", equalTo("ACTIVE"));
        school.completeActivity(school.partner(), "induction", INDUCTION_DONE).then().statusCode(200);
    }

    @ParameterizedTest(name = "completed {0}, withdrawn {1}: {2}")
    @CsvSource({"2026-07-01, 2026-07-02, COMPLETED", "2026-07-01, 2026-07-01, STOPPED", "2026-07-02, 2026-07-01, STOPPED"})
    void completionAndWithdrawalAreDecidedByEffectiveDateWhicheverComesFirst(String completedOn, String withdrawnOn, String expected) {
        var completion = "{\"completedOn\": \"%s\"}".formatted(completedOn);
        var completionFirst = Scenario.withPlan();
        completionFirst.settleAllMandatory("2026-01-19");
        completionFirst.post(completionFirst.lead(), "/completion", completion).then().statusCode(200);
        completionFirst.awaitHandled(completionFirst.withdraw(withdrawnOn));
        completionFirst.plan().then().body("state", equalTo(expected));

        var withdrawalFirst = Scenario.withPlan();
        withdrawalFirst.settleAllMandatory("2026-01-19");
        withdrawalFirst.awaitHandled(withdrawalFirst.withdraw(withdrawnOn));
        var answer = withdrawalFirst.post(withdrawalFirst.lead(), "/completion", completion).then();
        if (expected.equals("COMPLETED")) {
            answer.statusCode(200).body("stoppedOn", nullValue());
        } else {
            answer.spec(problem(409, "plan-stopped"));
        }
        withdrawalFirst.plan().then().body("state", equalTo(expected));

        var last = expected.equals("COMPLETED") ? "PlanCompleted" : "PlanStopped";
        assertThat(completionFirst.published().get(completionFirst.published().size() - 1)).isEqualTo(last);
        assertThat(withdrawalFirst.published().get(withdrawalFirst.published().size() - 1)).isEqualTo(last);
    }

    @Test
    void eachPartySeesWhatItMayDoAndWhyNotTheRest() {
        var school = shared();
        var path = "/v1/plans/" + school.planId();
        actions(school.partner(), path, "activity-completion").body("actions.find { it.name == 'completion' }.code", equalTo("not-for-this-plan"))
                .body("actions.find { it.name == 'pause' }.code", equalTo("forbidden"));
        actions(school.trust(), path, "activity-completion");
        actions(school.lead(), path, "activity-completion").body("actions.find { it.name == 'completion' }.code", equalTo("activities-open"));
        actions(team(), path, "activity-completion", "activity-waiver", "pause").body("actions.find { it.name == 'resumption' }.code", equalTo("plan-not-paused"));
        actions(Scenario.as(Tokens.client("robot").role("programme-team")), path, "activity-completion", "pause")
                .body("actions.find { it.name == 'activity-waiver' }.code", equalTo("person-required"));
        actions(Scenario.with("auditor"), path).body("actions.code", hasItems("forbidden")).body("actions.allowed", not(hasItem(true)));
    }

    @Test
    void aWaiverIsAPersonsDecision() {
        var school = shared();
        school.post(Scenario.as(Tokens.client("robot").role("programme-team")), "/activities/" + school.activity("induction") + "/waiver", WAIVER)
                .then().spec(problem(403, "person-required"));
    }

    @Test
    void onlyTheLeadOrTheTeamCompletesAPlan() {
        var school = shared();
        school.post(school.partner(), "/completion", COMPLETION).then().spec(problem(403, "not-for-this-plan"));
    }

    private static io.restassured.response.ValidatableResponse actions(RequestSpecification who, String path, String... allowed) {
        return who.get(path).then().statusCode(200).body("actions", hasSize(5))
                .body("actions.findAll { it.allowed }.name", allowed.length == 0 ? hasSize(0) : contains(allowed));
    }

    private static Scenario shared;

    /** One plan for all tests that change nothing. */
    private static Scenario shared() {
        if (shared == null) {
            shared = Scenario.withPlan();
        }
        return shared;
    }
}
