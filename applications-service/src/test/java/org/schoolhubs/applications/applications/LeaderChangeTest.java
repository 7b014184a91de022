package org.schoolhubs.applications.applications;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class LeaderChangeTest {
    private static LocalDate today() {
        return LocalDate.now(LondonDates.LONDON);
    }

    static String change(int position, String name, String email) {
        return change(position, name, email, today());
    }

    private static String change(int position, String name, String email, LocalDate on) {
        return """
                {"position":%d,"leader":{"name":"%s","email":"%s","roleTitle":"Deputy head"},"reasonCode":"LEFT_THE_SCHOOL","effectiveOn":"%s"}"""
                .formatted(position, name, email, on);
    }

    @Test
    void oneLeaderTakesThePlaceOfAnotherAndOnlyThatItHappenedIsKept() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        Response changed = submitted.byHead().body(change(2, "New Person", "new.person@school.example")).post(submitted.path("/leader-changes"));
        changed.then().statusCode(200);
        as(head(submitted.urn())).get(submitted.path("/leaders")).then().body("leaders.name", equalTo(List.of("Leader 0", "New Person", "Leader 2")));
        Response changes = as(team("looker")).get(submitted.path("/leader-changes"));
        changes.then().body("", hasSize(1)).body("[0].position", equalTo(2)).body("[0].reasonCode", equalTo("LEFT_THE_SCHOOL")).body("[0].effectiveOn", equalTo(today().toString()));
        Response history = as(team("looker")).get(submitted.path("/history"));
        history.then().body("type", hasItem("LeaderChanged")).body("reasonCode", hasItem("LEFT_THE_SCHOOL"));
        assertThat(changes.asString() + history.asString() + changed.asString()).doesNotContain("New Person", "Leader 1", "leader1@", "new.person@");
        assertThat(Given.one("select name from former_leader where application_id = '%s'".formatted(submitted.id()))).isEqualTo("Leader 1");
        assertThat(Given.one("select keep_until from former_leader where application_id = '%s'".formatted(submitted.id()))).isEqualTo(today().plusMonths(6).toString());
    }

    @Test
    void aLeaderChangesWhileTheSchoolTakesPart() {
        Draft accepted = Given.accepted();
        Given.update("update application set state = 'ACTIVE' where id = '%s'".formatted(accepted.id()));
        accepted.byHead().body(change(1, "New Person", "new.person@school.example")).post(accepted.path("/leader-changes")).then().statusCode(200);
    }

    @Test
    void theFormerLeaderIsErasedAfterTheirTime() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.byHead().body(change(1, "New Person", "new.person@school.example")).post(submitted.path("/leader-changes")).then().statusCode(200);
        expire(submitted);
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(Given.one("select count(*) from former_leader where application_id = '%s'".formatted(submitted.id()))).isEqualTo("0"));
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(After.history(submitted)).endsWith("LeaderChanged", "FormerLeadersErased"));
        as(team("looker")).get(submitted.path("/leader-changes")).then().body("", hasSize(1));
        as(head(submitted.urn())).get(submitted.path("/leaders")).then().body("leaders", hasSize(3));
    }

    @Test
    void whatIsKeptAboutAFormerLeaderIsToldToThem() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        String address = "former-" + submitted.urn() + "@school.example";
        Draft first = submitted.seen(submitted.byHead().body(change(1, "Former Person", address)).post(submitted.path("/leader-changes")));
        first.byHead().body(change(1, "New Person", "new.person@school.example")).post(submitted.path("/leader-changes")).then().statusCode(200);
        as(team("officer")).body("{\"email\":\"%s\"}".formatted(address.toUpperCase(Locale.ROOT))).post("/v1/contacts/searches").then().statusCode(200)
                .body("records.kind", hasItem("former-leader")).body("records.content", hasItem(containsString("Former Person")));
    }

    @Test
    void aFormerLeaderIsErasedWhenTheyAskForIt() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        String address = "former-erased-" + submitted.urn() + "@school.example";
        Draft first = submitted.seen(submitted.byHead().body(change(2, "Former Person", address)).post(submitted.path("/leader-changes")));
        first.byHead().body(change(2, "New Person", "new.person@school.example")).post(submitted.path("/leader-changes")).then().statusCode(200);
        String search = "{\"email\":\"%s\"}".formatted(address);
        String contact = as(team("officer")).body(search).post("/v1/contacts/searches").path("records.find { it.kind == 'former-leader' }.contactId");
        as(team("looker")).get(submitted.path("/history")).then().body("find { it.type == 'LeadersRead' }.reasonCode", equalTo("subject-access"));
        as(team("officer")).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + contact + "/erasure").then().statusCode(200)
                .body("applicationId", equalTo(submitted.id())).body("position", equalTo(1));
        as(team("officer")).body(search).post("/v1/contacts/searches").then().body("records", hasSize(0));
        assertThat(Given.one("select count(*) from former_leader where email = '%s'".formatted(address))).isEqualTo("0");
        assertThat(Given.one("select name from former_leader where application_id = '%s'".formatted(submitted.id()))).as("the one before").isEqualTo("Leader 1");
        as(team("looker")).get(submitted.path("/history")).then().body("find { it.type == 'FormerLeaderErased' }.reasonCode", equalTo("PERSON_ASKED"));
        as(team("officer")).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + contact + "/erasure").then().spec(problem(404, "not-found"));
    }

    private static void expire(Draft application) {
        try (var connection = SharedInfrastructure.asOwner(); var statement = connection.createStatement()) {
            statement.execute("update former_leader set keep_until = '2026-01-01' where application_id = '%s'".formatted(application.id()));
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest(name = "{0} on {1} days from now")
    @CsvSource({"-1, leader-change-day", "1, leader-change-day"})
    void theDayIsBetweenSubmissionAndToday(int days, String code) {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.byHead().body(change(1, "A", "a@school.example", today().plusDays(days))).post(submitted.path("/leader-changes")).then().spec(problem(422, code));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"position":0,"leader":{"name":"A","email":"a@school.example","roleTitle":"H"},"reasonCode":"OTHER","effectiveOn":"2026-11-22"}    | invalid    | /position
            {"position":4,"leader":{"name":"A","email":"a@school.example","roleTitle":"H"},"reasonCode":"OTHER","effectiveOn":"2026-11-22"}    | invalid    | /position
            {"position":1,"leader":{"name":"A","email":"nonsense","roleTitle":"H"},"reasonCode":"OTHER","effectiveOn":"2026-11-22"}            | invalid    | /leader/email
            {"position":1,"leader":{"name":"See evil.example","email":"a@school.example","roleTitle":"H"},"reasonCode":"OTHER","effectiveOn":"TODAY"}          | invalid    | /leader/name
            {"position":1,"reasonCode":"OTHER","effectiveOn":"2026-11-22"}                                                                      | invalid    | /leader
            {"position":1,"leader":{"name":"A","email":"a@school.example","roleTitle":"H"},"reasonCode":"BORED","effectiveOn":"2026-11-22"}    | wrong-type | /reasonCode
            {"position":1,"leader":{"name":"A","email":"a@school.example","roleTitle":"H"},"reasonCode":"OTHER","effectiveOn":"yesterday"}     | wrong-type | /effectiveOn
            """)
    void aChangeThatCannotBeReadIsRefused(String body, String code, String pointer) {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.byHead().body(body.replace("TODAY", today().toString())).post(submitted.path("/leader-changes")).then().spec(problem(400, code)).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.byHead().body(change(1, "A", "LEADER2@school.example")).post(submitted.path("/leader-changes")).then().spec(problem(400, "invalid"))
                .body("errors.pointer", hasItem("/leader/email"));
        submitted.by(team("t")).body(change(1, "A", "a@school.example")).post(submitted.path("/leader-changes")).then().spec(problem(403, "forbidden"));
        submitted.by(head("100049")).body(change(1, "A", "a@school.example")).post(submitted.path("/leader-changes")).then().spec(problem(404, "not-found"));
        as(head(submitted.urn())).body(change(1, "A", "a@school.example")).post(submitted.path("/leader-changes")).then().spec(problem(428, "if-match-required"));
        Draft draft = Given.complete(Given.draft(Given.eligibleSchool()));
        draft.byHead().body(change(1, "A", "a@school.example")).post(draft.path("/leader-changes")).then().spec(problem(409, "leader-change-impossible"));
        Given.update("delete from named_leader where application_id = '%s' and position = 2".formatted(submitted.id()));
        submitted.byHead().body(change(3, "A", "a@school.example")).post(submitted.path("/leader-changes")).then().spec(problem(422, "leader-unknown"));
    }
}
