package org.schoolhubs.applications.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.one;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.applications.register.RegisterRows;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** What changed schools mean for live applications, with real rows and the real worker. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ReconciliationTest {
    private static final String PASSED = "ApplicationPassedToSuccessor";

    @Inject
    ReconciliationWorker worker;
    @Inject
    RegisterChangeRepository changes;

    // ---- what a test does

    private static void close(String urn, String successor) {
        RegisterRows.run("update school set status = 'CLOSED', closed_on = '2026-08-31', successor_urn = %s, version = version + 1 where urn = '%s'"
                .formatted(successor == null ? "null" : "'" + successor + "'", urn));
    }

    private static long change(String urn, String step) {
        return RegisterRows.change(RegisterRows.importOf("GIAS_ESTABLISHMENTS", "2013-01-01"), urn, step, "status");
    }

    private static String worked(String urn, String step) {
        return outcome(change(urn, step));
    }

    private static String outcome(long change) {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100))
                .until(() -> one("select outcome from register_change where id = " + change), outcome -> outcome != null);
    }

    private static List<String> openTasks(String application) {
        return RegisterRows.texts("select kind from task where application_id = '" + application + "' and state = 'OPEN' and subject_type = 'Application' "
                + "and kind in ('school-closed', 'succession-blocked', 'eligibility-lost', 'eligibility-doubtful') order by kind");
    }

    private static void regrade(String urn, String grade) {
        RegisterRows.run("update inspection set overall_effectiveness = '%s' where urn = '%s'".formatted(grade, urn));
    }

    // ---- replaced and merged

    @ParameterizedTest
    @CsvSource({"REPLACE,REPLACEMENT,school-replaced", "MERGE,MERGER,school-merged"})
    void aSubmittedApplicationPassesToTheSuccessorWithItsClaimsAndTheWorldIsTold(String step, String kind, String reason) {
        Draft application = Given.submitted(Given.eligibleSchool());
        String successor = Given.eligibleSchool();
        close(application.urn(), successor);

        assertThat(worked(application.urn(), step)).isEqualTo("FOLLOWED");

        as(head(successor)).get(application.path("")).then().statusCode(200).body("urn", equalTo(successor)).body("schoolName", equalTo("School " + successor))
                .body("state", equalTo("SUBMITTED"));
        as(head(application.urn())).get(application.path("")).then().spec(problem(404, "not-found"));
        assertThat(RegisterRows.texts("select distinct organisation from application_claim where application_id = '" + application.id() + "'"))
                .containsExactly("urn:" + successor);
        assertThat(Facts.published("applications.v1", application.id())).filteredOn(fact -> fact.type().equals(PASSED)).singleElement()
                .satisfies(fact -> assertThat(fact.payload()).contains("\"fromUrn\": \"" + application.urn(), "\"toUrn\": \"" + successor, kind, "2026-08-31"));
        assertThat(one("select reason_code from journal where event_type = '%s' and aggregate_id = '%s'".formatted(PASSED, application.id())))
                .isEqualTo(reason);
        assertThat(openTasks(application.id())).isEmpty();
    }

    @Test
    void aDraftPassesTooButNothingIsPublished() {
        Draft draft = Given.draft(Given.eligibleSchool());
        String successor = Given.eligibleSchool();
        close(draft.urn(), successor);
        assertThat(worked(draft.urn(), "REPLACE")).isEqualTo("FOLLOWED");
        as(head(successor)).get(draft.path("")).then().statusCode(200).body("urn", equalTo(successor)).body("state", equalTo("DRAFT"));
        assertThat(Facts.published("applications.v1", draft.id())).isEmpty();
        assertThat(RegisterRows.texts("select event_type from journal where aggregate_id = '" + draft.id() + "' order by id")).endsWith(PASSED);
    }

    @Test
    void anAcceptedApplicationFollowsThroughSchoolsThatClosedInTheirTurn() {
        Draft accepted = Given.accepted();
        String between = Given.eligibleSchool();
        String last = Given.eligibleSchool();
        close(accepted.urn(), between);
        close(between, last);
        assertThat(worked(accepted.urn(), "REPLACE")).isEqualTo("FOLLOWED");
        as(head(last)).get(accepted.path("")).then().statusCode(200).body("urn", equalTo(last)).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void aSchoolThatATrustNamedIsFollowedInTheTrustsApplication() {
        var trust = Given.trust(2);
        String cohort = Given.openCohort("behaviour-hubs", "multi-school");
        var officer = Tokens.person("officer-" + trust.uid()).role(Roles.TRUST).organisation("uid:" + trust.uid());
        var begun = as(officer).body("{\"kind\":\"PARTNER_TRUST\",\"programme\":\"behaviour-hubs\",\"pathway\":\"multi-school\",\"cohort\":\"%s\",\"trustUid\":\"%s\"}"
                .formatted(cohort, trust.uid())).post("/v1/applications");
        begun.then().statusCode(201);
        String path = "/v1/applications/" + begun.path("id");
        as(officer).header("If-Match", begun.header("ETag")).body("{\"urns\":[\"%s\",\"%s\"]}".formatted(trust.urns().get(0), trust.urns().get(1)))
                .put(path + "/schools").then().statusCode(200);
        String successor = Given.schoolOfTrust(trust.uid());
        close(trust.urns().get(0), successor);
        assertThat(worked(trust.urns().get(0), "REPLACE")).isEqualTo("FOLLOWED");
        assertThat(RegisterRows.texts("select urn from application_school where application_id = '%s' order by urn".formatted(begun.<String>path("id"))))
                .containsExactly(trust.urns().get(1), successor);
        close(trust.urns().get(1), successor);
        assertThat(worked(trust.urns().get(1), "MERGE")).isEqualTo("FOLLOWED");
        assertThat(RegisterRows.texts("select urn from application_school where application_id = '%s'".formatted(begun.<String>path("id"))))
                .containsExactly(successor);
    }

    // ---- a person has to look

    @Test
    void withoutASingleOpenSuccessorAPersonIsAskedAndTheApplicationStaysAsItIsUntilThereIsOne() {
        Draft application = Given.submitted(Given.eligibleSchool());
        close(application.urn(), null);
        assertThat(worked(application.urn(), "CLOSE")).isEqualTo("TASK_RAISED");
        assertThat(openTasks(application.id())).containsExactly("eligibility-lost", "school-closed");
        as(head(application.urn())).get(application.path("")).then().statusCode(200).body("urn", equalTo(application.urn())).body("state", equalTo("SUBMITTED"))
                .body("eligibility", equalTo("ELIGIBLE"));
        assertThat(Facts.types("applications.v1", application.id())).containsExactly("ApplicationSubmitted");

        String successor = Given.eligibleSchool();
        close(application.urn(), successor);
        assertThat(worked(application.urn(), "REPLACE")).isEqualTo("FOLLOWED");
        assertThat(openTasks(application.id())).isEmpty();
    }

    @Test
    void aSchoolThatIsOpenAgainSettlesTheTask() {
        Draft application = Given.submitted(Given.eligibleSchool());
        close(application.urn(), null);
        worked(application.urn(), "CLOSE");
        RegisterRows.run("update school set status = 'OPEN', closed_on = null where urn = '" + application.urn() + "'");
        assertThat(worked(application.urn(), "OPEN")).isEqualTo("RECHECKED");
        assertThat(openTasks(application.id())).isEmpty();
    }

    @Test
    void anApplicationThatOverlapsTheSuccessorsOwnIsPutToAPerson() {
        Draft application = Given.submitted(Given.eligibleSchool());
        Draft successors = Given.submitted(Given.eligibleSchool());
        close(application.urn(), successors.urn());
        assertThat(worked(application.urn(), "MERGE")).isEqualTo("TASK_RAISED");
        assertThat(openTasks(application.id())).contains("succession-blocked");
        as(head(application.urn())).get(application.path("")).then().statusCode(200).body("urn", equalTo(application.urn()));
        as(head(successors.urn())).get(successors.path("")).then().statusCode(200).body("urn", equalTo(successors.urn()));

        successors.byHead().body("{\"reasonCode\":\"OTHER\",\"text\":\"One is enough.\"}").post(successors.path("/withdrawal"));
        RegisterRows.run("update application set state = 'WITHDRAWN', ended_on = current_date, end_reason_code = 'OTHER' where id = "
                + "'" + successors.id() + "' and ended_on is null");
        RegisterRows.run("delete from application_claim where application_id = '" + successors.id() + "'");
        assertThat(worked(application.urn(), "MERGE")).isEqualTo("FOLLOWED");
        assertThat(openTasks(application.id())).isEmpty();
    }

    @Test
    void twoDraftsOfOneCohortDoNotMeet() {
        String cohort = Given.openCohort("behaviour-hubs", "core", "extended");
        Draft draft = Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "core");
        Draft successors = Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "core");
        close(draft.urn(), successors.urn());
        assertThat(worked(draft.urn(), "REPLACE")).isEqualTo("TASK_RAISED");
        assertThat(openTasks(draft.id())).containsExactly("succession-blocked");
    }

    @Test
    void lostEligibilityIsATaskThatGoesWhenItComesBack() {
        Draft application = Given.submitted(Given.eligibleSchool());
        regrade(application.urn(), "1");
        assertThat(worked(application.urn(), "REGRADE")).isEqualTo("TASK_RAISED");
        assertThat(openTasks(application.id())).containsExactly("eligibility-lost");
        regrade(application.urn(), "Not judged");
        assertThat(worked(application.urn(), "REGRADE")).isEqualTo("TASK_RAISED");
        assertThat(openTasks(application.id())).containsExactly("eligibility-doubtful");
        regrade(application.urn(), "3");
        assertThat(worked(application.urn(), "REGRADE")).isEqualTo("RECHECKED");
        assertThat(openTasks(application.id())).isEmpty();

        as(head(application.urn())).get(application.path("")).then().body("eligibility", equalTo("ELIGIBLE")).body("state", equalTo("SUBMITTED"));
        assertThat(RegisterRows.texts(
                "select purpose || ' ' || outcome from eligibility_assessment where application_id = '%s' order by id".formatted(application.id())))
                .containsExactly("SUBMISSION ELIGIBLE", "RECHECK NOT_ELIGIBLE", "RECHECK MANUAL_REVIEW", "RECHECK ELIGIBLE");
        as(team("reader")).get(application.path("/eligibility")).then().statusCode(200).body("outcome", equalTo("ELIGIBLE"));
        as(team("reader")).get(application.path("/decision-bundle")).then().statusCode(200).body("bundle.eligibility.outcome", equalTo("ELIGIBLE"))
                .body("bundle.rechecks.eligibility.outcome", equalTo(List.of("NOT_ELIGIBLE", "MANUAL_REVIEW", "ELIGIBLE")))
                .body("bundle.rechecks[0].eligibility.results.find { it.rule == 'ofsted-overall-grade' }.outcome", equalTo("FAIL"))
                .body("bundle.rechecks[0].eligibility.ruleSetVersion", equalTo(1));
    }

    @Test
    void whatAPersonLetsStandIsNoTaskAgainUntilTheRulesSaySomethingElse() {
        Draft application = Given.submitted(Given.eligibleSchool());
        String because = "{\"reasonCode\":\"DECIDED_BEFORE\"}";
        review(application, team("reviewer"), because).then().spec(problem(409, "nothing-to-review"));
        regrade(application.urn(), "1");
        worked(application.urn(), "REGRADE");
        as(team("reader")).queryParam("queue", "ELIGIBILITY_LOST").queryParam("urn", application.urn()).get("/v1/applications").then()
                .body("items.id", equalTo(List.of(application.id())));
        review(application, Tokens.client("batch").role(Roles.PROGRAMME_TEAM), because).then().spec(problem(403, "person-required"));
        review(application, head(application.urn()), because).then().spec(problem(403, "forbidden"));
        review(application, team("reviewer"), "{}").then().spec(problem(400, "invalid"));
        review(application, team("reviewer"), because).then().statusCode(200).body("state", equalTo("SUBMITTED"));
        assertThat(openTasks(application.id())).isEmpty();
        review(application, team("reviewer"), because).then().spec(problem(409, "nothing-to-review"));
        assertThat(worked(application.urn(), "REGRADE")).isEqualTo("RECHECKED");
        assertThat(openTasks(application.id())).isEmpty();
        regrade(application.urn(), "3");
        worked(application.urn(), "REGRADE");
        regrade(application.urn(), "1");
        assertThat(worked(application.urn(), "REGRADE")).isEqualTo("TASK_RAISED");
        assertThat(openTasks(application.id())).containsExactly("eligibility-lost");
        as(team("reader")).get(application.path("/history")).then().body("find { it.type == 'EligibilityReviewed' }.reasonCode", equalTo("DECIDED_BEFORE"));
    }

    private static Response review(Draft application, Tokens who, String body) {
        String etag = as(team("reader")).get(application.path("")).header("ETag");
        return as(who).header("If-Match", etag).body(body).post(application.path("/eligibility-review"));
    }

    @Test
    void whereNotExactlyOneFollowedAPersonChoosesTheSuccessor() {
        Draft application = Given.submitted(Given.eligibleSchool());
        String chosen = Given.eligibleSchool();
        choose(application, team("chooser"), application.urn(), chosen).then().spec(problem(409, "succession-impossible")).body("errors.pointer", hasItem("/fromUrn"));
        close(application.urn(), null);
        worked(application.urn(), "CLOSE");
        assertThat(openTasks(application.id())).contains("school-closed");
        choose(application, Tokens.client("batch").role(Roles.PROGRAMME_TEAM), application.urn(), chosen).then().spec(problem(403, "person-required"));
        choose(application, team("chooser"), chosen, chosen).then().spec(problem(409, "succession-impossible"));
        choose(application, team("chooser"), application.urn(), application.urn()).then().spec(problem(422, "successor-not-open"))
                .body("errors.pointer", hasItem("/toUrn"));
        choose(application, team("chooser"), application.urn(), Given.submitted(Given.eligibleSchool()).urn()).then().spec(problem(409, "succession-impossible"));
        choose(application, team("chooser"), application.urn(), chosen).then().statusCode(200).body("urn", equalTo(chosen));
        assertThat(openTasks(application.id())).doesNotContain("school-closed");
        assertThat(Facts.types("applications.v1", application.id())).contains(PASSED);
    }

    private static Response choose(Draft application, Tokens who, String from, String to) {
        String etag = as(team("reader")).get(application.path("")).header("ETag");
        return as(who).header("If-Match", etag).body("{\"fromUrn\":\"%s\",\"toUrn\":\"%s\"}".formatted(from, to)).post(application.path("/succession"));
    }

    @Test
    void aTaskAboutAnApplicationThatHasEndedIsSettled() {
        Draft application = Given.submitted(Given.eligibleSchool());
        regrade(application.urn(), "1");
        worked(application.urn(), "REGRADE");
        RegisterRows.run("update application set state = 'WITHDRAWN', ended_on = current_date, end_reason_code = 'OTHER' where id = "
                + "'" + application.id() + "'");
        await().atMost(Duration.ofSeconds(30)).until(() -> openTasks(application.id()).isEmpty());
    }

    // ---- the run

    @Test
    void aSchoolWithoutLiveApplicationsIsPassedOver() {
        assertThat(worked(Given.eligibleSchool(), "OTHER")).isEqualTo("NOTHING_TO_DO");
        Draft ended = Given.submitted(Given.eligibleSchool());
        RegisterRows.run("update application set state = 'WITHDRAWN', ended_on = current_date, end_reason_code = 'OTHER' where id = '" + ended.id() + "'");
        close(ended.urn(), Given.eligibleSchool());
        assertThat(worked(ended.urn(), "REPLACE")).isEqualTo("NOTHING_TO_DO");
        assertThat(one("select urn from application where id = '" + ended.id() + "'")).isEqualTo(ended.urn());
    }

    @Test
    void oneSchoolsFailureStopsNothingAndIsGivenUpToAnOperatorWhoRepeatsIt() {
        Draft failing = Given.submitted(Given.eligibleSchool());
        Draft other = Given.submitted(Given.eligibleSchool());
        String successor = Given.eligibleSchool();
        close(failing.urn(), successor);
        close(other.urn(), Given.eligibleSchool());
        asOwner("create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$");
        asOwner(
                "create trigger refuse_change before update on application for each row when (old.id = '%s') execute function refuse_change()".formatted(failing.id()));
        long change = change(failing.urn(), "REPLACE");
        assertThat(worked(other.urn(), "REPLACE")).isEqualTo("FOLLOWED");

        assertThat(outcome(change)).isEqualTo("FAILED");
        assertThat(RegisterRows.number("select attempts from register_change where id = " + change)).isEqualTo(5);
        assertThat(one("select urn from application where id = '" + failing.id() + "'")).isEqualTo(failing.urn());
        assertThat(Facts.types("applications.v1", failing.id())).doesNotContain(PASSED);
        var operator = Tokens.person("operator-1").role(Roles.OPERATOR);
        as(operator).get("/v1/tasks/applications?kind=reconciliation-failed&limit=500").then().body("items.subjectId", hasItem(String.valueOf(change)));

        asOwner("drop trigger refuse_change on application");
        asOwner("drop function refuse_change()");
        as(operator).post("/v1/reconciliations/" + change + "/repetition").then().statusCode(200).body("attempts", equalTo(0));
        assertThat(outcome(change)).isEqualTo("FOLLOWED");
        assertThat(one("select state from task where subject_type = 'RegisterChange' and subject_id = '" + change + "'")).isEqualTo("SETTLED");
        as(operator).post("/v1/reconciliations/" + change + "/repetition").then().spec(problem(409, "reconciliation-not-failed"));
        as(operator).post("/v1/reconciliations/999999999/repetition").then().spec(problem(404, "not-found"));
        given().auth().oauth2(operator.token()).post("/v1/reconciliations/" + change + "/repetition").then().spec(problem(400, "idempotency-key-missing"));
        as(team("t")).post("/v1/reconciliations/" + change + "/repetition").then().spec(problem(403, "forbidden"));
    }

    private static void asOwner(String sql) {
        Given.updateAsOwner(sql);
    }

    @Test
    void severalInstancesWorkEveryChangeOnce() throws InterruptedException, ExecutionException {
        List<Draft> applications = new ArrayList<>();
        List<Long> given = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            applications.add(Given.submitted(Given.eligibleSchool()));
        }
        for (Draft application : applications) {
            close(application.urn(), Given.eligibleSchool());
        }
        applications.forEach(application -> given.add(change(application.urn(), "REPLACE")));
        var instances = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(instances.submit(() -> worker.tick()));
        }
        for (Future<?> one : running) {
            one.get();
        }
        instances.shutdown();
        given.forEach(ReconciliationTest::outcome);
        for (Draft application : applications) {
            assertThat(Facts.types("applications.v1", application.id())).containsOnlyOnce(PASSED);
            assertThat(RegisterRows.number("select count(*) from eligibility_assessment where application_id = '" + application.id() + "'")).isEqualTo(2);
        }
    }

    @Test
    void changesAreTakenInTheirOrderAndNotWhileAnImportIsUnderWay() {
        var urn = Given.eligibleSchool();
        var importId = RegisterRows.importOf("GIAS_ESTABLISHMENTS", "2013-01-01");
        List<List<RegisterChange>> taken = inRolledBack(() -> {
            for (String step : List.of("OTHER", "REGRADE", "CLOSE", "OPEN", "MERGE", "REPLACE", "OTHER", "REPLACE")) {
                update("insert into register_change (import_id, urn, step) values ('%s', '%s', '%s')".formatted(importId, urn, step));
            }
            List<RegisterChange> before = changes.claim(1000, Instant.now()).stream().filter(change -> change.importId().toString().equals(importId)).toList();
            update("""
                    insert into register_import (id, version, created_at, kind, as_at, file_name, sha256, bytes, requested_by, requester_roles,
                            correlation_id, state)
                    values (gen_random_uuid(), 0, now(), 'GIAS_LINKS', '2013-01-01', 'x.csv', repeat('c', 64), 1, 'tests', '{}', 'tests', 'RUNNING')""");
            return List.of(before, changes.claim(1000, Instant.now()));
        });
        assertThat(taken.get(0)).hasSize(8).isSortedAccordingTo(Comparator.comparing(RegisterChange::step).thenComparing(RegisterChange::id));
        assertThat(taken.get(1)).isEmpty();
    }

    @Inject
    jakarta.persistence.EntityManager entities;

    private void update(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    private static <T> T inRolledBack(Supplier<T> work) {
        QuarkusTransaction.begin();
        try {
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    // ---- the report

    @Test
    void theReportOfAnImportNamesEverySchoolAndWhatWasDone() {
        Draft application = Given.submitted(Given.eligibleSchool());
        String successor = Given.eligibleSchool();
        close(application.urn(), successor);
        var importId = RegisterRows.importOf("GIAS_LINKS", "2013-01-01");
        long followed = RegisterRows.change(importId, application.urn(), "REPLACE", "status", "successorUrn");
        long nothing = RegisterRows.change(importId, Given.eligibleSchool(), "OTHER", "pupils");
        outcome(followed);
        outcome(nothing);
        var reader = as(team("reader"));
        reader.queryParam("importId", importId).get("/v1/reconciliations").then().statusCode(200).body("items.id", equalTo(List.of((int) followed,
                (int) nothing)))
                .body("items.outcome", equalTo(List.of("FOLLOWED", "NOTHING_TO_DO"))).body("items[0].fields", equalTo(List.of("status", "successorUrn")))
                .body("items[0].detail", equalTo("Applications passed to %s: 1, judged again: 1.".formatted(successor)));
        as(team("reader")).queryParam("importId", importId).queryParam("outcome", "FOLLOWED").get("/v1/reconciliations").then().body("items.size()",
                equalTo(1));
        as(team("reader")).queryParam("importId", importId).queryParam("waiting", "true").get("/v1/reconciliations").then().body("items.size()", equalTo(0));
        as(team("reader")).queryParam("urn", application.urn()).get("/v1/reconciliations").then().body("items.size()", equalTo(1));
        String next = as(team("reader")).queryParam("importId", importId).queryParam("limit", 1).get("/v1/reconciliations").path("next");
        as(team("reader")).queryParam("importId", importId).queryParam("limit", 1).queryParam("after", next).get("/v1/reconciliations").then()
                .body("items.id", equalTo(List.of((int) nothing)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.DATA_COLLECTOR, Roles.OPERATOR})
    void thoseWhoOverseeMayReadIt(String role) {
        as(Tokens.person("reader").role(role)).get("/v1/reconciliations?limit=1").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER})
    void othersMayNot(String role) {
        as(Tokens.person("reader").role(role)).get("/v1/reconciliations?limit=1").then().spec(problem(403, "forbidden"));
        given().get("/v1/reconciliations").then().spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource({"importId=x,parameter-invalid", "urn=x,invalid", "outcome=DONE,parameter-invalid", "waiting=no,invalid", "limit=0,invalid"})
    void aParameterThatCannotBeIsRefused(String query, String code) {
        as(team("reader")).get("/v1/reconciliations?" + query).then().spec(problem(400, code));
    }
}
