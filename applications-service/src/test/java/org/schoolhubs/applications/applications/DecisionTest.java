package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
class DecisionTest {
    private static final String APPROVED = "{\"approved\":true}";
    private static final String SENT_BACK = "{\"approved\":false,\"reason\":\"The last visit is missing.\"}";

    private static List<String> openTasks(Draft application) {
        return as(team("looker")).queryParam("state", "OPEN").queryParam("limit", 500).get("/v1/tasks/applications").then().statusCode(200)
                .extract().path("items.findAll { it.applicationId == '%s' }.kind".formatted(application.id()));
    }

    @Test
    void declinedIsFinalAndPublishedWithItsReasonCodes() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        Draft declined = submitted.seen(submitted.by(team("decider")).body(Given.DECLINE).post(submitted.path("/decision")));
        as(head(submitted.urn())).get(submitted.path("")).then().body("state", equalTo("DECLINED")).body("decision.outcome", equalTo("DECLINE"))
                .body("endReasonCode", equalTo("NO_CAPACITY"));
        Facts.Published last = Facts.published("applications.v1", submitted.id()).get(1);
        assertThat(last.type()).isEqualTo("ApplicationDeclined");
        assertThat(last.payload()).contains("\"reasonCodes\": [\"NO_CAPACITY\"]");
        declined.by(team("decider")).body(Given.ACCEPT).post(submitted.path("/decision")).then().spec(problem(409, "decision-impossible"));
        assertThatThrownBy(() -> Given.update("update application_decision set state = 'REJECTED' where application_id = '%s'".formatted(submitted.id())))
                .hasStackTraceContaining("not altered");
        assertThatThrownBy(() -> Given.update("update application_decision set outcome = 'ACCEPT' where application_id = '%s'".formatted(submitted.id())))
                .hasStackTraceContaining("permission denied");
        assertThat(openTasks(submitted)).isEmpty();
    }

    @Test
    void aSchoolThatIsNotEligibleCannotBeAccepted() {
        Draft submitted = Given.submitted(Given.outstandingSchool());
        as(head(submitted.urn())).get(submitted.path("")).then().body("eligibility", equalTo("NOT_ELIGIBLE"));
        submitted.by(team("decider")).body(Given.ACCEPT).post(submitted.path("/decision")).then().spec(problem(409, "not-eligible"));
        assertThatThrownBy(() -> Given.update("update application set state = 'ACCEPTED', accepted_on = '2026-01-01' where id = '%s'".formatted(submitted.id())))
                .hasStackTraceContaining("application_never_accepted_ineligible");
        submitted.by(team("decider")).body("{\"outcome\":\"DECLINE\",\"reasons\":[{\"code\":\"CRITERIA_NOT_MET\",\"text\":null}]}").post(submitted.path("/decision"))
                .then().statusCode(200).body("state", equalTo("DECLINED"));
    }

    @Test
    void whereTheRulesCouldNotTellASecondPersonMakesTheDecisionFinal() {
        Draft submitted = Given.submitted(Given.notJudgedSchool());
        assertThat(openTasks(submitted)).containsExactly("manual-review");
        Draft proposed = submitted.seen(submitted.by(team("first")).body(Given.ACCEPT).post(submitted.path("/decision")));
        as(team("first")).get(proposed.path("")).then().body("state", equalTo("SUBMITTED")).body("decision.state", equalTo("PROPOSED"))
                .body("next[0].step", equalTo("decision-approval"));
        as(head(submitted.urn())).get(proposed.path("")).then().body("decision", nullValue());
        assertThat(openTasks(submitted)).containsExactly("decision-approval");
        assertThat(Facts.types("applications.v1", submitted.id())).containsExactly("ApplicationSubmitted");

        proposed.by(team("first")).body(APPROVED).post(proposed.path("/decision/approval")).then().spec(problem(409, "second-person-needed"));
        proposed.by(team("second")).body(Given.DECLINE).post(proposed.path("/decision")).then().spec(problem(409, "decision-pending"));
        proposed.by(team("second")).body(APPROVED).post(proposed.path("/decision/approval")).then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("decision.state", equalTo("FINAL")).body("decision.proposedBy", equalTo("first")).body("decision.approvedBy", equalTo("second"));
        assertThat(Facts.types("applications.v1", submitted.id())).containsExactly("ApplicationSubmitted", "ApplicationAccepted");
        assertThat(openTasks(submitted)).isEmpty();
    }

    @Test
    void theDatabaseRefusesOnePersonInBothPlaces() {
        Draft submitted = Given.submitted(Given.notJudgedSchool());
        submitted.by(team("first")).body(Given.ACCEPT).post(submitted.path("/decision")).then().statusCode(200);
        assertThatThrownBy(() -> Given.update("update application_decision set state = 'FINAL', approved_by = 'first', approved_at = now() where application_id = '%s'"
                .formatted(submitted.id()))).hasStackTraceContaining("application_decision_two_persons");
        assertThatThrownBy(() -> Given.update("update application_decision set state = 'FINAL' where application_id = '%s'".formatted(submitted.id())))
                .hasStackTraceContaining("application_decision_approved");
    }

    @Test
    void aRejectedProposalOpensTheApplicationToAnotherDecision() {
        Draft submitted = Given.submitted(Given.notJudgedSchool());
        Draft proposed = submitted.seen(submitted.by(team("first")).body(Given.ACCEPT).post(submitted.path("/decision")));
        proposed.by(team("second")).body("{\"approved\":false}").post(proposed.path("/decision/approval")).then().spec(problem(400, "invalid"))
                .body("errors.pointer", hasItem("/reason"));
        Draft rejected = proposed.seen(proposed.by(team("second")).body(SENT_BACK).post(proposed.path("/decision/approval")));
        assertThat(openTasks(submitted)).containsExactly("manual-review");
        rejected.by(team("first")).body(APPROVED).post(rejected.path("/decision/approval")).then().spec(problem(409, "no-decision-pending"));
        Draft again = rejected.seen(rejected.by(team("second")).body(Given.DECLINE).post(rejected.path("/decision")));
        again.by(team("first")).body(APPROVED).post(again.path("/decision/approval")).then().statusCode(200).body("state", equalTo("DECLINED"));
    }

    @Test
    void onlyAPersonDecides() {
        Draft submitted = Given.submitted(Given.notJudgedSchool());
        Tokens machine = Tokens.client("robot").role(Roles.PROGRAMME_TEAM);
        submitted.by(machine).body(Given.ACCEPT).post(submitted.path("/decision")).then().spec(problem(403, "person-required"));
        Draft proposed = submitted.seen(submitted.by(team("first")).body(Given.ACCEPT).post(submitted.path("/decision")));
        proposed.by(machine).body(APPROVED).post(proposed.path("/decision/approval")).then().spec(problem(403, "person-required"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"outcome":"ACCEPT","reasons":[]}                                   | invalid    | /reasons
            {"outcome":"ACCEPT"}                                                | invalid    | /reasons
            {"outcome":"ACCEPT","reasons":[{"code":"OTHER","text":" "}]}        | invalid    | /reasons/0/text
            {"outcome":"ACCEPT","reasons":[{"code":"OTHER"}]}                   | invalid    | /reasons/0/text
            {"outcome":"ACCEPT","reasons":[{"code":"NO_CAPACITY"}]}             | invalid    | /reasons/0/code
            {"outcome":"ACCEPT","reasons":[{"code":"AUTOMATIC","text":"x"}]}    | invalid    | /reasons/0/code
            {"outcome":"DECLINE","reasons":[{"code":"MEETS_CRITERIA"}]}         | invalid    | /reasons/0/code
            {"outcome":"MAYBE","reasons":[{"code":"OTHER","text":"x"}]}         | wrong-type | /outcome
            """)
    void aDecisionHasStructuredReasonsThatFit(String body, String code, String pointer) {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.by(team("decider")).body(body).post(submitted.path("/decision")).then().spec(problem(400, code)).body("errors.pointer", hasItem(pointer));
        assertThat(Facts.types("applications.v1", submitted.id())).containsExactly("ApplicationSubmitted");
    }

    @Test
    void aDraftCannotBeDecidedAndAnUnknownOneIsNotFound() {
        Draft draft = Given.draft(Given.eligibleSchool());
        draft.by(team("decider")).body(Given.DECLINE).post(draft.path("/decision")).then().spec(problem(409, "decision-impossible"));
        draft.by(team("decider")).body(APPROVED).post(draft.path("/decision/approval")).then().spec(problem(409, "no-decision-pending"));
        draft.by(team("decider")).body(Given.DECLINE).post("/v1/applications/0199f0c8-0000-7000-8000-000000000001/decision").then().spec(problem(404, "not-found"));
        draft.by(team("decider")).body(Given.DECLINE).post("/v1/applications/nonsense/decision").then().spec(problem(404, "not-found"));
    }

    @Test
    void whereThePathwayAsksForItEveryDecisionNeedsASecondPerson() {
        String cohort = Given.openCohort("behaviour-hubs", "extended");
        secondPerson(true);
        try {
            Draft complete = Given.complete(Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "extended"));
            Draft submitted = complete.seen(complete.byHead().body(Given.DECLARATION).post(complete.path("/submission")));
            Draft proposed = submitted.seen(submitted.by(team("first")).body(Given.DECLINE).post(submitted.path("/decision")));
            as(team("first")).get(proposed.path("")).then().body("state", equalTo("SUBMITTED")).body("decision.state", equalTo("PROPOSED"));
            proposed.by(team("second")).body(APPROVED).post(proposed.path("/decision/approval")).then().statusCode(200).body("state", equalTo("DECLINED"));
        } finally {
            secondPerson(false);
        }
    }

    private static void secondPerson(boolean needed) {
        try (var connection = SharedInfrastructure.asOwner(); var statement = connection.createStatement()) {
            statement.execute("update pathway set second_person = %s where code = 'extended'".formatted(needed));
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
