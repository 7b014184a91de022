package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class MembershipConsumerTest {
    private static final String MEMBERSHIP = "0199f0c8-0000-7000-8000-0000000000b1";

    private static String payload(Draft application, String state, String effectiveOn, String reasonCode) {
        return """
                {"membershipId":"%s","applicationId":"%s","hubId":"0199f0c8-0000-7000-8000-0000000000c1","hubName":"Thames Hub","leadUrn":"100050","state":"%s",
                 "programme":"behaviour-hubs","pathway":"core","cohort":"%s","cohortStartsOn":"2025-11-21","cohortEndsOn":"2026-11-20","urn":"%s","schoolName":"x",
                 "laCode":"202","trustUid":null,"acceptedOn":"2026-11-21","effectiveOn":"%s","reasonCode":%s,"somethingNew":{"a":1}}"""
                .formatted(MEMBERSHIP, application.id(), state, application.cohort(), application.urn(), effectiveOn, reasonCode == null ? "null" : "\"" + reasonCode + "\"");
    }

    private static void news(Draft application, String type, String state) {
        news(application, type, state, null);
    }

    private static void news(Draft application, String type, String state, String reasonCode) {
        Facts.send("hubs.v1", application.id(), type, payload(application, state, "2026-11-20", reasonCode));
    }

    private static void awaitState(Draft application, String state) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(head(application.urn())).get(application.path("")).then().body("state", equalTo(state)));
    }

    private static Draft fresh(Draft application) {
        return application.seen(as(head(application.urn())).get(application.path("")));
    }

    @Test
    void anAcceptedApplicationFollowsItsMembershipToCompletion() {
        Draft accepted = Given.accepted();
        news(accepted, "MembershipProposed", "PROPOSED");
        news(accepted, "MembershipConfirmed", "CONFIRMED");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(head(accepted.urn())).get(accepted.path("")).then()
                .body("placement.membershipState", equalTo("CONFIRMED")).body("placement.hubName", equalTo("Thames Hub")).body("state", equalTo("ACCEPTED")));
        news(accepted, "MembershipActivated", "ACTIVE");
        awaitState(accepted, "ACTIVE");

        Draft active = fresh(accepted);
        active.byHead().body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(active.path("/withdrawal")).then().spec(problem(409, "withdraw-the-membership"))
                .body("detail", containsString("/v1/memberships/" + MEMBERSHIP + "/withdrawal"));
        as(head(active.urn())).get(active.path("")).then().body("actions.find { it.name == 'withdrawal' }.code", equalTo("withdraw-the-membership"));

        news(accepted, "MembershipCompleted", "COMPLETED");
        awaitState(accepted, "COMPLETED");
        as(head(active.urn())).get(active.path("")).then().body("endedOn", equalTo("2026-11-20"));
        as(head(active.urn())).get(active.path("/history")).then()
                .body("type[-1]", equalTo("MembershipCompleted")).body("actor[-1].id", equalTo("system:applications-service"));
        assertThat(Facts.types("applications.v1", accepted.id())).containsExactly("ApplicationSubmitted", "ApplicationAccepted");
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(accepted.id()))).isEqualTo("0");
    }

    @Test
    void aMembershipThatWasWithdrawnEndsTheApplication() {
        Draft accepted = Given.accepted();
        news(accepted, "MembershipActivated", "ACTIVE");
        news(accepted, "MembershipWithdrawn", "WITHDRAWN", "SCHOOL_ASKED");
        awaitState(accepted, "WITHDRAWN");
        as(head(accepted.urn())).get(accepted.path("")).then().body("endReasonCode", equalTo("SCHOOL_ASKED"));
    }

    @Test
    void whatHubsCorrectsByTheDayIsCorrectedHereToo() {
        Draft accepted = Given.accepted();
        news(accepted, "MembershipActivated", "ACTIVE");
        news(accepted, "MembershipCompleted", "COMPLETED");
        news(accepted, "MembershipWithdrawn", "WITHDRAWN", "SCHOOL_ASKED");
        awaitState(accepted, "WITHDRAWN");
        news(accepted, "MembershipCompleted", "COMPLETED");
        awaitState(accepted, "COMPLETED");
    }

    @Test
    void aRefusalOfTheLeadLeavesItAcceptedWithoutAPlace() {
        Draft accepted = Given.accepted();
        news(accepted, "MembershipConfirmed", "CONFIRMED");
        news(accepted, "MembershipRefused", "REFUSED", "NO_CAPACITY");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(head(accepted.urn())).get(accepted.path("/history")).then().body("type[-1]", equalTo("MembershipRefused")));
        as(head(accepted.urn())).get(accepted.path("")).then().body("state", equalTo("ACCEPTED")).body("placement", nullValue());
    }

    @Test
    void aRepeatedEventHasOneEffect() {
        Draft accepted = Given.accepted();
        UUID id = UUID.randomUUID();
        Map<String, String> headers = Map.of("ce_id", id.toString(), "ce_type", "MembershipActivated", "ce_specversion", "1.0", "ce_source", "/tests",
                "ce_time", Instant.now().toString(), "ce_correlationid", "repeat");
        for (int i = 0; i < 4; i++) {
            Facts.send("hubs.v1", accepted.id(), headers, payload(accepted, "ACTIVE", "2026-11-20", null));
        }
        news(accepted, "MembershipCompleted", "COMPLETED");
        awaitState(accepted, "COMPLETED");
        as(head(accepted.urn())).get(accepted.path("/history")).then().body("type.findAll { it == 'MembershipActivated' }", equalTo(List.of("MembershipActivated")));
    }

    @Test
    void newsThatComesAfterOurWithdrawalChangesNothingAndStandsInTheHistory() {
        Draft accepted = Given.accepted();
        accepted.byHead().body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(accepted.path("/withdrawal")).then().statusCode(200);
        news(accepted, "MembershipActivated", "ACTIVE");
        news(accepted, "MembershipWithdrawn", "WITHDRAWN", "APPLICATION_WITHDRAWN");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(head(accepted.urn())).get(accepted.path("/history")).then().body("type[-1]", equalTo("MembershipWithdrawn")));
        as(head(accepted.urn())).get(accepted.path("")).then().body("state", equalTo("WITHDRAWN")).body("endReasonCode", equalTo("MADE_BY_MISTAKE")).body("placement", nullValue());
    }

    @Test
    void newsOfAnApplicationNobodyKnowsGoesToTheDeadLettersAndHoldsUpNoOther() {
        String unknown = UUID.randomUUID().toString();
        Facts.send("hubs.v1", unknown, "MembershipActivated", payload(new Draft(unknown, "100049", "c", "\"0\""), "ACTIVE", "2026-11-20", null));
        Draft accepted = Given.accepted();
        news(accepted, "MembershipActivated", "ACTIVE");
        awaitState(accepted, "ACTIVE");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(Given.one("select state from dead_letter where event_key = '%s'".formatted(unknown))).isEqualTo("DEAD"));
        as(team("x")).get("/v1/applications/" + unknown).then().spec(problem(404, "not-found"));
    }
}
