package org.schoolhubs.hubs.hubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.hubs.World.SOON;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.act;
import static org.schoolhubs.hubs.World.active;
import static org.schoolhubs.hubs.World.as;
import static org.schoolhubs.hubs.World.awaitState;
import static org.schoolhubs.hubs.World.closed;
import static org.schoolhubs.hubs.World.confirmed;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.preparedHub;
import static org.schoolhubs.hubs.World.registerSays;
import static org.schoolhubs.hubs.World.school;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.strings;
import static org.schoolhubs.hubs.World.team;
import static org.schoolhubs.hubs.World.tryToAct;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** A lead school that closes leaves its hubs to the one open school that followed it; else a person is asked. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class LeadSuccessionTest {
    private final String programme = newProgramme();
    private final String lead = knownSchool(530_000, 184_000);

    private static void heard(UUID event) {
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select event_id from inbox where event_id = '%s'".formatted(event))).hasSize(1));
    }

    private static String leadOf(String hub) {
        return team().get("/v1/hubs/" + hub).path("leadUrn");
    }

    private static List<String> openTasks(String hub) {
        return strings("select kind || ' ' || reason_code from task where subject_id = '%s' and state = 'OPEN'".formatted(hub));
    }

    @Test
    void theHubAndItsLiveMembershipsPassToTheOneOpenSuccessorAndNothingElseChanges() {
        String hub = openHub(programme, lead, 5);
        Applicant left = accepted(programme, 528_000, 184_000);
        String ended = active(left, lead);
        sendWithdrawn(left.applicationId(), LocalDate.of(2026, 3, 31));
        awaitState(ended, "WITHDRAWN");
        Applicant waiting = accepted(programme, 528_000, 184_000);
        String confirmed = confirmed(waiting);
        Applicant taking = accepted(programme, 528_000, 184_000);
        String active = active(taking, lead);
        String before = team().get("/v1/hubs/" + hub).path("name");
        String successor = knownSchool(530_100, 184_100);

        heard(closed(lead, successor));

        team().get("/v1/hubs/" + hub).then().body("leadUrn", equalTo(successor)).body("leadName", equalTo("School " + successor)).body("name", equalTo(before))
                .body("state", equalTo("OPEN"));
        assertThat(openTasks(hub)).isEmpty();
        assertThat(Facts.published("hubs.v1", hub)).last().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("HubLeadPassedToSuccessor");
            assertThat(fact.payload()).contains("\"leadUrn\": \"" + successor, "\"state\": \"OPEN\"");
        });
        assertThat(Facts.published("hubs.v1", taking.applicationId())).last().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("MembershipLeadPassedToSuccessor");
            assertThat(fact.payload()).contains("\"leadUrn\": \"" + successor, "\"state\": \"ACTIVE\"");
        });
        assertThat(strings("select lead_urn from membership where id = '" + ended + "'")).containsExactly(lead);
        act("/v1/memberships/" + confirmed, "lead-acceptance", school(successor), null).then().body("state", equalTo("ACTIVE"));
        school(lead).get("/v1/memberships/" + confirmed).then().spec(problem(404, "not-found"));
        team().get("/v1/hubs/" + hub + "/history").then().body("find { it.type == 'HubLeadPassedToSuccessor' }.reasonCode", equalTo("school-followed"));
    }

    @Test
    void hearingOfItAgainChangesNothing() {
        String hub = preparedHub(programme, lead);
        String successor = knownSchool(530_100, 184_100);
        heard(closed(lead, successor));
        heard(closed(lead, successor));
        assertThat(Facts.types("hubs.v1", hub)).containsExactly("HubPrepared", "HubLeadPassedToSuccessor");
    }

    @Test
    void aSuccessorThatIsHeardOfLaterTakesItOverThen() {
        String hub = preparedHub(programme, lead);
        String successor = newUrn();
        heard(closed(lead, successor));
        assertThat(openTasks(hub)).containsExactly("lead-closed no-single-successor");
        knownSchool(successor, "OPEN", null, "H", 530_100, 184_100);
        await().atMost(SOON).untilAsserted(() -> assertThat(leadOf(hub)).isEqualTo(successor));
        assertThat(openTasks(hub)).isEmpty();
    }

    @Test
    void aHubThatIsClosedStaysItsLeads() {
        String hub = preparedHub(programme, lead);
        act("/v1/hubs/" + hub, "closure", team(), "{\"reasonCode\": \"OTHER\"}");
        heard(closed(lead, knownSchool(530_100, 184_100)));
        assertThat(leadOf(hub)).isEqualTo(lead);
        assertThat(openTasks(hub)).isEmpty();
    }

    @Test
    void withoutASingleSuccessorAPersonNamesTheLead() {
        String hub = openHub(programme, lead, 2);
        Applicant applicant = accepted(programme, 528_000, 184_000);
        String membership = active(applicant, lead);
        knownSchool(applicant.urn(), "OPEN", null, "H", 528_000, 184_000);
        String other = knownSchool(530_100, 184_100);
        tryToAct("/v1/hubs/" + hub, "lead", team(), named(other)).then().spec(problem(409, "lead-not-closed"));
        team().get("/v1/hubs/" + hub).then().body("actions.find { it.name == 'lead' }", nullValue());

        heard(closed(lead, null));
        assertThat(openTasks(hub)).containsExactly("lead-closed no-single-successor");
        assertThat(leadOf(hub)).isEqualTo(lead);
        team().queryParam("kind", "lead-closed").get("/v1/tasks/hubs").then().body("items.subjectId", hasItem(hub));
        team().get("/v1/hubs/" + hub).then().body("actions.find { it.name == 'lead' }.allowed", equalTo(true));

        tryToAct("/v1/hubs/" + hub, "lead", team(), named(newUrn())).then().spec(problem(422, "lead-not-known")).body("errors.pointer", hasItem("/leadUrn"));
        tryToAct("/v1/hubs/" + hub, "lead", team(), named(lead)).then().spec(problem(422, "lead-not-known"));
        tryToAct("/v1/hubs/" + hub, "lead", team(), named(applicant.urn())).then().spec(problem(409, "lead-is-member"));
        tryToAct("/v1/hubs/" + hub, "lead", team(), "{}").then().spec(problem(400, "invalid"));
        tryToAct("/v1/hubs/" + hub, "lead", as(Tokens.client("batch").role(Roles.PROGRAMME_TEAM)), named(other)).then().spec(problem(403, "person-required"));
        tryToAct("/v1/hubs/" + hub, "lead", school(lead), named(other)).then().spec(problem(403, "forbidden"));
        team().body(named(other)).post("/v1/hubs/" + hub + "/lead").then().spec(problem(428, "if-match-required"));
        team().header("If-Match", "\"0\"").body(named(other)).post("/v1/hubs/" + hub + "/lead").then().spec(problem(412, "stale"));
        act("/v1/hubs/" + hub, "lead", team(), named(other)).then().body("leadUrn", equalTo(other));
        assertThat(openTasks(hub)).isEmpty();
        assertThat(strings("select lead_urn from membership where id = '" + membership + "'")).containsExactly(other);
    }

    @Test
    void aMemberDoesNotComeToLeadItsOwnHubUnseen() {
        String hub = openHub(programme, lead, 2);
        Applicant applicant = accepted(programme, 528_000, 184_000);
        active(applicant, lead);
        knownSchool(applicant.urn(), "OPEN", null, "H", 528_000, 184_000);
        heard(closed(lead, applicant.urn()));
        assertThat(openTasks(hub)).containsExactly("lead-closed successor-is-member");
        assertThat(leadOf(hub)).isEqualTo(lead);
    }

    @Test
    void aLeadThatIsOpenAgainSettlesTheTaskAndSoDoesClosingTheHub() {
        String hub = preparedHub(programme, lead);
        heard(closed(lead, null));
        assertThat(openTasks(hub)).hasSize(1);
        registerSays(lead, "School " + lead, "OPEN", null, "H", 530_000, 184_000);
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks(hub)).isEmpty());
        heard(closed(lead, null));
        assertThat(openTasks(hub)).hasSize(1);
        act("/v1/hubs/" + hub, "closure", team(), "{\"reasonCode\": \"OTHER\"}");
        assertThat(openTasks(hub)).isEmpty();
    }

    private static String named(String urn) {
        return "{\"leadUrn\": \"%s\"}".formatted(urn);
    }
}
