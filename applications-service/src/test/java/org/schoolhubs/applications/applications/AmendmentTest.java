package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.applications.applications.After.APPROVED;
import static org.schoolhubs.applications.applications.After.DECIDE_AGAIN;
import static org.schoolhubs.applications.applications.After.MAKE_REFUSAL;
import static org.schoolhubs.applications.applications.After.SENT_BACK;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
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
class AmendmentTest {
    @Test
    void twoPersonsUndoARefusalAndItIsDecidedAnew() {
        Draft declined = After.declined();
        Draft proposed = declined.seen(declined.by(team("amender")).body(DECIDE_AGAIN).post(declined.path("/decision/amendments")));
        as(head(declined.urn())).get(declined.path("")).then().body("state", equalTo("DECLINED"));
        assertThat(After.openTasks(declined)).containsExactly("amendment-approval");
        proposed.by(team("other")).body(DECIDE_AGAIN).post(declined.path("/decision/amendments")).then().spec(problem(409, "amendment-pending"));
        proposed.by(team("amender")).body(APPROVED).post(After.pendingAmendment(proposed)).then().spec(problem(409, "second-person-needed"));

        Draft reopened = proposed.seen(proposed.by(team("second")).body(APPROVED).post(After.pendingAmendment(proposed)));
        as(head(declined.urn())).get(declined.path("")).then().body("state", equalTo("SUBMITTED")).body("decision", nullValue()).body("endedOn", nullValue())
                .body("endReasonCode", nullValue());
        assertThat(After.openTasks(declined)).containsExactly("decision");
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(declined.id()))).isNotEqualTo("0");
        reopened.by(team("decider")).body(Given.ACCEPT).post(declined.path("/decision")).then().statusCode(200).body("state", equalTo("ACCEPTED"));
        assertThat(Facts.types("applications.v1", declined.id()))
                .containsExactly("ApplicationSubmitted", "ApplicationDeclined", "DecisionAmended", "ApplicationAccepted");
        assertThat(After.history(declined)).endsWith("ApplicationDeclined", "AmendmentProposed", "DecisionAmended", "ApplicationAccepted");
        assertThat(Given.one("select string_agg(outcome || ' ' || state, ', ' order by proposed_at) from application_decision where application_id = '%s'"
                .formatted(declined.id()))).isEqualTo("DECLINE FINAL, ACCEPT FINAL");
        as(team("looker")).get(declined.path("/decision/amendments")).then().body("", hasSize(1)).body("[0].state", equalTo("FINAL"))
                .body("[0].formerOutcome", equalTo("DECLINE")).body("[0].proposedBy", equalTo("amender")).body("[0].approvedBy", equalTo("second"));
    }

    @Test
    void anAcceptanceBecomesARefusalWithItsOwnReasons() {
        Draft accepted = Given.accepted();
        Draft reversed = After.amended(accepted, MAKE_REFUSAL);
        as(head(accepted.urn())).get(accepted.path("")).then().body("state", equalTo("DECLINED")).body("decision.outcome", equalTo("DECLINE"))
                .body("decision.origin", equalTo("AMENDMENT")).body("decision.reasons[0].code", equalTo("CRITERIA_NOT_MET")).body("acceptedOn", nullValue())
                .body("decision.proposedBy", equalTo("amender")).body("decision.approvedBy", equalTo("second"));
        Facts.Published last = Facts.published("applications.v1", accepted.id()).get(2);
        assertThat(last.type()).isEqualTo("DecisionAmended");
        assertThat(last.payload()).contains("\"formerOutcome\": \"ACCEPT\"", "\"state\": \"DECLINED\"", "ELIGIBILITY_LOST");
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(accepted.id()))).isEqualTo("0");
        reversed.by(team("amender")).body(MAKE_REFUSAL).post(accepted.path("/decision/amendments")).then().spec(problem(409, "amendment-impossible"));
    }

    @Test
    void anAcceptanceIsOpenedAgainAndItsSchoolStaysTaken() {
        Draft accepted = Given.accepted();
        After.amended(accepted, DECIDE_AGAIN);
        as(head(accepted.urn())).get(accepted.path("")).then().body("state", equalTo("SUBMITTED")).body("acceptedOn", nullValue());
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(accepted.id()))).isNotEqualTo("0");
    }

    @Test
    void oncePlacedTheMembershipIsToBeWithdrawnInstead() {
        Draft accepted = Given.accepted();
        String membership = UUID.randomUUID().toString();
        Given.update("update application set membership_id = '%s', membership_state = 'PROPOSED' where id = '%s'".formatted(membership, accepted.id()));
        accepted.by(team("amender")).body(DECIDE_AGAIN).post(accepted.path("/decision/amendments")).then().spec(problem(409, "membership-placed"))
                .body("detail", containsString("/v1/memberships/" + membership + "/withdrawal"));
        assertThat(After.action(accepted, team("amender"), "amendment")).containsEntry("allowed", false).containsEntry("code", "membership-placed");
    }

    @Test
    void theDecisionHoldsWhereTheSecondPersonSendsTheAmendmentBack() {
        Draft declined = After.declined();
        Draft proposed = declined.seen(declined.by(team("amender")).body(DECIDE_AGAIN).post(declined.path("/decision/amendments")));
        String approval = After.pendingAmendment(proposed);
        proposed.by(team("second")).body("{\"approved\":false,\"reason\":\" \"}").post(approval).then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/reason"));
        Draft back = proposed.seen(proposed.by(team("second")).body(SENT_BACK).post(approval));
        as(team("looker")).get(declined.path("")).then().body("state", equalTo("DECLINED")).body("decision.state", equalTo("FINAL"));
        as(team("looker")).get(declined.path("/decision/amendments")).then().body("[0].state", equalTo("REJECTED")).body("[0].answer", containsString("visit"));
        back.by(team("second")).body(APPROVED).post(approval).then().spec(problem(409, "no-amendment-pending"));
        assertThat(After.openTasks(declined)).isEmpty();
    }

    @Test
    void aSchoolThatAppliedElsewhereMeanwhileIsNotTakenTwice() {
        Draft declined = After.declined();
        Draft proposed = declined.seen(declined.by(team("amender")).body(DECIDE_AGAIN).post(declined.path("/decision/amendments")));
        Given.submitted(declined.urn());
        proposed.by(team("second")).body(APPROVED).post(After.pendingAmendment(proposed)).then().spec(problem(409, "overlapping-application"));
        as(team("looker")).get(declined.path("/decision/amendments")).then().body("[0].state", equalTo("PROPOSED"));
    }

    @Test
    void theDatabaseKeepsWhatWasDecidedAndByWhom() {
        Draft declined = After.declined();
        Draft proposed = declined.seen(declined.by(team("amender")).body(DECIDE_AGAIN).post(declined.path("/decision/amendments")));
        String of = " where application_id = '%s'".formatted(declined.id());
        assertThatThrownBy(() -> Given.update("update application_amendment set state = 'FINAL', approved_by = 'amender', approved_at = now()" + of))
                .hasStackTraceContaining("application_amendment_two_persons");
        assertThatThrownBy(() -> Given.update("update application_amendment set reasons = '[1]'" + of)).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> Given.update("delete from application_amendment" + of)).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> Given.update("delete from application_decision" + of)).hasStackTraceContaining("permission denied");
        proposed.by(team("second")).body(APPROVED).post(After.pendingAmendment(proposed)).then().statusCode(200);
        assertThatThrownBy(() -> Given.update("update application_amendment set answer = 'x'" + of)).hasStackTraceContaining("not altered");
        assertThatThrownBy(() -> Given.update("update application set state = 'ACCEPTED', accepted_on = '2026-01-01' where id = '%s'".formatted(declined.id())))
                .hasStackTraceContaining("application_outcome_explained");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"outcome":"DECIDE_AGAIN","reasons":[]}                                                                                 | invalid        | /reasons
            {"outcome":"DECIDE_AGAIN"}                                                                                              | invalid        | /reasons
            {"reasons":[{"code":"NEW_EVIDENCE"}]}                                                                                   | invalid        | /outcome
            {"outcome":"DECIDE_AGAIN","reasons":[{"code":"OTHER"}]}                                                                 | invalid        | /reasons/0/text
            {"outcome":"DECIDE_AGAIN","reasons":[{"code":"NO_CAPACITY"}]}                                                           | wrong-type     | /reasons/0/code
            {"outcome":"DECLINE","reasons":[{"code":"NEW_EVIDENCE"}]}                                                               | invalid        | /declineReasons
            {"outcome":"DECIDE_AGAIN","reasons":[{"code":"NEW_EVIDENCE"}],"declineReasons":[{"code":"NO_CAPACITY"}]}                | invalid        | /declineReasons
            {"outcome":"DECLINE","reasons":[{"code":"NEW_EVIDENCE"}],"declineReasons":[{"code":"MEETS_CRITERIA"}]}                  | invalid        | /declineReasons/0/code
            {"outcome":"DECLINE","reasons":[{"code":"NEW_EVIDENCE"}],"declineReasons":[{"code":"OTHER","text":""}]}                 | invalid        | /declineReasons/0/text
            {"outcome":"DECIDE_AGAIN","reasons":[{"code":"NEW_EVIDENCE"}],"colour":1}                                               | unknown-field  | /colour
            """)
    void anAmendmentHasReasonsThatFit(String body, String code, String pointer) {
        Draft declined = After.declined();
        declined.by(team("amender")).body(body).post(declined.path("/decision/amendments")).then().spec(problem(400, code)).body("errors.pointer", hasItem(pointer));
        assertThat(After.openTasks(declined)).isEmpty();
    }

    @Test
    void whatCannotBeAmendedIsRefused() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.by(team("amender")).body(DECIDE_AGAIN).post(submitted.path("/decision/amendments")).then().spec(problem(409, "amendment-impossible"));
        submitted.by(Tokens.client("robot").role(Roles.PROGRAMME_TEAM)).body(DECIDE_AGAIN).post(submitted.path("/decision/amendments")).then().spec(problem(403, "person-required"));
        submitted.byHead().body(DECIDE_AGAIN).post(submitted.path("/decision/amendments")).then().spec(problem(403, "forbidden"));
        as(team("amender")).body(DECIDE_AGAIN).post(submitted.path("/decision/amendments")).then().spec(problem(428, "if-match-required"));
        as(team("amender")).header("If-Match", "\"999\"").body(DECIDE_AGAIN).post(submitted.path("/decision/amendments")).then().spec(problem(412, "stale"));
        submitted.by(team("amender")).body("{").post(submitted.path("/decision/amendments")).then().spec(problem(400, "malformed-json"));
        submitted.by(team("amender")).body(APPROVED).post(submitted.path("/decision/amendments/" + submitted.id() + "/approval")).then().spec(problem(404, "not-found"));
        String unknown = "/v1/applications/0199f0c8-0000-7000-8000-000000000001/decision/amendments";
        submitted.by(team("amender")).body(DECIDE_AGAIN).post(unknown).then().spec(problem(404, "not-found"));
        as(team("amender")).get(unknown).then().spec(problem(404, "not-found"));
        as(head(submitted.urn())).get(submitted.path("/decision/amendments")).then().spec(problem(403, "forbidden"));
    }
}
