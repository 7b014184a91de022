package org.schoolhubs.hubs.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.hubs.World.SOON;
import static org.schoolhubs.hubs.World.act;
import static org.schoolhubs.hubs.World.awaitPool;
import static org.schoolhubs.hubs.World.dueDiligence;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.registerSays;
import static org.schoolhubs.hubs.World.school;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.strings;
import static org.schoolhubs.hubs.World.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.hubs.World;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** What an accepted application becomes here, by its kind. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class AcceptedKindsTest {
    private final String programme = newProgramme();
    private final String application = UUID.randomUUID().toString();

    private String lead(String kind, String urn, String trust) {
        return """
                {"applicationId": "%s", "kind": "%s", "programme": "%s", "pathway": null, "cohort": null, "cohortStartsOn": null, "cohortEndsOn": null,
                 "submittedAt": "2025-10-01T09:00:00Z", "acceptedOn": "2025-10-20", "selectionRank": null, "partner": null, "trust": %s, "schools": [],
                 "extendedPlanUrn": null, "lead": {"urn": "%s", "name": "Northgate School", "region": "H", "phases": ["SECONDARY", "PRIMARY"], "places": 6}}"""
                .formatted(application, kind, programme, trust, urn);
    }

    private void accepted(String payload) {
        Facts.send("applications.v1", application, "ApplicationAccepted", payload);
    }

    private String hub() {
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select id from hub where application_id = '%s'".formatted(application))).hasSize(1));
        return strings("select id from hub where application_id = '%s'".formatted(application)).get(0);
    }

    private static List<String> openTasks(String subject) {
        return strings("select kind from task where subject_id = '%s' and state = 'OPEN'".formatted(subject));
    }

    /** A later event of the same key: once it is settled, those before it are. */
    private void awaitAllOfItsKey() {
        UUID last = Facts.send("applications.v1", application, "ApplicationWithdrawn",
                "{\"applicationId\": \"%s\", \"effectiveOn\": \"2025-11-01\", \"reasonCode\": \"OTHER\"}".formatted(application));
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select event_id from inbox where event_id = '%s'".formatted(last))).hasSize(1));
    }

    @Test
    void ofALeadSchoolAHubIsPreparedOnceHoweverOftenTheAcceptanceComes() {
        String urn = knownSchool(530_000, 184_000);
        accepted(lead("LEAD_SCHOOL", urn, "null"));
        accepted(lead("LEAD_SCHOOL", urn, "null"));
        String hub = hub();
        team().get("/v1/hubs/" + hub).then().statusCode(200).body("state", equalTo("PREPARING")).body("programme", equalTo(programme)).body("leadUrn", equalTo(urn))
                .body("leadTrustUid", nullValue()).body("phases", equalTo(List.of("PRIMARY", "SECONDARY"))).body("provisions", hasSize(0)).body("region", equalTo("H"))
                .body("name", equalTo("Hub of Northgate School")).body("leadApplication.applicationId", equalTo(application))
                .body("leadApplication.placesWished", equalTo(6)).body("places", hasSize(0));
        school(urn).get("/v1/hubs/" + hub).then().statusCode(200).body("leadApplication", nullValue());
        school(newUrn()).get("/v1/hubs/" + hub).then().statusCode(404);
        awaitAllOfItsKey();
        assertThat(strings("select count(*) from hub where programme = '%s'".formatted(programme))).containsExactly("1");
        assertThat(Facts.types("hubs.v1", hub)).containsExactly("HubPrepared");
    }

    @Test
    void ofALeadTrustTheHubIsLedByTheSchoolItNamed() {
        String urn = knownSchool(530_000, 184_000);
        accepted(lead("LEAD_TRUST", urn, "{\"uid\": \"2854\", \"name\": \"Camden Schools Trust\"}"));
        team().get("/v1/hubs/" + hub()).then().statusCode(200).body("leadUrn", equalTo(urn)).body("leadTrustUid", equalTo("2854"))
                .body("name", equalTo("Hub of Camden Schools Trust"));
    }

    @Test
    void theHubWaitsForTheRegisterToTellOfItsLeadSchool() {
        String urn = newUrn();
        accepted(lead("LEAD_SCHOOL", urn, "null"));
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select state from dead_letter where event_key = '%s'".formatted(application))).containsExactly("WAITING"));
        registerSays(urn, "School " + urn, "OPEN", null, "H", 530_000, 184_000);
        assertThat(hub()).isNotNull();
    }

    @Test
    void dueDiligenceIsAskedForAndSettledByRecordingItWhole() {
        accepted(lead("LEAD_SCHOOL", knownSchool(530_000, 184_000), "null"));
        String hub = hub();
        assertThat(openTasks(hub)).containsExactly("due-diligence");
        act("/v1/hubs/" + hub, "due-diligence", team(), "{\"hasCapacityAndIsWilling\": true, \"noConflictOfInterest\": true, \"canBePaid\": false}");
        assertThat(openTasks(hub)).containsExactly("due-diligence");
        dueDiligence(hub);
        assertThat(openTasks(hub)).isEmpty();
    }

    @Test
    void aLeadThatGivesUpIsPutToAPersonUntilItsHubIsClosed() {
        accepted(lead("LEAD_SCHOOL", knownSchool(530_000, 184_000), "null"));
        String hub = hub();
        sendWithdrawn(application, LocalDate.of(2025, 11, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks(hub)).containsExactlyInAnyOrder("due-diligence", "lead-withdrawn"));
        act("/v1/hubs/" + hub, "closure", team(), "{\"reasonCode\": \"OTHER\"}");
        assertThat(openTasks(hub)).isEmpty();
    }

    @Test
    void anInvitedSchoolIsPooledWithItsRank() {
        Applicant invited = new Applicant(application, newUrn());
        accepted(World.acceptedPayload(invited, "INVITED_SCHOOL", programme, null, "H", 528_000, 184_000).replace("\"selectionRank\": null", "\"selectionRank\": 12"));
        awaitPool(application, "WAITING");
        team().queryParam("applicationId", application).get("/v1/pool").then().body("items[0].selectionRank", equalTo(12));
    }

    @Test
    void aTrustIsPlacedByHandAndNoLongerOnceItWithdraws() {
        accepted("""
                {"applicationId": "%s", "kind": "PARTNER_TRUST", "programme": "%s", "pathway": "multi-school", "cohort": "2025-11", "partner": null,
                 "trust": {"uid": "2854", "name": "Camden Schools Trust"}, "schools": []}""".formatted(application, programme));
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks(application)).containsExactly("trust-placement"));
        team().queryParam("programme", programme).get("/v1/pool").then().body("items", hasSize(0));
        sendWithdrawn(application, LocalDate.of(2025, 11, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(openTasks(application)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAD_SCHOOL", "LEAD_TRUST"})
    void anAcceptedLeadWithoutALeadGoesToTheDeadLetters(String kind) {
        accepted("{\"applicationId\": \"%s\", \"kind\": \"%s\", \"programme\": \"%s\"}".formatted(application, kind, programme));
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select state from dead_letter where event_key = '%s'".formatted(application))).containsExactly("DEAD"));
    }
}
