package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class WorkQueueTest {
    private static List<String> waiting(String queue, String cohort) {
        return as(team("looker")).queryParam("queue", queue).queryParam("cohort", cohort).get("/v1/applications").then().statusCode(200).extract().path("items.id");
    }

    private static int count(String queue) {
        return as(team("looker")).get("/v1/work-queues").then().statusCode(200).extract().path("find { it.queue == '%s' }.waiting".formatted(queue));
    }

    @Test
    void eachApplicationWaitsInOneQueueAndIsCountedThere() {
        int decisions = count("decision");
        int reviews = count("manual-review");
        int approvals = count("decision-approval");
        Draft plain = Given.submitted(Given.eligibleSchool());
        Draft review = Given.submitted(Given.notJudgedSchool());
        assertThat(count("decision")).isEqualTo(decisions + 1);
        assertThat(count("manual-review")).isEqualTo(reviews + 1);
        assertThat(waiting("DECISION", plain.cohort())).containsExactly(plain.id());
        assertThat(waiting("MANUAL_REVIEW", review.cohort())).containsExactly(review.id());
        review.by(team("first")).body(Given.ACCEPT).post(review.path("/decision")).then().statusCode(200);
        assertThat(waiting("MANUAL_REVIEW", review.cohort())).isEmpty();
        assertThat(waiting("DECISION_APPROVAL", review.cohort())).containsExactly(review.id());
        assertThat(count("decision-approval")).isEqualTo(approvals + 1);
        Draft asked = After.asked();
        assertThat(waiting("RECONSIDERATION", asked.cohort())).containsExactly(asked.id());
        Draft declined = After.declined();
        declined.by(team("amender")).body(After.DECIDE_AGAIN).post(declined.path("/decision/amendments")).then().statusCode(200);
        assertThat(waiting("AMENDMENT_APPROVAL", declined.cohort())).containsExactly(declined.id());
        assertThat(waiting("INVITATION", declined.cohort())).isEmpty();
        assertThat(waiting("ELIGIBILITY_LOST", declined.cohort())).isEmpty();
        as(team("looker")).get("/v1/work-queues").then().body("queue", hasItems("decision", "manual-review", "decision-approval", "amendment-approval", "reconsideration",
                "eligibility-lost", "invitation")).body("find { it.queue == 'decision' }.oldestAgeDays", equalTo(0))
                .body("find { it.queue == 'eligibility-lost' }.oldestSince", nullValue()).body("find { it.queue == 'decision' }.href", equalTo("/v1/applications?queue=DECISION"));
    }

    @Test
    void somebodyOfTheTeamLooksAfterIt() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        Draft assigned = submitted.seen(submitted.by(team("lead")).body("{\"assignee\":\"ada\"}").put(submitted.path("/assignee")));
        as(team("looker")).get(submitted.path("")).then().body("assignee", equalTo("ada"));
        as(head(submitted.urn())).get(submitted.path("")).then().body("assignee", nullValue());
        as(team("looker")).queryParam("assignee", "ada").queryParam("cohort", submitted.cohort()).get("/v1/applications").then().body("items.id", equalTo(List.of(submitted.id())))
                .body("items.assignee", everyItem(equalTo("ada")));
        as(team("looker")).queryParam("unassigned", "true").queryParam("cohort", submitted.cohort()).get("/v1/applications").then().body("items.id", equalTo(List.of()));
        as(head(submitted.urn())).queryParam("assignee", "nobody").get("/v1/applications").then().body("items.id", hasItem(submitted.id())).body("items.assignee", everyItem(nullValue()));
        assigned.by(team("lead")).body("{\"assignee\":null}").put(submitted.path("/assignee")).then().statusCode(200);
        as(team("looker")).queryParam("unassigned", "true").queryParam("cohort", submitted.cohort()).get("/v1/applications").then().body("items.id", equalTo(List.of(submitted.id())));
        assertThat(After.history(submitted)).endsWith("ApplicationAssigned", "ApplicationAssigned");
    }

    @Test
    void whatIsOlderThanADayIsFound() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        as(team("looker")).queryParam("submittedBefore", LocalDate.now().plusDays(1).toString()).queryParam("cohort", submitted.cohort()).get("/v1/applications")
                .then().body("items.id", equalTo(List.of(submitted.id())));
        as(team("looker")).queryParam("submittedBefore", LocalDate.now().minusDays(1).toString()).queryParam("cohort", submitted.cohort()).get("/v1/applications")
                .then().body("items.id", not(hasItem(submitted.id())));
        as(team("looker")).queryParam("submittedBefore", "soon").get("/v1/applications").then().spec(problem(400, "parameter-invalid"));
        as(team("looker")).queryParam("queue", "NONSENSE").get("/v1/applications").then().spec(problem(400, "parameter-invalid"));
        as(team("looker")).queryParam("unassigned", "perhaps").get("/v1/applications").then().spec(problem(400, "invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system:applications-service", "anonymous", "two words", ""})
    void onlyASubjectCanLookAfterIt(String subject) {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.by(team("lead")).body("{\"assignee\":\"%s\"}".formatted(subject)).put(submitted.path("/assignee")).then().spec(problem(400, "invalid"));
    }

    @Test
    void whoMayNotIsRefused() {
        Draft draft = Given.draft(Given.eligibleSchool());
        draft.by(team("lead")).body("{\"assignee\":\"ada\"}").put(draft.path("/assignee")).then().spec(problem(409, "assignment-impossible"));
        draft.byHead().body("{\"assignee\":\"ada\"}").put(draft.path("/assignee")).then().spec(problem(403, "forbidden"));
        as(team("lead")).body("{\"assignee\":\"ada\"}").put(draft.path("/assignee")).then().spec(problem(428, "if-match-required"));
        as(head(draft.urn())).get("/v1/work-queues").then().spec(problem(403, "forbidden"));
        as(Tokens.person("a").role(Roles.AUDITOR)).get("/v1/work-queues").then().statusCode(200);
    }
}
