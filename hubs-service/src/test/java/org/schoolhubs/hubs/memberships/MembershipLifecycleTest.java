package org.schoolhubs.hubs.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.act;
import static org.schoolhubs.hubs.World.active;
import static org.schoolhubs.hubs.World.awaitPool;
import static org.schoolhubs.hubs.World.awaitState;
import static org.schoolhubs.hubs.World.confirmed;
import static org.schoolhubs.hubs.World.held;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.proposed;
import static org.schoolhubs.hubs.World.school;
import static org.schoolhubs.hubs.World.sendPlanCompleted;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.state;
import static org.schoolhubs.hubs.World.strings;
import static org.schoolhubs.hubs.World.team;
import static org.schoolhubs.hubs.World.tryToAct;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.schoolhubs.hubs.World;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class MembershipLifecycleTest {
    private static final LocalDate TODAY = LondonDates.today(Clock.systemUTC());
    private static final String REFUSAL = "{\"reasonCode\": \"NO_CAPACITY\", \"text\": \"Two leaders are leaving.\"}";

    private String lead;
    private String hub;
    private Applicant applicant;

    @BeforeEach
    void aHubAndAWaitingSchool() {
        String programme = newProgramme();
        lead = knownSchool(530_000, 184_000);
        hub = openHub(programme, lead, 2);
        applicant = accepted(programme, 528_000, 184_000);
    }

    private static String path(String membership) {
        return "/v1/memberships/" + membership;
    }

    private static String withdrawal(LocalDate from) {
        return "{\"reasonCode\": \"LEADERSHIP_CHANGE\", \"effectiveOn\": \"%s\"}".formatted(from);
    }

    private List<String> events() {
        return Facts.types("hubs.v1", applicant.applicationId());
    }

    @Test
    void fromProposalToActiveEachStepIsPublishedAndInTheHistory() {
        String membership = active(applicant, lead);
        team().get(path(membership)).then().statusCode(200).body("state", equalTo("ACTIVE")).header("ETag", equalTo("\"2\""));
        assertThat(events()).containsExactly("MembershipProposed", "MembershipConfirmed", "MembershipActivated");
        assertThat(JsonPath.from(Facts.published("hubs.v1", applicant.applicationId()).get(2).payload()).getString("effectiveOn")).isEqualTo(TODAY.toString());
        team().get(path(membership) + "/history").then().statusCode(200)
                .body("type", contains("MembershipProposed", "MembershipConfirmed", "MembershipActivated"))
                .body("[2].actor.id", equalTo("head-" + lead)).body("[2].changedFields", hasItem("state")).body("[2].version", equalTo(2));
        assertThat(held(hub)).isEqualTo(1);
    }

    @Test
    void aRefusalFreesThePlaceAndTheSchoolWaitsAgainWithoutThisHub() {
        String membership = confirmed(applicant);
        act(path(membership), "lead-refusal", school(lead), REFUSAL).then().body("state", equalTo("REFUSED")).body("reasonCode", equalTo("NO_CAPACITY"))
                .body("refusalText", equalTo("Two leaders are leaving."));
        assertThat(held(hub)).isZero();
        assertThat(events()).endsWith("MembershipRefused");
        team().queryParam("applicationId", applicant.applicationId()).get("/v1/pool").then().statusCode(200)
                .body("items[0].state", equalTo("WAITING")).body("items[0].refusedByHubs", contains(hub));
        team().body(applicant.order()).post("/v1/memberships").then().spec(problem(409, "no-place-left"));
        assertThat(strings("select coalesce(payload::text, '') from journal where event_key = '" + applicant.applicationId() + "'"))
                .noneMatch(payload -> payload.contains("leaving"));
        school(applicant.urn()).get(path(membership)).then().statusCode(200).body("refusalText", nullValue());
    }

    @Test
    void aRefusedSchoolCanBePlacedElsewhereAndHasOneLiveMembership() {
        String programme = newProgramme();
        openHub(programme, lead, 1);
        String other = openHub(programme, knownSchool(550_000, 184_000), 1);
        applicant = accepted(programme, 528_000, 184_000);
        act(path(confirmed(applicant)), "lead-refusal", school(lead), REFUSAL);
        String second = proposed(applicant);
        team().get(path(second)).then().body("hubId", equalTo(other)).body("explanation.others[0].obstacles", hasItem("REFUSED_BEFORE"));
        team().queryParam("applicationId", applicant.applicationId()).get("/v1/memberships").then().body("items.state", contains("REFUSED", "PROPOSED"));
    }

    @Test
    void theReasonOtherNeedsAText() {
        String membership = confirmed(applicant);
        tryToAct(path(membership), "lead-refusal", school(lead), "{\"reasonCode\": \"OTHER\"}").then().spec(problem(422, "text-needed"));
        assertThat(state(membership)).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @EnumSource(value = MembershipState.class, names = {"PROPOSED", "CONFIRMED", "ACTIVE"})
    void aWithdrawalFreesThePlaceFromEveryLiveState(MembershipState from) {
        String membership = in(from);
        act(path(membership), "withdrawal", school(applicant.urn()), withdrawal(TODAY)).then().body("state", equalTo("WITHDRAWN"))
                .body("effectiveOn", equalTo(TODAY.toString())).body("reasonCode", equalTo("LEADERSHIP_CHANGE"));
        assertThat(held(hub)).isZero();
        assertThat(events()).endsWith("MembershipWithdrawn");
        awaitPool(applicant.applicationId(), "LEFT");
        team().body(applicant.order()).post("/v1/memberships").then().spec(problem(409, "not-waiting"));
    }

    @ParameterizedTest
    @EnumSource(value = MembershipState.class, names = {"PROPOSED", "CONFIRMED", "ACTIVE"})
    void aWithdrawnApplicationEndsWhateverItHolds(MembershipState from) {
        String membership = in(from);
        sendWithdrawn(applicant.applicationId(), TODAY);
        awaitState(membership, "WITHDRAWN");
        assertThat(held(hub)).isZero();
        assertThat(events()).endsWith("MembershipWithdrawn");
        awaitPool(applicant.applicationId(), "LEFT");
    }

    @Test
    void aWithdrawnApplicationThatOnlyWaitedLeavesThePool() {
        sendWithdrawn(applicant.applicationId(), TODAY);
        awaitPool(applicant.applicationId(), "LEFT");
        assertThat(events()).isEmpty();
    }

    @ParameterizedTest(name = "{0} of a membership that is {1}")
    @CsvSource({
            "confirmation, CONFIRMED", "confirmation, ACTIVE", "confirmation, REFUSED", "confirmation, WITHDRAWN", "confirmation, COMPLETED",
            "lead-acceptance, PROPOSED", "lead-acceptance, ACTIVE", "lead-acceptance, REFUSED", "lead-acceptance, WITHDRAWN", "lead-acceptance, COMPLETED",
            "lead-refusal, PROPOSED", "lead-refusal, ACTIVE", "lead-refusal, REFUSED", "lead-refusal, WITHDRAWN", "lead-refusal, COMPLETED",
            "withdrawal, REFUSED", "withdrawal, WITHDRAWN"})
    void impossibleTransitionsAreRefusedAndChangeNothing(String act, MembershipState from) {
        String membership = in(from);
        Map<String, String> before = World.everything();
        var caller = act.startsWith("lead") ? school(lead) : team();
        String body = "lead-refusal".equals(act) ? REFUSAL : "withdrawal".equals(act) ? withdrawal(TODAY) : null;
        tryToAct(path(membership), act, caller, body).then().spec(problem(409, "transition-impossible"));
        assertThat(World.everything()).isEqualTo(before);
    }

    @Test
    void completionEndsTheMembershipAndFreesItsPlace() {
        String membership = active(applicant, lead);
        sendPlanCompleted(applicant, membership, TODAY);
        awaitState(membership, "COMPLETED");
        assertThat(held(hub)).isZero();
        assertThat(events()).endsWith("MembershipActivated", "MembershipCompleted");
        awaitPool(applicant.applicationId(), "LEFT");
    }

    @Test
    void aPlanThatWasCompletedBeforeTheWithdrawalCompletesTheMembershipThoughTheNewsComesLater() {
        String membership = active(applicant, lead);
        act(path(membership), "withdrawal", team(), withdrawal(TODAY));
        sendPlanCompleted(applicant, membership, TODAY.minusDays(1));
        awaitState(membership, "COMPLETED");
        assertThat(events()).endsWith("MembershipWithdrawn", "MembershipCompleted");
        assertThat(JsonPath.from(last()).getString("effectiveOn")).isEqualTo(TODAY.minusDays(1).toString());
        assertThat(JsonPath.from(last()).getString("reasonCode")).isNull();
        assertThat(held(hub)).as("freed once").isZero();
    }

    @Test
    void theSameTwoDaysEndTheSameWayInTheOtherOrder() {
        String membership = active(applicant, lead);
        sendPlanCompleted(applicant, membership, TODAY.minusDays(1));
        awaitState(membership, "COMPLETED");
        tryToAct(path(membership), "withdrawal", team(), withdrawal(TODAY)).then().spec(problem(409, "completed-before"));
        assertThat(state(membership)).isEqualTo("COMPLETED");
    }

    @Test
    void aPlanThatWasCompletedAfterTheWithdrawalLeavesItWithdrawn() {
        String membership = active(applicant, lead);
        act(path(membership), "withdrawal", team(), withdrawal(TODAY.minusDays(5)));
        sendPlanCompleted(applicant, membership, TODAY);
        Awaitility.await().atMost(World.SOON).untilAsserted(() -> team().get(path(membership)).then().body("completedOn", equalTo(TODAY.toString())));
        assertThat(state(membership)).isEqualTo("WITHDRAWN");
        assertThat(events()).endsWith("MembershipWithdrawn");
        team().get(path(membership) + "/history").then().body("type", hasItem("PlanCompletedAfterWithdrawal"));
    }

    @Test
    void thoseTwoDaysEndTheSameWayInTheOtherOrderToo() {
        String membership = active(applicant, lead);
        sendPlanCompleted(applicant, membership, TODAY);
        awaitState(membership, "COMPLETED");
        tryToAct(path(membership), "withdrawal", school(applicant.urn()), withdrawal(TODAY.minusDays(5))).then().spec(problem(409, "completed-before"));
        act(path(membership), "withdrawal", team(), withdrawal(TODAY.minusDays(5))).then().body("state", equalTo("WITHDRAWN"));
        assertThat(events()).endsWith("MembershipCompleted", "MembershipWithdrawn");
        assertThat(held(hub)).as("freed once").isZero();
    }

    @Test
    void onTheSameDayTheWithdrawalStandsThoughItCameFirst() {
        String membership = active(applicant, lead);
        act(path(membership), "withdrawal", team(), withdrawal(TODAY));
        UUID completion = sendPlanCompleted(applicant, membership, TODAY);
        Awaitility.await().atMost(World.SOON).untilAsserted(() ->
                assertThat(strings("select event_type from inbox where consumer = 'plans' and event_id = '" + completion + "'")).hasSize(1));
        assertThat(state(membership)).isEqualTo("WITHDRAWN");
    }

    @Test
    void onTheSameDayTheWithdrawalStandsThoughItCameLast() {
        String membership = active(applicant, lead);
        sendPlanCompleted(applicant, membership, TODAY);
        awaitState(membership, "COMPLETED");
        act(path(membership), "withdrawal", team(), withdrawal(TODAY)).then().body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aRepeatedCompletionDoesNothing() {
        String membership = active(applicant, lead);
        sendPlanCompleted(applicant, membership, TODAY);
        UUID again = sendPlanCompleted(applicant, membership, TODAY);
        Awaitility.await().atMost(World.SOON).untilAsserted(() ->
                assertThat(strings("select event_type from inbox where consumer = 'plans' and event_id = '" + again + "'")).hasSize(1));
        assertThat(state(membership)).isEqualTo("COMPLETED");
        assertThat(events()).containsOnlyOnce("MembershipCompleted");
        assertThat(held(hub)).isZero();
    }

    @Test
    void aPlanOfAMembershipThatNeverWasActiveGoesToTheDeadLetters() {
        String membership = confirmed(applicant);
        sendPlanCompleted(applicant, membership, TODAY);
        Awaitility.await().atMost(World.SOON).untilAsserted(() ->
                assertThat(strings("select state from dead_letter where consumer = 'plans' and event_key = '" + applicant.applicationId() + "'")).containsExactly("DEAD"));
        assertThat(state(membership)).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01", "2099-01-01"})
    void aWithdrawalFromAnImpossibleDayIsRefused(String day) {
        String membership = active(applicant, lead);
        tryToAct(path(membership), "withdrawal", team(), withdrawal(LocalDate.parse(day))).then().spec(problem(422, "effective-date-impossible"))
                .body("errors.pointer", hasItem("/effectiveOn"));
    }

    @Test
    void onlyAPersonOfTheLeadAcceptsOrRefuses() {
        String membership = confirmed(applicant);
        tryToAct(path(membership), "lead-acceptance", school(applicant.urn()), null).then().spec(problem(403, "not-the-lead"));
        tryToAct(path(membership), "lead-refusal", school(applicant.urn()), REFUSAL).then().spec(problem(403, "not-the-lead"));
        tryToAct(path(membership), "lead-acceptance", school(World.newUrn()), null).then().spec(problem(404, "not-found"));
        tryToAct(path(membership), "lead-acceptance", team(), null).then().spec(problem(403, "forbidden"));
        tryToAct(path(membership), "lead-acceptance", World.as(Tokens.client("mis").role(Roles.SCHOOL).organisation("urn:" + lead)), null)
                .then().spec(problem(403, "person-required"));
        tryToAct(path(membership), "withdrawal", school(lead), withdrawal(TODAY)).then().spec(problem(403, "not-the-partner"));
        assertThat(state(membership)).isEqualTo("CONFIRMED");
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndChangesNothing() {
        String key = UUID.randomUUID().toString();
        String token = Tokens.person("tess").role(Roles.PROGRAMME_TEAM).token();
        String id = null;
        for (int i = 0; i < 3; i++) {
            String answered = World.anonymous().auth().oauth2(token).header("Idempotency-Key", key).body(applicant.order()).post("/v1/memberships")
                    .then().statusCode(201).header("ETag", equalTo("\"0\"")).extract().path("id");
            assertThat(id == null || id.equals(answered)).isTrue();
            id = answered;
        }
        assertThat(held(hub)).isEqualTo(1);
        World.anonymous().auth().oauth2(token).header("Idempotency-Key", key).body(applicant.order(hub, "Other.")).post("/v1/memberships")
                .then().spec(problem(422, "idempotency-key-reused"));
    }

    private String last() {
        var published = Facts.published("hubs.v1", applicant.applicationId());
        return published.get(published.size() - 1).payload();
    }

    /** A membership of the applicant, brought into a state. */
    private String in(MembershipState wanted) {
        return switch (wanted) {
            case PROPOSED -> proposed(applicant);
            case CONFIRMED -> confirmed(applicant);
            case ACTIVE -> active(applicant, lead);
            case REFUSED -> {
                String membership = confirmed(applicant);
                act(path(membership), "lead-refusal", school(lead), REFUSAL);
                yield membership;
            }
            case WITHDRAWN -> {
                String membership = active(applicant, lead);
                act(path(membership), "withdrawal", team(), withdrawal(TODAY));
                yield membership;
            }
            case COMPLETED -> {
                String membership = active(applicant, lead);
                sendPlanCompleted(applicant, membership, TODAY);
                awaitState(membership, "COMPLETED");
                yield membership;
            }
        };
    }
}
