package org.schoolhubs.applications.applications;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.applications.applications.After.APPROVED;
import static org.schoolhubs.applications.applications.After.DECIDE_AGAIN;
import static org.schoolhubs.applications.applications.After.GROUNDS;
import static org.schoolhubs.applications.applications.After.OVERTURNED;
import static org.schoolhubs.applications.applications.After.SENT_BACK;
import static org.schoolhubs.applications.applications.After.UPHELD;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ReconsiderationTest {
    @Test
    void anotherPersonOverturnsTheRefusal() {
        Draft asked = After.asked();
        assertThat(After.openTasks(asked)).containsExactly("reconsideration");
        as(head(asked.urn())).get(asked.path("")).then().body("state", equalTo("DECLINED")).body("reconsideration", equalTo("ASKED"))
                .body("next[0].step", equalTo("reconsideration-decision"));
        asked.by(team("decider")).body(OVERTURNED).post(asked.path("/reconsideration/decision")).then().spec(problem(409, "decided-before"));
        assertThat(After.action(asked, team("decider"), "reconsideration-decision")).containsEntry("code", "decided-before");

        asked.by(team("reviewer")).body(OVERTURNED).post(asked.path("/reconsideration/decision")).then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("decision.origin", equalTo("RECONSIDERATION")).body("reconsideration", equalTo("OVERTURNED")).body("endedOn", nullValue());
        assertThat(Facts.types("applications.v1", asked.id()))
                .containsExactly("ApplicationSubmitted", "ApplicationDeclined", "ReconsiderationRequested", "ApplicationAccepted");
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(asked.id()))).isNotEqualTo("0");
        assertThat(After.openTasks(asked)).isEmpty();
        assertThat(Given.one("select count(*) from journal where payload::text like '%withdrawn.%' or reason_code like '%withdrawn.%'")).isEqualTo("0");
        as(head(asked.urn())).get(asked.path("/reconsideration")).then().body("state", equalTo("OVERTURNED")).body("grounds", containsString("withdrawn"))
                .body("decision.outcome", equalTo("ACCEPT"));
    }

    @Test
    void theRefusalIsUpheldOnceAndForAll() {
        Draft asked = After.asked();
        Draft upheld = asked.seen(asked.by(team("reviewer")).body(UPHELD).post(asked.path("/reconsideration/decision")));
        as(head(asked.urn())).get(asked.path("")).then().body("state", equalTo("DECLINED")).body("reconsideration", equalTo("UPHELD"))
                .body("decision.origin", equalTo("PERSON")).body("next", equalTo(java.util.List.of()));
        Facts.Published last = Facts.published("applications.v1", asked.id()).get(3);
        assertThat(last.type()).isEqualTo("ReconsiderationUpheld");
        assertThat(last.payload()).contains("CRITERIA_NOT_MET");
        upheld.byHead().body(GROUNDS).post(asked.path("/reconsideration")).then().spec(problem(409, "reconsideration-once"));
        upheld.by(team("reviewer")).body(OVERTURNED).post(asked.path("/reconsideration/decision")).then().spec(problem(409, "no-reconsideration-open"));
    }

    @Test
    void whereTheRulesCouldNotTellTwoOthersDecideTheReconsideration() {
        Draft submitted = Given.submitted(Given.notJudgedSchool());
        Draft proposedRefusal = submitted.seen(submitted.by(team("first")).body(Given.DECLINE).post(submitted.path("/decision")));
        Draft declined = proposedRefusal.seen(proposedRefusal.by(team("second")).body(APPROVED).post(submitted.path("/decision/approval")));
        Draft asked = declined.seen(declined.byHead().body(GROUNDS).post(declined.path("/reconsideration")));
        asked.by(team("second")).body(OVERTURNED).post(asked.path("/reconsideration/decision")).then().spec(problem(409, "decided-before"));
        Draft proposed = asked.seen(asked.by(team("third")).body(OVERTURNED).post(asked.path("/reconsideration/decision")));
        as(team("third")).get(asked.path("")).then().body("state", equalTo("DECLINED")).body("decision.state", equalTo("PROPOSED"))
                .body("next[0].step", equalTo("decision-approval"));
        as(head(asked.urn())).get(asked.path("")).then().body("decision.outcome", equalTo("DECLINE"));
        proposed.by(team("first")).body(APPROVED).post(asked.path("/decision/approval")).then().spec(problem(409, "decided-before"));
        proposed.by(team("fourth")).body(OVERTURNED).post(asked.path("/reconsideration/decision")).then().spec(problem(409, "decision-pending"));
        assertThatThrownBy(() -> Given.update("""
                update application_decision set state = 'FINAL', approved_by = 'first', approved_at = now() where application_id = '%s' and state = 'PROPOSED'"""
                .formatted(asked.id()))).hasStackTraceContaining("decided by others");

        Draft back = proposed.seen(proposed.by(team("fourth")).body(SENT_BACK).post(asked.path("/decision/approval")));
        assertThat(After.openTasks(asked)).containsExactly("reconsideration");
        Draft again = back.seen(back.by(team("fourth")).body(OVERTURNED).post(asked.path("/reconsideration/decision")));
        again.by(team("third")).body(APPROVED).post(asked.path("/decision/approval")).then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("decision.proposedBy", equalTo("fourth")).body("decision.approvedBy", equalTo("third"));
    }

    @Test
    void aSchoolThatAppliedElsewhereMeanwhileIsNotTakenTwice() {
        Draft asked = After.asked();
        Given.submitted(asked.urn());
        asked.by(team("reviewer")).body(OVERTURNED).post(asked.path("/reconsideration/decision")).then().spec(problem(409, "overlapping-application"));
        as(head(asked.urn())).get(asked.path("/reconsideration")).then().body("state", equalTo("ASKED"));
        asked.by(team("reviewer")).body(UPHELD).post(asked.path("/reconsideration/decision")).then().statusCode(200);
    }

    @Test
    void whatIsNotEligibleIsNotAcceptedAfterAll() {
        Draft submitted = Given.submitted(Given.outstandingSchool());
        Draft declined = submitted.seen(submitted.by(team("decider")).body(Given.DECLINE).post(submitted.path("/decision")));
        Draft asked = declined.seen(declined.byHead().body(GROUNDS).post(declined.path("/reconsideration")));
        asked.by(team("reviewer")).body(OVERTURNED).post(asked.path("/reconsideration/decision")).then().spec(problem(409, "not-eligible"));
    }

    @Test
    void itIsAskedForInTime() {
        Draft declined = After.declined();
        Given.update("update application set ended_on = ended_on - 28 where id = '%s'".formatted(declined.id()));
        assertThat(After.action(declined, head(declined.urn()), "reconsideration")).containsEntry("allowed", true);
        Given.update("update application set ended_on = ended_on - 1 where id = '%s'".formatted(declined.id()));
        assertThat(After.action(declined, head(declined.urn()), "reconsideration")).containsEntry("code", "reconsideration-too-late");
        declined.byHead().body(GROUNDS).post(declined.path("/reconsideration")).then().spec(problem(409, "reconsideration-too-late"));
    }

    @Test
    void aReconsiderationGoesBeforeAnAmendment() {
        Draft declined = After.declined();
        Draft proposed = declined.seen(declined.by(team("amender")).body(DECIDE_AGAIN).post(declined.path("/decision/amendments")));
        Draft asked = proposed.seen(proposed.byHead().body(GROUNDS).post(declined.path("/reconsideration")));
        as(team("looker")).get(declined.path("/decision/amendments")).then().body("[0].state", equalTo("LAPSED"));
        assertThat(After.openTasks(declined)).containsExactly("reconsideration");
        asked.by(team("amender")).body(DECIDE_AGAIN).post(declined.path("/decision/amendments")).then().spec(problem(409, "reconsideration-open"));
    }

    @Test
    void theGroundsAreErasedAfterTheirTimeButNotBeforeItIsDecided() {
        Draft asked = After.asked();
        Given.update("update application_reconsideration set grounds = grounds where application_id = '%s'".formatted(asked.id()));
        assertThatThrownBy(() -> Given.update("update application_reconsideration set grounds = 'other' where application_id = '%s'".formatted(asked.id())))
                .hasStackTraceContaining("never altered");
        asked.by(team("reviewer")).body(UPHELD).post(asked.path("/reconsideration/decision")).then().statusCode(200);
        owner("update application_reconsideration set keep_grounds_until = '2026-01-01' where application_id = '%s'".formatted(asked.id()));
        await().atMost(20, SECONDS).untilAsserted(() -> as(team("looker")).get(asked.path("/reconsideration")).then().body("grounds", nullValue())
                .body("groundsErasedAt", notNullValue()).body("state", equalTo("UPHELD")));
        assertThat(After.history(asked)).endsWith("ReconsiderationUpheld", "GroundsErased");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"grounds":" "}          | invalid       | /grounds
            {}                       | invalid       | /grounds
            {"grounds":7}            | wrong-type    | /grounds
            {"grounds":"x","c":1}    | unknown-field | /c
            """)
    void itHasGrounds(String body, String code, String pointer) {
        Draft declined = After.declined();
        declined.byHead().body(body).post(declined.path("/reconsideration")).then().spec(problem(400, code)).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void whoMayNotAskOrDecideIsRefused() {
        Draft declined = After.declined();
        declined.by(team("decider")).body(GROUNDS).post(declined.path("/reconsideration")).then().spec(problem(403, "forbidden"));
        declined.by(head("100049")).body(GROUNDS).post(declined.path("/reconsideration")).then().spec(problem(404, "not-found"));
        as(head(declined.urn())).body(GROUNDS).post(declined.path("/reconsideration")).then().spec(problem(428, "if-match-required"));
        as(head(declined.urn())).header("If-Match", "\"99\"").body(GROUNDS).post(declined.path("/reconsideration")).then().spec(problem(412, "stale"));
        as(head(declined.urn())).get(declined.path("/reconsideration")).then().spec(problem(404, "not-found"));
        declined.by(team("reviewer")).body(UPHELD).post(declined.path("/reconsideration/decision")).then().spec(problem(409, "no-reconsideration-open"));
        declined.by(Tokens.client("robot").role(Roles.PROGRAMME_TEAM)).body(UPHELD).post(declined.path("/reconsideration/decision")).then().spec(problem(403, "person-required"));
        declined.byHead().body(UPHELD).post(declined.path("/reconsideration/decision")).then().spec(problem(403, "forbidden"));
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.byHead().body(GROUNDS).post(submitted.path("/reconsideration")).then().spec(problem(409, "reconsideration-impossible"));
    }

    private static void owner(String sql) {
        try (var connection = SharedInfrastructure.asOwner(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
