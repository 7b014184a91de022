package org.schoolhubs.hubs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/**
 * What tests of this service need around it: callers, schools of the register, accepted applications, hubs. Everything a test makes is in a programme of its own,
 * so that tests do not see each other's hubs.
 */
public final class World {
    public static final Duration SOON = Duration.ofSeconds(20);
    public static final LocalDate COHORT_STARTS = LocalDate.of(2025, 11, 21);
    private static final AtomicInteger URNS = new AtomicInteger(300_000);
    private static final AtomicInteger PROGRAMMES = new AtomicInteger();

    private World() {
    }

    // callers

    public static RequestSpecification anonymous() {
        return given().contentType("application/json");
    }

    public static RequestSpecification team() {
        return as(Tokens.person("tess").role(Roles.PROGRAMME_TEAM));
    }

    public static RequestSpecification role(String role) {
        return as(Tokens.person(role + "-person").role(role));
    }

    public static RequestSpecification school(String urn) {
        return as(Tokens.person("head-" + urn).role(Roles.SCHOOL).organisation("urn:" + urn));
    }

    public static RequestSpecification trust(String uid) {
        return as(Tokens.person("ceo-" + uid).role(Roles.TRUST).organisation("uid:" + uid));
    }

    public static RequestSpecification as(Tokens token) {
        return given().auth().oauth2(token.token()).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString());
    }

    // names

    public static String newUrn() {
        return String.valueOf(URNS.incrementAndGet());
    }

    public static String newProgramme() {
        return "programme-" + PROGRAMMES.incrementAndGet();
    }

    // register

    /** An open secondary school in London that this service has heard of. */
    public static String knownSchool(int easting, int northing) {
        return knownSchool(newUrn(), "OPEN", null, "H", easting, northing);
    }

    public static String knownSchool(String urn, String status, String trustUid, String region, Integer easting, Integer northing) {
        registerSays(urn, "School " + urn, status, trustUid, region, easting, northing);
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select name from lead_school where urn = '" + urn + "'")).hasSize(1));
        return urn;
    }

    public static void registerSays(String urn, String name, String status, String trustUid, String region, Integer easting, Integer northing) {
        registerSays(urn, name, status, trustUid, region, easting, northing, null);
    }

    /** A school has closed, and another followed it; or none, or several. */
    public static UUID closed(String urn, String successor) {
        return registerSays(urn, "School " + urn, "CLOSED", null, "H", 528_159, 184_498, successor);
    }

    private static UUID registerSays(String urn, String name, String status, String trustUid, String region, Integer easting, Integer northing, String successor) {
        return Facts.send("schools.v1", urn, "SchoolUpdated", """
                {"urn": "%s", "ukprn": "10002938", "name": "%s", "status": "%s", "typeCode": "1", "phase": "SECONDARY", "provision": "MAINSTREAM", "laCode": "202",
                 "region": %s, "trustUid": %s, "easting": %s, "northing": %s, "pupils": 878, "successorUrn": %s}"""
                .formatted(urn, name, status, quoted(region), quoted(trustUid), easting, northing, quoted(successor)));
    }

    // hubs

    public static String hubBody(String programme, String leadUrn) {
        return """
                {"name": "Hub of %s", "programme": "%s", "leadUrn": "%s", "phases": ["SECONDARY"]}""".formatted(leadUrn, programme, leadUrn);
    }

    public static String preparedHub(String programme, String leadUrn) {
        return team().body(hubBody(programme, leadUrn)).post("/v1/hubs").then().statusCode(201).extract().path("id");
    }

    public static void dueDiligence(String hub) {
        act("/v1/hubs/" + hub, "due-diligence", team(), "{\"hasCapacityAndIsWilling\": true, \"noConflictOfInterest\": true, \"canBePaid\": true}");
    }

    public static void places(String hub, int places) {
        team().header("If-Match", etag("/v1/hubs/" + hub)).body("{\"places\": [{\"pathway\": \"core\", \"cohort\": \"2025-11\", \"places\": %d}]}".formatted(places))
                .put("/v1/hubs/" + hub + "/places").then().statusCode(200);
    }

    public static String announcedHub(String programme, String leadUrn, int places) {
        String hub = preparedHub(programme, leadUrn);
        dueDiligence(hub);
        places(hub, places);
        act("/v1/hubs/" + hub, "announcement", team(), null);
        return hub;
    }

    /** An open hub with places for core in 2025-11. */
    public static String openHub(String programme, String leadUrn, int places) {
        String hub = announcedHub(programme, leadUrn, places);
        act("/v1/hubs/" + hub, "opening", team(), null);
        return hub;
    }

    /** A POST on a resource with its current ETag, which must succeed. */
    public static Response act(String resource, String act, RequestSpecification caller, String body) {
        Response response = tryToAct(resource, act, caller, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    public static Response tryToAct(String resource, String act, RequestSpecification caller, String body) {
        RequestSpecification request = caller.header("If-Match", etag(resource));
        return (body == null ? request : request.body(body)).post(resource + "/" + act);
    }

    public static String etag(String resource) {
        return team().get(resource).then().statusCode(200).extract().header("ETag");
    }

    // applications

    /** An accepted school that waits in the pool. */
    public static Applicant accepted(String programme, int easting, int northing) {
        return accepted(programme, newUrn(), null, "H", easting, northing);
    }

    public static Applicant accepted(String programme, String urn, String trustUid, String region, Integer easting, Integer northing) {
        Applicant applicant = new Applicant(UUID.randomUUID().toString(), urn);
        sendAccepted(applicant, "PARTNER_SCHOOL", programme, trustUid, region, easting, northing);
        awaitPool(applicant.applicationId(), "WAITING");
        return applicant;
    }

    public static void sendAccepted(Applicant applicant, String kind, String programme, String trustUid, String region, Integer easting, Integer northing) {
        Facts.send("applications.v1", applicant.applicationId(), "ApplicationAccepted", acceptedPayload(applicant, kind, programme, trustUid, region, easting, northing));
    }

    public static String acceptedPayload(Applicant applicant, String kind, String programme, String trustUid, String region, Integer easting, Integer northing) {
        return """
                {"applicationId": "%s", "kind": "%s", "programme": "%s", "pathway": "core", "cohort": "2025-11", "cohortStartsOn": "2025-11-21",
                 "cohortEndsOn": "2026-11-20", "submittedAt": "2025-10-01T09:00:00Z", "acceptedOn": "2025-10-20", "selectionRank": null,
                 "partner": {"urn": "%s", "name": "Partner %s", "laCode": "202", "trustUid": %s, "phase": "SECONDARY", "provision": "MAINSTREAM", "region": %s,
                             "easting": %s, "northing": %s, "pupils": 878, "percentFsm": null, "urbanRural": "UN1"}}"""
                .formatted(applicant.applicationId(), kind, programme, applicant.urn(), applicant.urn(), quoted(trustUid), quoted(region), easting, northing);
    }

    public static void sendWithdrawn(String applicationId, LocalDate effectiveOn) {
        Facts.send("applications.v1", applicationId, "ApplicationWithdrawn",
                "{\"applicationId\": \"%s\", \"effectiveOn\": \"%s\", \"reasonCode\": \"no-longer-needed\"}".formatted(applicationId, effectiveOn));
    }

    /** The school of an application was followed by another. */
    public static UUID sendPassedOn(Applicant applicant, String successor) {
        return Facts.send("applications.v1", applicant.applicationId(), "ApplicationPassedToSuccessor", """
                {"applicationId": "%s", "kind": "PARTNER_SCHOOL", "fromUrn": "%s", "toUrn": "%s", "toName": "Successor", "linkKind": "REPLACEMENT", "effectiveOn": "2026-08-31",
                 "partner": {"urn": "%s", "name": "Successor", "laCode": "203", "trustUid": "2854", "phase": "SECONDARY", "provision": "MAINSTREAM", "region": "J",
                             "easting": 530001, "northing": 184001, "pupils": 900, "percentFsm": null, "urbanRural": "UN1"}}"""
                .formatted(applicant.applicationId(), applicant.urn(), successor, successor));
    }

    public static void awaitPool(String applicationId, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select state from pool_entry where application_id = '" + applicationId + "'")).containsExactly(state));
    }

    /**
     * A school that applied.
     *
     * @param applicationId its application
     * @param urn           its URN
     */
    public record Applicant(String applicationId, String urn) {
        public String order() {
            return "{\"applicationId\": \"%s\"}".formatted(applicationId);
        }

        public String order(String hub, String reason) {
            return "{\"applicationId\": \"%s\", \"hubId\": \"%s\", \"reason\": %s}".formatted(applicationId, hub, quoted(reason));
        }
    }

    // memberships

    public static String proposed(Applicant applicant) {
        return team().body(applicant.order()).post("/v1/memberships").then().statusCode(201).extract().path("id");
    }

    public static String confirmed(Applicant applicant) {
        String membership = proposed(applicant);
        act("/v1/memberships/" + membership, "confirmation", team(), null);
        return membership;
    }

    public static String active(Applicant applicant, String leadUrn) {
        String membership = confirmed(applicant);
        act("/v1/memberships/" + membership, "lead-acceptance", school(leadUrn), null);
        return membership;
    }

    public static UUID sendPlanCompleted(Applicant applicant, String membership, LocalDate effectiveOn) {
        return Facts.send("support.v1", applicant.applicationId(), "PlanCompleted", """
                {"planId": "%s", "applicationId": "%s", "membershipId": "%s", "state": "COMPLETED", "effectiveOn": "%s", "reasonCode": null}"""
                .formatted(UUID.randomUUID(), applicant.applicationId(), membership, effectiveOn));
    }

    public static String state(String membership) {
        return team().get("/v1/memberships/" + membership).then().statusCode(200).extract().path("state");
    }

    public static void awaitState(String membership, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(state(membership)).isEqualTo(state));
    }

    // database

    public static int held(String hub) {
        return strings("select held from hub_place where hub_id = '" + hub + "'").stream().mapToInt(Integer::parseInt).sum();
    }

    public static int liveMemberships(String hub) {
        return Integer.parseInt(strings("select count(*) from membership where hub_id = '" + hub + "' and state in ('PROPOSED', 'CONFIRMED', 'ACTIVE')").get(0));
    }

    public static List<String> strings(String sql) {
        try (Connection connection = SharedInfrastructure.asApplication(); ResultSet row = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Rows of everything that a refused request must leave alone. */
    public static Map<String, String> everything() {
        return Map.of("hubs", strings("select count(*) || ':' || coalesce(sum(version), 0) from hub").get(0),
                "places", strings("select coalesce(sum(places), 0) || ':' || coalesce(sum(held), 0) from hub_place").get(0),
                "memberships", strings("select count(*) || ':' || coalesce(sum(version), 0) from membership").get(0),
                "pool", strings("select count(*) || ':' || coalesce(sum(version), 0) from pool_entry").get(0),
                "journal", strings("select count(*) from journal").get(0));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
