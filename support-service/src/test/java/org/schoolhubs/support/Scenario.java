package org.schoolhubs.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** One school in one hub and what is said of it: each scenario has its own application, school, trust, hub and lead, so tests do not meet. */
public final class Scenario {
    static final Duration SOON = Duration.ofSeconds(40);
    private static final AtomicInteger NEXT = new AtomicInteger(200_000);

    public final UUID applicationId = UUID.randomUUID();
    public final UUID membershipId = UUID.randomUUID();
    public UUID hubId = UUID.randomUUID();
    public final String urn = String.valueOf(NEXT.incrementAndGet());
    public String leadUrn = String.valueOf(NEXT.incrementAndGet());
    public final String trustUid = String.valueOf(NEXT.incrementAndGet());
    public String programme = "behaviour-hubs";
    public String pathway = "core";
    public String laCode = "203";
    public String startsOn = "2025-11-21";
    public String endsOn = "2026-11-20";

    /** Waits until the plan is open. */
    public static Scenario withPlan() {
        var scenario = new Scenario();
        scenario.activate();
        scenario.planId();
        return scenario;
    }

    public static void nationalCalendar(String year, String... terms) {
        calendar(null, year, terms);
    }

    /** @param terms each "AUTUMN start halfTermStart halfTermEnd end" */
    public static void calendar(String laCode, String year, String... terms) {
        var written = new ArrayList<String>();
        for (var term : terms) {
            var part = term.split(" ");
            written.add("{\"term\": \"%s\", \"startsOn\": \"%s\", \"halfTermStartsOn\": \"%s\", \"halfTermEndsOn\": \"%s\", \"endsOn\": \"%s\"}"
                    .formatted((Object[]) part));
        }
        Facts.send("calendars.v1", (laCode == null ? "national" : laCode) + ":" + year, "TermCalendarUpdated",
                "{\"laCode\": %s, \"academicYear\": \"%s\", \"terms\": %s}".formatted(quoted(laCode), year, written));
    }

    /** The national terms of 2025/26 and 2026/27, as often as it is asked for. */
    public static void nationalCalendars() {
        nationalCalendar("2025/26", "AUTUMN 2025-09-01 2025-10-27 2025-10-31 2025-12-19", "SPRING 2026-01-05 2026-02-16 2026-02-20 2026-03-27",
                "SUMMER 2026-04-13 2026-05-25 2026-05-29 2026-07-21");
        nationalCalendar("2026/27", "AUTUMN 2026-09-01 2026-10-26 2026-10-30 2026-12-18", "SPRING 2027-01-04 2027-02-15 2027-02-19 2027-03-24",
                "SUMMER 2027-04-12 2027-05-31 2027-06-04 2027-07-21");
    }

    /** Says that the membership is active. */
    public UUID activate() {
        return Facts.send("hubs.v1", applicationId.toString(), "MembershipActivated", membership("ACTIVE", "2025-12-01", null));
    }

    /** Says that the school withdrew. */
    public UUID withdraw(String effectiveOn) {
        return Facts.send("hubs.v1", applicationId.toString(), "MembershipWithdrawn", membership("WITHDRAWN", effectiveOn, "school-decision"));
    }

    public String membership(String state, String effectiveOn, String reasonCode) {
        return """
                {"membershipId": "%s", "applicationId": "%s", "hubId": "%s", "hubName": "North London hub", "leadUrn": "%s", "state": "%s", "programme": "%s",
                 "pathway": "%s", "cohort": "2025-11", "cohortStartsOn": "%s", "cohortEndsOn": "%s", "urn": "%s", "schoolName": "Haverstock School",
                 "laCode": "%s", "trustUid": "%s", "acceptedOn": "2025-11-10", "effectiveOn": "%s", "reasonCode": %s}"""
                .formatted(membershipId, applicationId, hubId, leadUrn, state, programme, pathway, startsOn, endsOn, urn, laCode, trustUid, effectiveOn,
                        quoted(reasonCode));
    }

    /** Waits until there is a plan, and gives its id. */
    public String planId() {
        return await().atMost(SOON).until(() -> team().queryParam("applicationId", applicationId).get("/v1/plans").jsonPath().getString("items[0].id"),
                id -> id != null);
    }

    public Response plan() {
        return team().get("/v1/plans/" + planId());
    }

    /** Waits until the plan is in a state. */
    public void awaitState(String state) {
        await().atMost(SOON).untilAsserted(() -> Assertions.assertThat(plan().jsonPath().getString("state")).isEqualTo(state));
    }

    /** Waits until everything sent so far for this application has had its effect or was kept for later. */
    public void awaitHandled(UUID eventId) {
        await().atMost(SOON).until(() -> !strings("select 1 from inbox where event_id = '%s'".formatted(eventId)).isEmpty());
    }

    public String etag() {
        return plan().header("ETag");
    }

    public String activity(String code) {
        return plan().jsonPath().getString("activities.find { it.code == '%s' }.id".formatted(code));
    }

    public List<String> published() {
        return Facts.types("support.v1", applicationId);
    }

    /** A change with the plan's present ETag and a fresh key. */
    public Response post(RequestSpecification who, String path, String body) {
        return send(who.header("If-Match", etag()), path, body);
    }

    public Response completeActivity(RequestSpecification who, String code, String body) {
        return post(who, "/activities/" + activity(code) + "/completion", body);
    }

    public Response send(RequestSpecification who, String path, String body) {
        return who.header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/v1/plans/" + planId() + path);
    }

    /** Settles every mandatory activity: those of the first term done on {@code day}, all others waived. */
    public void settleAllMandatory(String day) {
        List<Map<String, Object>> activities = plan().jsonPath().getList("activities");
        for (var activity : activities) {
            var path = "/activities/" + activity.get("id");
            if ("induction".equals(activity.get("code"))) {
                post(partner(), path + "/completion", "{\"completedOn\": \"%s\"}".formatted(day)).then().statusCode(200);
            } else if (Boolean.TRUE.equals(activity.get("mandatory"))) {
                post(team(), path + "/waiver", "{\"reasonCode\": \"DONE_ELSEWHERE\", \"text\": \"Done with the trust.\"}").then().statusCode(200);
            }
        }
    }

    public RequestSpecification partner() {
        return as(Tokens.person("partner-" + urn).role("school").organisation("urn:" + urn));
    }

    public RequestSpecification trust() {
        return as(Tokens.person("trust-" + trustUid).role("trust").organisation("uid:" + trustUid));
    }

    public RequestSpecification lead() {
        return as(Tokens.person("lead-" + leadUrn).role("school").organisation("urn:" + leadUrn));
    }

    public static RequestSpecification team() {
        return as(Tokens.person("team").role("programme-team"));
    }

    public static RequestSpecification with(String role) {
        return as(Tokens.person("some-" + role).role(role));
    }

    public static RequestSpecification as(Tokens token) {
        return given().auth().oauth2(token.token()).contentType("application/json");
    }

    public static List<String> strings(String sql) {
        try (Connection connection = SharedInfrastructure.asOwner(); ResultSet row = connection.createStatement().executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
