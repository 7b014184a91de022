package org.schoolhubs.kit.parcel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class InboxTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static String want(String key, String label) {
        return Facts.send("hubs.v1", key, "ParcelWanted", "{\"label\": \"" + label + "\", \"anotherField\": true}").toString();
    }

    private static void awaitLabels(String prefix, String... labels) {
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select label from parcel where label like '" + prefix + "%' order by id")).containsExactly(labels));
    }

    private static void awaitLetters(String key, String... states) {
        await().atMost(SOON).untilAsserted(() ->
                assertThat(strings("select state from dead_letter where event_key = '" + key + "' order by record_offset")).containsExactly(states));
    }

    private static String operator() {
        return Tokens.person("olga").role("operator").token();
    }

    @Test
    void anEventHasItsEffectOnceHoweverOftenItComes() {
        String key = UUID.randomUUID().toString();
        Map<String, String> headers = Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "ParcelWanted", "ce_specversion", "1.0");
        for (int i = 0; i < 5; i++) {
            Facts.send("hubs.v1", key, headers, "{\"label\": \"once-" + key + "\"}");
        }
        want(key, "once-" + key + "-end");
        awaitLabels("once-" + key, "once-" + key, "once-" + key + "-end");
        assertThat(strings("select owner from parcel where label = 'once-" + key + "'")).containsExactly("system:kit-tests");
    }

    @Test
    void aTypeOfNoInterestIsPassedOver() {
        String key = UUID.randomUUID().toString();
        Facts.send("hubs.v1", key, "SomethingElse", "not even json");
        want(key, "after-" + key);
        awaitLabels("after-" + key, "after-" + key);
        assertThat(strings("select state from dead_letter where event_key = '" + key + "'")).isEmpty();
    }

    @Test
    void whatCameTooEarlyWaitsAndGoesOnByItselfInOrder() {
        String key = "early-" + UUID.randomUUID();
        ParcelEvents.MISSING.add(key);
        want(key, key + "-1");
        want(key, key + "-2");
        awaitLetters(key, "WAITING", "PARKED");
        assertThat(strings("select label from parcel where label like '" + key + "%'")).isEmpty();
        ParcelEvents.MISSING.remove(key);
        awaitLabels(key, key + "-1", key + "-2");
        awaitLetters(key, "APPLIED", "APPLIED");
    }

    @Test
    void poisonHoldsUpItsKeyOnlyAndGoesOnInOrderAfterReplay() {
        String key = "poison-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        ParcelEvents.BROKEN.add(key);
        want(key, key + "-1");
        want(key, key + "-2");
        want(other, other);
        awaitLetters(key, "DEAD", "PARKED");
        awaitLabels(other, other);
        assertThat(strings("select label from parcel where label like '" + key + "%'")).as("the failed effect was rolled back").isEmpty();

        String dead = given().auth().oauth2(operator()).queryParam("state", "DEAD").queryParam("limit", 500).get("/v1/dead-letters/kit")
                .then().statusCode(200).extract().jsonPath().getString("items.find { it.eventKey == '" + key + "' }.id");
        given().auth().oauth2(operator()).post("/v1/dead-letters/kit/" + dead + "/replay").then().spec(problem(409, "conflict"));
        awaitLetters(key, "DEAD", "PARKED");

        ParcelEvents.BROKEN.remove(key);
        given().auth().oauth2(operator()).post("/v1/dead-letters/kit/" + dead + "/replay").then().statusCode(200).body("state", equalTo("APPLIED"));
        awaitLabels(key, key + "-1", key + "-2");
        want(key, key + "-3");
        awaitLabels(key, key + "-1", key + "-2", key + "-3");
        given().auth().oauth2(operator()).post("/v1/dead-letters/kit/" + dead + "/replay").then().spec(problem(409, "conflict"));
    }

    @Test
    void anOperatorMayGiveUpOnAPoisonedEventAndTheRestGoesOn() {
        String key = "give-up-" + UUID.randomUUID();
        Facts.send("hubs.v1", key, "ParcelWanted", "{\"label\": 12");
        want(key, key + "-2");
        awaitLetters(key, "DEAD", "PARKED");
        String parked = strings("select id from dead_letter where event_key = '" + key + "' and state = 'PARKED'").get(0);
        given().auth().oauth2(operator()).post("/v1/dead-letters/kit/" + parked + "/discarding").then().spec(problem(409, "conflict"));
        String dead = strings("select id from dead_letter where event_key = '" + key + "' and state = 'DEAD'").get(0);
        given().auth().oauth2(operator()).post("/v1/dead-letters/kit/" + dead + "/discarding").then().statusCode(200).body("state", equalTo("DISCARDED"));
        awaitLabels(key, key + "-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                    | ParcelWanted | 1.0
            not-a-uuid                           | ParcelWanted | 1.0
            0199f0c8-0000-7000-8000-00000000aaaa | -            | 1.0
            0199f0c8-0000-7000-8000-00000000bbbb | ParcelWanted | 0.3
            """)
    void whatIsNoCloudEventIsKeptWithTheReason(String id, String type, String version) {
        String key = "malformed-" + UUID.randomUUID();
        Map<String, String> headers = new java.util.HashMap<>();
        headers.put("ce_specversion", version);
        if (id != null) {
            headers.put("ce_id", id);
        }
        if (type != null) {
            headers.put("ce_type", type);
        }
        Facts.send("hubs.v1", key, headers, "{}");
        awaitLetters(key, "DEAD");
    }

    @Test
    void deadLettersAreForOperators() {
        given().auth().oauth2(Tokens.person("pat").role("packer").token()).get("/v1/dead-letters/kit").then().spec(problem(403, "forbidden"));
        given().auth().oauth2(operator()).get("/v1/dead-letters/another").then().spec(problem(404, "not-found"));
        given().auth().oauth2(operator()).post("/v1/dead-letters/kit/0199f0c8-0000-7000-8000-000000000009/replay").then().spec(problem(404, "not-found"));
        given().auth().oauth2(operator()).queryParam("state", "LOST").get("/v1/dead-letters/kit").then().spec(problem(400, "invalid"));
    }

    private static List<String> strings(String sql) {
        try (Connection connection = SharedInfrastructure.asOwner(); ResultSet row = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
