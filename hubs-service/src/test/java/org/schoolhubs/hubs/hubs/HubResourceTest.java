package org.schoolhubs.hubs.hubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.act;
import static org.schoolhubs.hubs.World.announcedHub;
import static org.schoolhubs.hubs.World.anonymous;
import static org.schoolhubs.hubs.World.dueDiligence;
import static org.schoolhubs.hubs.World.etag;
import static org.schoolhubs.hubs.World.hubBody;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.places;
import static org.schoolhubs.hubs.World.preparedHub;
import static org.schoolhubs.hubs.World.proposed;
import static org.schoolhubs.hubs.World.registerSays;
import static org.schoolhubs.hubs.World.school;
import static org.schoolhubs.hubs.World.team;
import static org.schoolhubs.hubs.World.tryToAct;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.hubs.World;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class HubResourceTest {
    private static final String CLOSURE = "{\"reasonCode\": \"PROGRAMME_ENDED\"}";
    private final String programme = newProgramme();

    private static String path(String hub) {
        return "/v1/hubs/" + hub;
    }

    @Test
    void aHubLivesFromPreparationToClosureAndSaysSo() {
        String lead = knownSchool(530_000, 184_000);
        String hub = openHub(programme, lead, 3);
        act(path(hub), "closure", team(), CLOSURE).then().body("state", equalTo("CLOSED")).body("closureReason", equalTo("PROGRAMME_ENDED"));
        assertThat(Facts.types("hubs.v1", hub)).containsExactly("HubPrepared", "HubAnnounced", "HubOpened", "HubClosed");
        var opened = JsonPath.from(Facts.published("hubs.v1", hub).get(2).payload());
        assertThat(opened.getString("hubId")).isEqualTo(hub);
        assertThat(opened.getString("leadUrn")).isEqualTo(lead);
        assertThat(opened.getString("state")).isEqualTo("OPEN");
        assertThat(opened.getList("phases")).isEqualTo(List.of("SECONDARY"));
        team().get(path(hub) + "/history").then().statusCode(200)
                .body("type", contains("HubPrepared", "HubDueDiligenceRecorded", "HubPlacesSet", "HubAnnounced", "HubOpened", "HubClosed"))
                .body("reasonCode", hasItem("PROGRAMME_ENDED")).body("version", contains(0, 1, 2, 3, 4, 5));
        school(lead).get(path(hub) + "/history").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "PROPOSED_TO_OPEN"})
    void aSchoolThatIsNotOpenLeadsNoHub(String status) {
        String urn = knownSchool(newUrn(), status, null, "H", 530_000, 184_000);
        team().body(hubBody(programme, urn)).post("/v1/hubs").then().spec(problem(422, "lead-not-known")).body("errors.pointer", hasItem("/leadUrn"));
    }

    @Test
    void aSchoolThatTheRegisterHasNotToldOfLeadsNoHubAndOneProposedToCloseDoes() {
        team().body(hubBody(programme, newUrn())).post("/v1/hubs").then().spec(problem(422, "lead-not-known"));
        preparedHub(programme, knownSchool(newUrn(), "OPEN_PROPOSED_TO_CLOSE", null, "H", 530_000, 184_000));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            true  | true  | false | canBePaid
            true  | false | true  | noConflictOfInterest
            false | true  | true  | hasCapacityAndIsWilling
            false | false | false | hasCapacityAndIsWilling, noConflictOfInterest, canBePaid
            """)
    void announcingIsRefusedNamingWhatDueDiligenceLacks(boolean capacity, boolean conflictFree, boolean payable, String missing) {
        String hub = preparedHub(programme, knownSchool(530_000, 184_000));
        act(path(hub), "due-diligence", team(), "{\"hasCapacityAndIsWilling\": %s, \"noConflictOfInterest\": %s, \"canBePaid\": %s}".formatted(capacity, conflictFree, payable));
        tryToAct(path(hub), "announcement", team(), null).then().spec(problem(409, "due-diligence-incomplete")).body("detail", containsString("confirm: " + missing + "."));
        team().get(path(hub)).then().body("actions.find { it.name == 'announcement' }.allowed", equalTo(false))
                .body("actions.find { it.name == 'announcement' }.code", equalTo("due-diligence-incomplete"));
    }

    @Test
    void theDirectoryShowsAnnouncedAndOpenHubsToEverybodyWithThePlacesLeft() {
        String preparing = preparedHub(programme, knownSchool(530_000, 184_000));
        String announced = announcedHub(programme, knownSchool(530_000, 184_000), 2);
        String lead = knownSchool(530_000, 184_000);
        String open = openHub(programme, lead, 3);
        String closed = openHub(programme, knownSchool(530_000, 184_000), 1);
        act(path(closed), "closure", team(), CLOSURE);
        proposed(accepted(programme, 528_000, 184_000));

        anonymous().queryParam("programme", programme).get("/v1/hubs").then().statusCode(200).body("items.id", contains(announced, open))
                .body("items[1].leadName", equalTo("School " + lead)).body("items[1].places[0].places", equalTo(3)).body("items[1].places[0].left", equalTo(2))
                .body("items[1].dueDiligence", nullValue()).body("items[1].region", equalTo("H"));
        for (String role : List.of(Roles.SCHOOL, Roles.TRUST, Roles.OPERATOR)) {
            World.role(role).queryParam("programme", programme).get("/v1/hubs").then().body("items.id", contains(announced, open));
        }
        for (String role : List.of(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR)) {
            World.role(role).queryParam("programme", programme).get("/v1/hubs").then().body("items.id", contains(preparing, announced, open, closed));
        }
        anonymous().get(path(preparing)).then().spec(problem(404, "not-found"));
        anonymous().get(path(closed)).then().spec(problem(404, "not-found"));
        anonymous().get(path(open)).then().statusCode(200).body("actions", empty()).body("dueDiligence", nullValue());
        school(newUrn()).get(path(open) + "/history").then().spec(problem(404, "not-found"));
        anonymous().queryParam("programme", programme).queryParam("state", "PREPARING").get("/v1/hubs").then().body("items", empty());
    }

    @Test
    void aLeadSeesItsHubWhileItIsPrepared() {
        String lead = knownSchool(530_000, 184_000);
        String hub = preparedHub(programme, lead);
        school(lead).get(path(hub)).then().statusCode(200).body("state", equalTo("PREPARING"));
        school(newUrn()).get(path(hub)).then().spec(problem(404, "not-found"));
    }

    @Test
    void placesAreNeverSetBelowWhatIsHeld() {
        String hub = openHub(programme, knownSchool(530_000, 184_000), 3);
        proposed(accepted(programme, 528_000, 184_000));
        proposed(accepted(programme, 528_000, 184_000));
        for (String body : List.of("{\"places\": [{\"pathway\": \"extended\", \"cohort\": \"2025-11\", \"places\": 1}, {\"pathway\": \"core\", \"cohort\": \"2025-11\", \"places\": 1}]}",
                "{\"places\": []}")) {
            team().header("If-Match", etag(path(hub))).body(body).put(path(hub) + "/places").then().spec(problem(409, "places-below-held"));
        }
        team().get(path(hub)).then().body("places", hasSize(1)).body("places[0].places", equalTo(3)).body("places[0].left", equalTo(1));
        places(hub, 2);
        team().get(path(hub)).then().body("places[0].left", equalTo(0));
    }

    @Test
    void aPathwayAndCohortIsNamedOnce() {
        String hub = preparedHub(programme, knownSchool(530_000, 184_000));
        String item = "{\"pathway\": \"core\", \"cohort\": \"2025-11\", \"places\": 1}";
        team().header("If-Match", etag(path(hub))).body("{\"places\": [" + item + "," + item + "]}").put(path(hub) + "/places")
                .then().spec(problem(422, "places-twice")).body("errors.pointer", hasItem("/places/1"));
    }

    @Test
    void whatIsLeftOutOffersNoPlacesAnyMore() {
        String hub = announcedHub(programme, knownSchool(530_000, 184_000), 3);
        team().header("If-Match", etag(path(hub))).body("{\"places\": [{\"pathway\": \"extended\", \"cohort\": \"2026-01\", \"places\": 2}]}").put(path(hub) + "/places")
                .then().statusCode(200).body("places.pathway", contains("core", "extended")).body("places.places", contains(0, 2));
    }

    @Test
    void aHubWithMembersIsNotClosed() {
        String hub = openHub(programme, knownSchool(530_000, 184_000), 3);
        proposed(accepted(programme, 528_000, 184_000));
        tryToAct(path(hub), "closure", team(), CLOSURE).then().spec(problem(409, "hub-has-members"));
        team().get(path(hub)).then().body("state", equalTo("OPEN")).body("places[0].places", equalTo(3));
    }

    @ParameterizedTest(name = "{1} of a hub that is {0}")
    @CsvSource({"PREPARING, opening", "ANNOUNCED, due-diligence", "ANNOUNCED, announcement", "OPEN, due-diligence", "OPEN, announcement", "OPEN, opening",
            "CLOSED, due-diligence", "CLOSED, announcement", "CLOSED, opening", "CLOSED, closure"})
    void impossibleTransitionsAreRefused(HubState state, String act) {
        String lead = knownSchool(530_000, 184_000);
        String hub = switch (state) {
            case PREPARING -> preparedHub(programme, lead);
            case ANNOUNCED -> announcedHub(programme, lead, 1);
            case OPEN, CLOSED -> openHub(programme, lead, 1);
        };
        if (state == HubState.CLOSED) {
            act(path(hub), "closure", team(), CLOSURE);
        }
        String body = switch (act) {
            case "due-diligence" -> "{\"hasCapacityAndIsWilling\": true, \"noConflictOfInterest\": true, \"canBePaid\": true}";
            case "closure" -> CLOSURE;
            default -> null;
        };
        var before = World.everything();
        tryToAct(path(hub), act, team(), body).then().spec(problem(409, "transition-impossible"));
        assertThat(World.everything()).isEqualTo(before);
    }

    @Test
    void aClosedHubHasNoPlacesToSet() {
        String hub = openHub(programme, knownSchool(530_000, 184_000), 1);
        act(path(hub), "closure", team(), CLOSURE);
        team().header("If-Match", etag(path(hub))).body("{\"places\": []}").put(path(hub) + "/places").then().spec(problem(409, "hub-closed"));
    }

    @Test
    void whatTheDirectoryShowsMovesUpdatedSince() {
        String lead = knownSchool(530_000, 184_000);
        String hub = openHub(programme, lead, 3);
        String before = watermark();
        anonymous().queryParam("programme", programme).queryParam("updatedSince", before).get("/v1/hubs").then().statusCode(200).body("items", empty());
        proposed(accepted(programme, 528_000, 184_000));
        await().atMost(World.SOON).untilAsserted(() -> anonymous().queryParam("programme", programme).queryParam("updatedSince", before).get("/v1/hubs")
                .then().body("items.id", contains(hub)).body("items[0].places[0].left", equalTo(2)));
        String later = watermark();
        registerSays(lead, "Renamed School", "OPEN", null, "H", 530_000, 184_000);
        await().atMost(World.SOON).untilAsserted(() -> anonymous().queryParam("programme", programme).queryParam("updatedSince", later).get("/v1/hubs")
                .then().body("items.leadName", contains("Renamed School")));
    }

    /** A watermark behind which everything done so far lies. */
    private String watermark() {
        String now = Instant.now().toString();
        await().atMost(World.SOON).until(() -> anonymous().get("/v1/hubs?limit=1").then().extract().<String>path("watermark").compareTo(now) > 0);
        return anonymous().get("/v1/hubs?limit=1").path("watermark");
    }

    @Test
    void theListIsReadPageByPageWithoutRepeatsOrGaps() {
        List<String> made = List.of(announcedHub(programme, knownSchool(1, 1), 1), announcedHub(programme, knownSchool(1, 1), 1), announcedHub(programme, knownSchool(1, 1), 1));
        var first = anonymous().queryParam("programme", programme).queryParam("limit", 2).get("/v1/hubs").then().statusCode(200).body("items.id", contains(made.get(0), made.get(1)));
        anonymous().queryParam("programme", programme).queryParam("limit", 2).queryParam("after", first.extract().<String>path("next")).get("/v1/hubs")
                .then().body("items.id", contains(made.get(2))).body("next", nullValue());
    }

    @Test
    void dueDiligenceRecordedTwiceTheSameIsTwoFindings() {
        String hub = preparedHub(programme, knownSchool(530_000, 184_000));
        dueDiligence(hub);
        dueDiligence(hub);
        team().get(path(hub)).then().header("ETag", equalTo("\"2\"")).body("dueDiligence.canBePaid", equalTo(true));
        World.role(Roles.TRUST).get(path(hub)).then().spec(problem(404, "not-found"));
        anonymous().get("/v1/hubs").then().body("items.id", not(hasItem(hub)));
    }
}
