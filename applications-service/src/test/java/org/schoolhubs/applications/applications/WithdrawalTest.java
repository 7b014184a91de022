package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class WithdrawalTest {
    @Test
    void itsConsequencesAreShownByStateAndChangeNothing() {
        Draft draft = Given.draft(Given.eligibleSchool());
        preview(draft).body("allowed", equalTo(true)).body("consequences.kind", hasItems("DRAFT_ENDS", "NOT_UNDONE")).header("ETag", draft.etag());
        Draft submitted = Given.submitted(Given.eligibleSchool());
        preview(submitted).body("consequences.kind", hasItems("NO_DECISION", "SCHOOL_FREE", "LEADERS_ERASED")).header("ETag", submitted.etag());
        Draft accepted = Given.accepted();
        preview(accepted).body("consequences.kind", hasItems("LEAVES_POOL", "SCHOOL_FREE"));
        String membership = UUID.randomUUID().toString();
        Given.update("update application set membership_id = '%s', membership_state = 'CONFIRMED', hub_id = '%s', hub_name = 'Thames Hub' where id = '%s'"
                .formatted(membership, membership, accepted.id()));
        preview(accepted).body("consequences.sentence", hasItem(containsString("The place that hub Thames Hub holds is freed"))).body("placement.membershipState", equalTo("CONFIRMED"));
        Given.update("update application set state = 'ACTIVE' where id = '%s'".formatted(accepted.id()));
        preview(accepted).body("allowed", equalTo(false)).body("code", equalTo("withdraw-the-membership"))
                .body("reason", containsString("/v1/memberships/" + membership + "/withdrawal")).body("consequences.kind", hasItems("MEMBERSHIP_ENDS", "PLAN_STOPS", "AWARD_ENDS"));
        Draft declined = After.declined();
        preview(declined).body("allowed", equalTo(false)).body("code", equalTo("withdrawal-impossible")).body("consequences", hasSize(0));
        assertThat(After.history(declined)).endsWith("ApplicationDeclined");
    }

    private static io.restassured.response.ValidatableResponse preview(Draft application) {
        return as(head(application.urn())).get(application.path("/withdrawal")).then().statusCode(200);
    }

    @Test
    void whatWaitedForASecondPersonLapses() {
        Draft submitted = Given.submitted(Given.notJudgedSchool());
        Draft proposed = submitted.seen(submitted.by(team("first")).body(Given.ACCEPT).post(submitted.path("/decision")));
        proposed.byHead().body("{\"reasonCode\":\"OTHER\",\"text\":\"We joined another scheme.\",\"consequencesUnderstood\":true}").post(proposed.path("/withdrawal"))
                .then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(Given.one("select state from application_decision where application_id = '%s'".formatted(submitted.id()))).isEqualTo("LAPSED");
        assertThat(Given.one("select withdrawal_text from application where id = '%s'".formatted(submitted.id()))).isEqualTo("We joined another scheme.");
        assertThat(After.openTasks(submitted)).isEmpty();

        Draft accepted = Given.accepted();
        Draft amending = accepted.seen(accepted.by(team("amender")).body(After.DECIDE_AGAIN).post(accepted.path("/decision/amendments")));
        amending.by(team("anyone")).body("{\"reasonCode\":\"SCHOOL_CLOSING\"}").post(amending.path("/withdrawal")).then().statusCode(200);
        as(team("looker")).get(accepted.path("/decision/amendments")).then().body("[0].state", equalTo("LAPSED"));
        assertThat(After.openTasks(accepted)).isEmpty();
    }

    @Test
    void itIsRefusedWithoutAReasonInWordsWhereOneIsNeededAndForStrangers() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.byHead().body("{\"reasonCode\":\"OTHER\"}").post(submitted.path("/withdrawal")).then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/text"));
        submitted.byHead().body("{\"reasonCode\":\"INSPECTION\",\"consequencesUnderstood\":false}").post(submitted.path("/withdrawal")).then().spec(problem(400, "invalid"))
                .body("errors.pointer", hasItem("/consequencesUnderstood"));
        as(head("100049")).get(submitted.path("/withdrawal")).then().spec(problem(404, "not-found"));
        as(Tokens.person("a").role(Roles.AUDITOR)).get(submitted.path("/withdrawal")).then().spec(problem(403, "forbidden"));
    }
}
