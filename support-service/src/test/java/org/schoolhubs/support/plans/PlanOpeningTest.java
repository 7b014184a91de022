package org.schoolhubs.support.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.support.Scenario.strings;
import static org.schoolhubs.support.Scenario.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.support.Scenario;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PlanOpeningTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    AwaitedPlanSweep sweep;

    @BeforeEach
    void calendars() {
        Scenario.nationalCalendars();
    }

    @Test
    void anActiveMembershipOpensThePlanOfItsPathwayWithItsDueDates() {
        var school = Scenario.withPlan();
        school.plan().then().statusCode(200).header("ETag", "\"0\"")
                .body("state", equalTo("ACTIVE"))
                .body("startsOn", equalTo("2025-11-21")).body("endsOn", equalTo("2026-11-20"))
                .body("template.code", equalTo("core")).body("template.version", equalTo(1))
                .body("urn", equalTo(school.urn)).body("leadUrn", equalTo(school.leadUrn)).body("trustUid", equalTo(school.trustUid))
                .body("time.recordedDays", equalTo(0.0f)).body("time.expectedDays.min", equalTo(12)).body("time.expectedDays.max", equalTo(20))
                .body("activities", hasSize(17)).body("activities.state", everyItem(equalTo("OPEN")))
                // less than half of autumn 2025 remains on 21 November, so spring 2026 is the first term
                .body("activities.find { it.code == 'induction' }.dueOn", equalTo("2026-01-19"))
                .body("activities.find { it.code == 'behaviour-audit' }.dueOn", equalTo("2026-02-13"))
                .body("activities.find { it.code == 'launch' }.dueOn", equalTo("2026-04-27"))
                .body("activities.find { it.code == 'review-3' }.dueOn", equalTo("2026-11-20"));
        var dueDates = school.plan().jsonPath().getList("activities.dueOn", String.class);
        assertThat(dueDates).isSorted();
        assertThat(Facts.published("support.v1", school.applicationId)).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("PlanOpened");
            assertThat(fact.payload()).contains("\"planId\": \"" + school.planId()).contains("\"state\": \"ACTIVE\"").contains("\"effectiveOn\": \"2025-12-01\"");
        });
    }

    @Test
    void theDueDatesFollowTheCalendarOfTheSchoolsAuthority() {
        Scenario.calendar("204", "2025/26", "AUTUMN 2025-09-03 2025-10-20 2025-10-31 2025-12-18", "SPRING 2026-01-06 2026-02-09 2026-02-13 2026-03-31",
                "SUMMER 2026-04-20 2026-05-25 2026-05-29 2026-07-17");
        await().atMost(SOON).until(() -> !strings("select 1 from term_calendar where la_code = '204'").isEmpty());
        var school = new Scenario();
        school.laCode = "204";
        school.activate();
        school.plan().then().body("activities.find { it.code == 'behaviour-audit' }.dueOn", equalTo("2026-02-06"));
    }

    @Test
    void aCalendarThatIsPublishedAgainReplacesItsTerms() {
        Scenario.calendar("205", "2025/26", "AUTUMN 2025-09-03 2025-10-20 2025-10-31 2025-12-18");
        Scenario.calendar("205", "2025/26", "AUTUMN 2025-09-04 2025-10-20 2025-10-31 2025-12-18", "SPRING 2026-01-06 2026-02-09 2026-02-13 2026-03-31");
        await().atMost(SOON).untilAsserted(() -> assertThat(strings(
                "select starts_on from term join term_calendar on id = calendar_id where la_code = '205' order by 1")).containsExactly("2025-09-04", "2026-01-06"));
    }

    @Test
    void aRepeatedEventAndASecondActivationOpenNoSecondPlan() {
        var school = new Scenario();
        var headers = Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "MembershipActivated", "ce_specversion", "1.0");
        for (int i = 0; i < 4; i++) {
            Facts.send("hubs.v1", school.applicationId.toString(), headers, school.membership("ACTIVE", "2025-12-01", null));
        }
        school.awaitHandled(school.activate());
        assertThat(strings("select id from support_plan where application_id = '%s'".formatted(school.applicationId))).hasSize(1);
        assertThat(school.published()).containsExactly("PlanOpened");
    }

    @Test
    void aTransferKeepsThePlanAndItsDatesAndShowsItToTheNewLead() {
        var school = Scenario.withPlan();
        var planId = school.planId();
        var formerLead = school.lead();
        school.hubId = UUID.randomUUID();
        school.leadUrn = "149999";
        school.startsOn = "2026-01-10";
        school.awaitHandled(school.activate());
        school.plan().then().body("id", equalTo(planId)).body("hubId", equalTo(school.hubId.toString())).body("startsOn", equalTo("2025-11-21"));
        school.lead().get("/v1/plans/" + planId).then().statusCode(200);
        formerLead.get("/v1/plans/" + planId).then().spec(problem(404, "not-found"));
        team().get("/v1/plans/" + planId + "/history").then().body("type", contains("PlanOpened", "PlanMoved"));
    }

    @Test
    void aSchoolThatFollowedTakesThePlanOverAndWithoutAPlanNoneIsOpened() {
        var school = Scenario.withPlan();
        var planId = school.planId();
        school.awaitHandled(passedOn(school, "149997"));
        school.plan().then().body("id", equalTo(planId)).body("urn", equalTo("149997")).body("startsOn", equalTo("2025-11-21"));
        team().get("/v1/plans/" + planId + "/history").then().body("type", contains("PlanOpened", "PlanMoved"));

        var confirmed = new Scenario();
        confirmed.awaitHandled(passedOn(confirmed, "149996"));
        assertThat(strings("select id from support_plan where application_id = '%s'".formatted(confirmed.applicationId))).isEmpty();
    }

    private static UUID passedOn(Scenario school, String successor) {
        return Facts.send("hubs.v1", school.applicationId.toString(), "MembershipPassedToSuccessor",
                school.membership("ACTIVE", "2026-08-31", null).replace("\"urn\": \"" + school.urn, "\"urn\": \"" + successor));
    }

    @Test
    void thePlanShowsAndObeysTheNewLeadOfItsHub() {
        var school = Scenario.withPlan();
        school.awaitHandled(Facts.send("hubs.v1", school.applicationId.toString(), "MembershipLeadPassedToSuccessor",
                school.membership("ACTIVE", "2026-08-31", null).replace("\"leadUrn\": \"" + school.leadUrn, "\"leadUrn\": \"149995")));
        school.plan().then().body("leadUrn", equalTo("149995")).body("urn", equalTo(school.urn)).body("state", equalTo("ACTIVE"));
        school.lead().get("/v1/plans/" + school.planId()).then().statusCode(404);
    }

    @Test
    void aMissingCalendarMakesTheEventWaitAndThePlanOpensWhenItComes() {
        var school = new Scenario();
        school.startsOn = "2028-09-01";
        school.endsOn = "2029-08-31";
        school.activate();
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select state from dead_letter where event_key = '%s'".formatted(school.applicationId)))
                .containsExactly("WAITING"));
        Scenario.nationalCalendar("2028/29", "AUTUMN 2028-09-01 2028-10-23 2028-10-27 2028-12-20", "SPRING 2029-01-03 2029-02-12 2029-02-16 2029-03-28",
                "SUMMER 2029-04-16 2029-05-28 2029-06-01 2029-07-20");
        assertThat(school.planId()).isNotNull();
    }

    @Test
    void aPathwayWithoutTemplateIsATaskForTheProgrammeTeamAndShownInTheJourney() {
        var school = new Scenario();
        school.pathway = "extended";
        school.awaitHandled(school.activate());
        assertThat(tasks(school)).containsExactly("OPEN");
        school.partner().get("/v1/journeys/" + school.applicationId + "/plan").then().statusCode(200)
                .body("part", equalTo("plan")).body("id", nullValue()).body("state", equalTo("AWAITED"))
                .body("happened.type", contains("PlanAwaited")).body("next.step", contains("plan-template-missing")).body("next.role", contains("programme-team"));
        team().queryParam("kind", "plan-template-missing").queryParam("limit", 500).get("/v1/tasks/support").then().statusCode(200)
                .body("items.applicationId", hasItem(school.applicationId.toString()));
        Scenario.with("school").get("/v1/journeys/" + school.applicationId + "/plan").then().spec(problem(404, "not-found"));
        assertThat(strings("select state from dead_letter where event_key = '%s'".formatted(school.applicationId))).isEmpty();
        assertThat(school.published()).isEmpty();

        school.leadUrn = "149998";
        school.awaitHandled(school.activate());
        assertThat(strings("select lead_urn from awaited_plan where application_id = '%s'".formatted(school.applicationId))).containsExactly("149998");

        sweep.run();
        assertThat(tasks(school)).as("still no template").containsExactly("OPEN");

        school.awaitHandled(school.withdraw("2026-02-01"));
        assertThat(tasks(school)).containsExactly("SETTLED");
        team().get("/v1/journeys/" + school.applicationId + "/plan").then().body("state", equalTo("DROPPED"))
                .body("happened.type", contains("PlanAwaited", "AwaitedPlanMoved", "AwaitedPlanDropped")).body("next", hasSize(0));
    }

    @Test
    void anAwaitedPlanOpensByItselfOnceItCan() {
        Scenario.calendar("206", "2026/27", "AUTUMN 2026-09-07 2026-10-26 2026-10-30 2026-12-18");
        Scenario.calendar("206", "2025/26", "AUTUMN 2025-09-01 2025-10-27 2025-10-31 2025-12-19");
        await().atMost(SOON).until(() -> strings("select 1 from term_calendar where la_code = '206'").size() == 2);
        var school = new Scenario();
        school.laCode = "206";
        school.startsOn = "2026-01-05";
        school.endsOn = "2026-07-31";
        school.awaitHandled(school.activate());
        assertThat(tasks(school)).containsExactly("OPEN");
        Scenario.calendar("206", "2025/26", "AUTUMN 2025-09-01 2025-10-27 2025-10-31 2025-12-19", "SPRING 2026-01-05 2026-02-16 2026-02-20 2026-03-27");
        await().atMost(SOON).until(() -> strings("select 1 from term join term_calendar on id = calendar_id where la_code = '206'").size() == 3);
        sweep.run();
        school.plan().then().body("state", equalTo("ACTIVE"));
        assertThat(tasks(school)).containsExactly("SETTLED");
        assertThat(school.published()).containsExactly("PlanOpened");
    }

    @Test
    void aWithdrawalStopsThePlanAndItCanOnlyBeRead() {
        var school = Scenario.withPlan();
        school.withdraw("2026-03-01");
        school.awaitState("STOPPED");
        school.plan().then().body("stoppedOn", equalTo("2026-03-01")).body("stopReason", equalTo("school-decision")).body("next", hasSize(0))
                .body("activities.overdue", everyItem(equalTo(false)));
        assertThat(school.published()).containsExactly("PlanOpened", "PlanStopped");
        school.completeActivity(school.partner(), "induction", "{\"completedOn\": \"2026-01-19\"}").then().spec(problem(409, "plan-stopped"));
        school.awaitHandled(school.withdraw("2026-02-01"));
        school.plan().then().body("stoppedOn", equalTo("2026-03-01"));
    }

    @Test
    void aWithdrawalWithoutPlanIsNothingToThisService() {
        var school = new Scenario();
        school.awaitHandled(school.withdraw("2026-02-01"));
        team().get("/v1/journeys/" + school.applicationId + "/plan").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"applicationId\": null}", "{\"applicationId\": \"x\"}", "{", "null"})
    void aWithdrawalThatSaysNothingIsKeptForTheOperator(String payload) {
        var key = UUID.randomUUID().toString();
        Facts.send("hubs.v1", key, "MembershipWithdrawn", payload);
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select state from dead_letter where event_key = '%s'".formatted(key))).containsExactly("DEAD"));
    }

    @Test
    void whereACalendarIsWithdrawnTheNationalOneIsFollowedAgain() {
        Scenario.calendar("205", "2025/26", "AUTUMN 2025-09-03 2025-10-20 2025-10-31 2025-12-18", "SPRING 2026-01-06 2026-02-09 2026-02-13 2026-03-31",
                "SUMMER 2026-04-20 2026-05-25 2026-05-29 2026-07-17");
        await().atMost(SOON).until(() -> !strings("select 1 from term_calendar where la_code = '205'").isEmpty());
        Facts.send("calendars.v1", "205:2025/26", "TermCalendarWithdrawn", "{\"laCode\": \"205\", \"academicYear\": \"2025/26\"}");
        await().atMost(SOON).until(() -> strings("select 1 from term_calendar where la_code = '205'").isEmpty());
        var school = new Scenario();
        school.laCode = "205";
        school.activate();
        school.plan().then().body("activities.find { it.code == 'behaviour-audit' }.dueOn", equalTo("2026-02-13"));
    }

    @Test
    void anImpossibleCalendarIsKeptForTheOperator() {
        var key = "299:" + UUID.randomUUID();
        Facts.send("calendars.v1", key, "TermCalendarUpdated", "{\"laCode\": \"299\", \"academicYear\": \"2025/26\", \"terms\": []}");
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select state from dead_letter where event_key = '%s'".formatted(key))).containsExactly("DEAD"));
    }

    private static java.util.List<String> tasks(Scenario school) {
        return strings("select state from task where application_id = '%s' order by id".formatted(school.applicationId));
    }
}
