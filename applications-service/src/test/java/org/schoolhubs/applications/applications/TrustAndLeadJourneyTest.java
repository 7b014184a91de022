package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.applications.Given.GivenTrust;
import org.schoolhubs.applications.TestClock;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Trusts and leads from draft to acceptance, and what the other services are told. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class TrustAndLeadJourneyTest {

    private static Draft submitted(Draft complete, Tokens who) {
        return complete.seen(complete.by(who).body(Given.DECLARATION).post(complete.path("/submission")));
    }

    /** Decided by one person, or by a second one as well where a proposal waits for it. */
    private static void accept(Draft submitted) {
        var decided = submitted.by(team("first")).body(Given.ACCEPT).post(submitted.path("/decision"));
        Draft proposed = submitted.seen(decided);
        if (decided.path("state").equals("SUBMITTED")) {
            proposed.by(team("second")).body("{\"approved\":true}").post(proposed.path("/decision/approval")).then().statusCode(200).body("state", equalTo("ACCEPTED"));
        }
    }

    private static JsonPath told(Draft application) {
        List<Facts.Published> facts = Facts.published("applications.v1", application.id());
        assertThat(facts).extracting(Facts.Published::type).containsExactly("ApplicationSubmitted", "ApplicationAccepted");
        return JsonPath.from(facts.get(1).payload());
    }

    @Test
    void aTrustGoesFromDraftToAcceptanceWithItsSchools() {
        GivenTrust trust = Given.trust(3);
        Draft complete = Given.completeTrust(trust, Given.openCohort("behaviour-hubs", "multi-school"), trust.urns().subList(0, 2));
        Draft submitted = submitted(complete, trust.officer());
        as(trust.officer()).get(submitted.path("")).then().body("state", equalTo("SUBMITTED")).body("eligibility", equalTo("ELIGIBLE"));
        as(trust.officer()).get(submitted.path("/eligibility")).then().statusCode(200).body("outcome", equalTo("ELIGIBLE")).body("results.rule", notNullValue())
                .body("results.collectMany { it.schools ?: [] }.urn", hasItems(trust.urns().get(0), trust.urns().get(1)));
        submitted.by(trust.officer()).body(Given.schools(List.of(), null)).put(submitted.path("/schools")).then().spec(problem(409, "application-frozen"));
        accept(submitted);

        JsonPath told = told(submitted);
        assertThat(told.getString("kind")).isEqualTo("PARTNER_TRUST");
        assertThat(told.getMap("$")).containsEntry("partner", null).containsEntry("lead", null).containsEntry("extendedPlanUrn", null);
        assertThat(told.getString("trust.uid")).isEqualTo(trust.uid());
        assertThat(told.getList("schools.urn")).isEqualTo(trust.urns().subList(0, 2));
        assertThat(told.getString("schools[0].phase")).isEqualTo("SECONDARY");
        assertThat(told.getString("cohortEndsOn")).isNotNull();
        as(head(trust.urns().get(0))).get(submitted.path("")).then().spec(problem(404, "not-found"));
    }

    @Test
    void aLeadSchoolIsDecidedByPeopleAndTheAcceptanceSaysWhatTheHubIsPreparedFrom() {
        String urn = Given.eligibleSchool();
        Draft submitted = submitted(Given.completeLead(head(urn), "LEAD_SCHOOL", urn, null), head(urn));
        as(head(urn)).get(submitted.path("")).then().body("state", equalTo("SUBMITTED")).body("eligibility", equalTo("ELIGIBLE"));
        accept(submitted);
        JsonPath told = told(submitted);
        assertThat(told.getMap("$")).containsEntry("partner", null).containsEntry("trust", null).containsEntry("pathway", null).containsEntry("cohort", null)
                .containsEntry("cohortStartsOn", null).containsEntry("cohortEndsOn", null);
        assertThat(told.getMap("lead")).containsEntry("urn", urn).containsEntry("region", "H").containsEntry("places", 6).containsEntry("phases", List.of("SECONDARY"));
        assertThat(Facts.published("applications.v1", submitted.id()).toString()).doesNotContain("Camden Learning").doesNotContain("Routines");
        assertThat(Given.one("select max(keep_until) > '2031-01-01' from named_leader where application_id = '%s'".formatted(submitted.id()))).isEqualTo("t");
    }

    @Test
    void aLeadTrustNamesTheSchoolOfItsHub() {
        GivenTrust trust = Given.trust(1);
        Given.update("update inspection set overall_effectiveness = '2' where urn = '%s'".formatted(trust.urns().get(0)));
        Draft submitted = submitted(Given.completeLead(trust.officer(), "LEAD_TRUST", trust.uid(), trust.urns().get(0)), trust.officer());
        accept(submitted);
        JsonPath told = told(submitted);
        assertThat(told.getString("trust.name")).isEqualTo("Trust " + trust.uid());
        assertThat(told.getString("lead.urn")).isEqualTo(trust.urns().get(0));
        assertThat(told.getList("schools")).isEmpty();
    }

    @Test
    void theWindowToLeadIsTheProgrammes() {
        String urn = Given.eligibleSchool();
        Draft complete = Given.completeLead(head(urn), "LEAD_SCHOOL", urn, null);
        TestClock.later(Duration.ofDays(3_000), () ->
                complete.byHead().body(Given.DECLARATION).post(complete.path("/submission")).then().spec(problem(409, "window-closed")));
        complete.byHead().body(Given.DECLARATION).post(complete.path("/submission")).then().statusCode(200);
    }

    @Test
    void anAcceptedLeadMayWithdrawAndApplyAgain() {
        String urn = Given.eligibleSchool();
        Draft submitted = submitted(Given.completeLead(head(urn), "LEAD_SCHOOL", urn, null), head(urn));
        submitted.byHead().body("{\"reasonCode\":\"NO_CAPACITY_AT_SCHOOL\"}").post(submitted.path("/withdrawal")).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(submitted.id()))).isEqualTo("0");
        submitted(Given.completeLead(head(urn), "LEAD_SCHOOL", urn, null), head(urn));
    }
}
