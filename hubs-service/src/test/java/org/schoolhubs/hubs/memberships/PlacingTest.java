package org.schoolhubs.hubs.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.held;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.proposed;
import static org.schoolhubs.hubs.World.strings;
import static org.schoolhubs.hubs.World.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.schoolhubs.hubs.World;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PlacingTest {
    private final String programme = newProgramme();

    @Test
    void aWaitingSchoolIsPlacedWithTheNearestFittingHubAndToldWhy() {
        String far = openHub(programme, knownSchool(538_000, 184_000), 5);
        String near = openHub(programme, knownSchool(530_000, 184_000), 5);
        Applicant applicant = accepted(programme, 528_000, 184_000);

        String id = team().body(applicant.order()).post("/v1/memberships").then().statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("state", equalTo("PROPOSED")).body("hubId", equalTo(near)).body("applicationId", equalTo(applicant.applicationId()))
                .body("urn", equalTo(applicant.urn())).body("cohortStartsOn", equalTo("2025-11-21"))
                .body("explanation.basis", equalTo("DISTANCE")).body("explanation.metres", equalTo(2_000))
                .body("explanation.others", hasSize(1)).body("explanation.others[0].hubId", equalTo(far)).body("explanation.others[0].metresFurther", equalTo(8_000))
                .body("next.step", hasItem("confirmation")).body("actions.find { it.name == 'confirmation' }.allowed", equalTo(true))
                .extract().path("id");
        assertThat(held(near)).isEqualTo(1);
        assertThat(held(far)).isZero();
        team().get("/v1/memberships/" + id).then().statusCode(200).body("explanation.others[0].sentence", equalTo("Possible, but 8000 metres further away."));
        assertThat(strings("select state from pool_entry where application_id = '" + applicant.applicationId() + "'")).containsExactly("PLACED");
    }

    @Test
    void theProposalIsPublishedWithEverythingThatOthersNeed() {
        String lead = knownSchool(530_000, 184_000);
        String hub = openHub(programme, lead, 5);
        Applicant applicant = accepted(programme, newUrn(), "2854", "H", 528_000, 184_000);
        String id = proposed(applicant);
        assertThat(Facts.published("hubs.v1", applicant.applicationId())).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("MembershipProposed");
            JsonPath payload = JsonPath.from(fact.payload());
            assertThat(payload.getString("membershipId")).isEqualTo(id);
            assertThat(payload.getString("applicationId")).isEqualTo(applicant.applicationId());
            assertThat(payload.getString("hubId")).isEqualTo(hub);
            assertThat(payload.getString("hubName")).isEqualTo("Hub of " + lead);
            assertThat(payload.getString("leadUrn")).isEqualTo(lead);
            assertThat(payload.getString("state")).isEqualTo("PROPOSED");
            assertThat(payload.getString("urn")).isEqualTo(applicant.urn());
            assertThat(payload.getString("schoolName")).isEqualTo("Partner " + applicant.urn());
            assertThat(payload.getString("laCode")).isEqualTo("202");
            assertThat(payload.getString("trustUid")).isEqualTo("2854");
            assertThat(payload.getString("cohortStartsOn")).isEqualTo("2025-11-21");
            assertThat(payload.getString("cohortEndsOn")).isEqualTo("2026-11-20");
            assertThat(payload.getString("acceptedOn")).isEqualTo("2025-10-20");
            assertThat(payload.getMap("")).containsKeys("programme", "pathway", "cohort", "effectiveOn", "reasonCode");
        });
    }

    @Test
    void aSchoolIsPlacedOnce() {
        openHub(programme, knownSchool(530_000, 184_000), 5);
        Applicant applicant = accepted(programme, 528_000, 184_000);
        proposed(applicant);
        team().body(applicant.order()).post("/v1/memberships").then().spec(problem(409, "not-waiting"));
    }

    @Test
    void withoutAPlaceAnywhereTheSchoolStaysInThePool() {
        String hub = openHub(programme, knownSchool(530_000, 184_000), 1);
        proposed(accepted(programme, 528_000, 184_000));
        Applicant second = accepted(programme, 528_000, 184_000);
        team().body(second.order()).post("/v1/memberships").then().spec(problem(409, "no-place-left"));
        assertThat(held(hub)).isEqualTo(1);
        assertThat(strings("select state from pool_entry where application_id = '" + second.applicationId() + "'")).containsExactly("WAITING");
        assertThat(Facts.types("hubs.v1", second.applicationId())).isEmpty();
    }

    @Test
    void whenTheNearestIsFullTheNextBestIsTaken() {
        String near = openHub(programme, knownSchool(530_000, 184_000), 1);
        String far = openHub(programme, knownSchool(538_000, 184_000), 1);
        proposed(accepted(programme, 528_000, 184_000));
        team().body(accepted(programme, 528_000, 184_000).order()).post("/v1/memberships").then().statusCode(201)
                .body("hubId", equalTo(far)).body("explanation.others[0].hubId", equalTo(near)).body("explanation.others[0].obstacles", hasItem("FULL"));
    }

    @Test
    void announcedHubsTakeNobodyYet() {
        World.announcedHub(programme, knownSchool(530_000, 184_000), 3);
        team().body(accepted(programme, 528_000, 184_000).order()).post("/v1/memberships").then().spec(problem(409, "no-place-left"));
    }

    @Test
    void neitherTheSchoolsOwnHubNorOneOfItsTrustIsProposed() {
        String own = knownSchool(newUrn(), "OPEN", "4711", "H", 528_000, 184_000);
        openHub(programme, own, 5);
        openHub(programme, knownSchool(newUrn(), "OPEN", "4711", "H", 528_100, 184_000), 5);
        String far = openHub(programme, knownSchool(560_000, 184_000), 5);
        team().body(accepted(programme, own, "4711", "H", 528_000, 184_000).order()).post("/v1/memberships").then().statusCode(201).body("hubId", equalTo(far));
    }

    @Test
    void anOverrideIsExplainedWithWhatItOverrodeAndItsWordsStayOutOfTheJournal() {
        openHub(programme, knownSchool(530_000, 184_000), 5);
        String asked = openHub(programme, knownSchool(newUrn(), "OPEN", "4711", "H", 560_000, 184_000), 5);
        Applicant applicant = accepted(programme, newUrn(), "4711", "H", 528_000, 184_000);
        String id = team().body(applicant.order(asked, "They have worked together before.")).post("/v1/memberships").then().statusCode(201)
                .body("hubId", equalTo(asked)).body("explanation.basis", equalTo("OVERRIDE")).body("explanation.overridden", hasItem("LED_BY_ITS_TRUST"))
                .body("overrideReason", equalTo("They have worked together before.")).extract().path("id");
        assertThat(strings("select coalesce(payload::text, '') || coalesce(reason_code, '') from journal where aggregate_id = '" + id + "'"))
                .noneMatch(text -> text.contains("worked together")).anyMatch(text -> text.endsWith("OVERRIDE"));
        World.school(applicant.urn()).get("/v1/memberships/" + id).then().statusCode(200).body("overrideReason", nullValue());
    }

    @Test
    void anOverrideNeedsAReasonAndAPossibleHub() {
        String full = openHub(programme, knownSchool(530_000, 184_000), 0);
        String otherProgramme = openHub(newProgramme(), knownSchool(530_000, 184_000), 5);
        Applicant applicant = accepted(programme, 528_000, 184_000);
        team().body(applicant.order(full, null)).post("/v1/memberships").then().spec(problem(422, "override-without-reason")).body("errors.pointer", hasItem("/reason"));
        team().body(applicant.order(full, "   ")).post("/v1/memberships").then().spec(problem(422, "override-without-reason"));
        team().body(applicant.order(full, "Because.")).post("/v1/memberships").then().spec(problem(409, "hub-not-possible"));
        team().body(applicant.order(otherProgramme, "Because.")).post("/v1/memberships").then().spec(problem(422, "hub-not-known")).body("errors.pointer", hasItem("/hubId"));
        team().body("{\"applicationId\": \"%s\", \"reason\": \"Because.\"}".formatted(applicant.applicationId())).post("/v1/memberships")
                .then().spec(problem(422, "reason-without-override"));
        assertThat(strings("select state from pool_entry where application_id = '" + applicant.applicationId() + "'")).containsExactly("WAITING");
    }

    @Test
    void withoutCoordinatesTheRegionDecides() {
        openHub(programme, knownSchool(newUrn(), "OPEN", null, "B", 400_000, 500_000), 5);
        String sameRegion = openHub(programme, knownSchool(530_000, 184_000), 5);
        team().body(accepted(programme, newUrn(), null, "H", null, null).order()).post("/v1/memberships").then().statusCode(201)
                .body("hubId", equalTo(sameRegion)).body("explanation.basis", equalTo("REGION")).body("explanation.metres", nullValue());
    }

    @Test
    void withNeitherCoordinatesNorRegionAPersonIsAskedAndTheOverrideSettlesTheTask() {
        String hub = openHub(programme, knownSchool(530_000, 184_000), 5);
        Applicant applicant = accepted(programme, newUrn(), null, null, null, null);
        String task = "select state from task where kind = 'manual-placement' and application_id = '" + applicant.applicationId() + "'";
        assertThat(strings(task)).containsExactly("OPEN");
        team().body(applicant.order()).post("/v1/memberships").then().spec(problem(409, "location-unknown"));
        team().body(applicant.order(hub, "It is round the corner.")).post("/v1/memberships").then().statusCode(201);
        assertThat(strings(task)).containsExactly("SETTLED");
    }

    @Test
    void anApplicationThatIsNotInThePoolIsNotFound() {
        team().body("{\"applicationId\": \"0199f0c8-0000-7000-8000-00000000dead\"}").post("/v1/memberships").then().spec(problem(404, "not-found"));
    }
}
