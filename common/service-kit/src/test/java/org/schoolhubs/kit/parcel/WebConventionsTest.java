package org.schoolhubs.kit.parcel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class WebConventionsTest {
    private static final String BODY = "{\"label\": {\"text\": \"books\"}, \"weight\": 3}";

    private static RequestSpecification packer(String subject) {
        return given().auth().oauth2(Tokens.person(subject).role("packer").token()).contentType("application/json");
    }

    private static RequestSpecification packer() {
        return packer("pat");
    }

    private static Response pack(String subject) {
        return packer(subject).header("Idempotency-Key", UUID.randomUUID().toString()).body(BODY).post("/v1/parcels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/parcels", "//v1/parcels", "/v1//parcels", "/x/../v1/parcels"})
    void noWayOfWritingThePathLeadsPastTheRulesOfAnswers(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path)).header("Authorization", "Bearer " + Tokens.person("pat").role("school").token())
                .build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aCreatedResourceComesWithLocationAndEtag() {
        Response created = pack("pat");
        created.then().statusCode(201).header("ETag", "\"0\"").header("Location", containsString("/v1/parcels/")).header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff").body("state", equalTo("OPEN")).body("changedAt", matchesPattern("20.*Z"));
    }

    @Test
    void aChangeNeedsTheEtagThatWasReadAndRaisesIt() {
        String id = pack("pat").path("id");
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).post("/v1/parcels/" + id + "/sealing").then().spec(problem(428, "if-match-required"));
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "0").post("/v1/parcels/" + id + "/sealing")
                .then().spec(problem(400, "if-match-invalid"));
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"7\"").post("/v1/parcels/" + id + "/sealing")
                .then().spec(problem(412, "stale"));
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"").post("/v1/parcels/" + id + "/sealing")
                .then().statusCode(200).header("ETag", "\"1\"").body("state", equalTo("SEALED"));
        packer().get("/v1/parcels/" + id).then().header("ETag", "\"1\"");
    }

    @Test
    void anImpossibleTransitionSaysWhatIsPossibleAndChangesNothing() {
        String id = pack("pat").path("id");
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"").post("/v1/parcels/" + id + "/dispatch")
                .then().spec(problem(409, "transition-impossible")).body("detail", containsString("SEAL"));
        packer().get("/v1/parcels/" + id + "/history").then().body("type", equalTo(List.of("ParcelPacked")));
    }

    @Test
    void anotherOnesObjectIsNotThereExactlyLikeOneThatDoesNotExist() {
        String id = pack("pat").path("id");
        String unknown = "0199f0c8-0000-7000-8000-000000000001";
        Response hidden = packer("mallory").get("/v1/parcels/" + id);
        Response missing = packer("mallory").get("/v1/parcels/" + unknown);
        hidden.then().spec(problem(404, "not-found"));
        assertThat(hidden.jsonPath().getString("detail").replace(id, "ID")).isEqualTo(missing.jsonPath().getString("detail").replace(unknown, "ID"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"label"                                            | 400 | malformed-json | null
            {"label": {"text": "a"}, "weight": 3, "colour": 1}  | 400 | unknown-field  | /colour
            {"label": {"txt": "a"}, "weight": 3}                | 400 | unknown-field  | /label/txt
            {"label": {"text": "a"}, "weight": "heavy"}         | 400 | wrong-type     | /weight
            {"label": [], "weight": 3}                          | 400 | wrong-type     | /label
            {"label": {"text": ""}, "weight": 3}                | 400 | invalid        | /label/text
            {"label": {"text": "12345678901"}, "weight": 3}     | 400 | invalid        | /label/text
            {"weight": 3}                                       | 400 | invalid        | /label
            {"label": {"text": "a"}, "weight": 101}             | 400 | invalid        | /weight
            {"label": {"text": "a\\u0000"}, "weight": 3}       | 400 | invalid        | /label/text
            {"label": {"text": "a\\udc00"}, "weight": 3}       | 400 | invalid        | /label/text
            {"label": {"text": "a\\u202e"}, "weight": 3}       | 400 | invalid        | /label/text
            {"label": {"text": 12}, "weight": 3}                | 400 | wrong-type     | /label/text
            {"label": {"text": "a"}, "weight": 3.9}             | 400 | wrong-type     | /weight
            {"label": {"text": "a"}, "weight": "3"}             | 400 | wrong-type     | /weight
            {"label": {"text": "a"}, "weight": 3, "weight": 4}  | 400 | malformed-json | null
            {"label": {"text": "a"}, "weight": 3} more          | 400 | malformed-json | null
            {"label": {"text": "a"}, "weight": 2147483648}      | 400 | wrong-type     | null
            {"label": {"text": "a"}, "weight": 3, "on": "+999999999-12-31"} | 400 | invalid | /on
            {"label": {"text": "a"}, "weight": 3, "at": "-4714-01-01T00:00:00Z"} | 400 | invalid | /at
            """, nullValues = "null")
    void aBadBodyIsRefusedNamingThePlace(String body, int status, String code, String pointer) {
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/v1/parcels").then().spec(problem(status, code))
                .body("errors.pointer", pointer == null ? not(hasItem("x")) : hasItem(pointer));
    }

    @Test
    void anEmptyBodyIsRefused() {
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).post("/v1/parcels").then().statusCode(400);
    }

    @Test
    void whatIsNotOursIsAProblemToo() {
        packer().get("/v1/nothing-here").then().spec(problem(404, "not-found"));
        packer().delete("/v1/parcels").then().spec(problem(405, "method-not-allowed"));
        packer().accept("image/png").get("/v1/parcels").then().spec(problem(406, "not-acceptable"));
        given().auth().oauth2(Tokens.person("pat").role("packer").token()).contentType("text/plain").header("Idempotency-Key", UUID.randomUUID().toString())
                .body("x").post("/v1/parcels").then().spec(problem(415, "unsupported-media-type"));
        packer().get("/v1/parcels/not-a-uuid").then().spec(problem(404, "not-found"));
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).body("x".repeat(1_100_000)).post("/v1/parcels").then().spec(problem(413, "too-large"));
        given().get("/v1/parcels/failure").then().spec(problem(500, "internal")).body("detail", not(containsString("secret")));
    }

    @Test
    void aTokenIsVerifiedAndItsRolesAreHeld() {
        given().get("/v1/parcels").then().spec(problem(401, "unauthenticated")).header("WWW-Authenticate", containsString("Bearer"));
        for (String noToken : List.of("not.a.token", "..", "x", "a.b", "%%%.%%%.%%%")) {
            given().auth().oauth2(noToken).get("/v1/parcels").then().spec(problem(401, "unauthenticated"));
        }
        given().auth().oauth2(Tokens.person("pat").role("packer").audience("another-service").token()).get("/v1/parcels").then().spec(problem(401, "unauthenticated"));
        given().auth().oauth2(Tokens.person("pat").role("packer").issuer("another-issuer").token()).get("/v1/parcels").then().spec(problem(401, "unauthenticated"));
        given().auth().oauth2(Tokens.person("pat").role("packer").lifetimeSeconds(-60).token()).get("/v1/parcels").then().spec(problem(401, "unauthenticated"));
        given().auth().oauth2(Tokens.person("pat").role("other").token()).get("/v1/parcels").then().spec(problem(403, "forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "anonymous", "system:grants-service"})
    void aTokenThatDoesNotSayWhoItIsOpensNothing(String subject) {
        given().auth().oauth2(Tokens.person(subject).role("packer").token()).get("/v1/parcels").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void theLocationIsAPath() {
        pack("pat").then().header("Location", matchesPattern("/v1/parcels/[0-9a-f-]{36}"));
    }

    @Test
    void whatNeedsAPersonIsRefusedToAClient() {
        String id = pack("machine").path("id");
        given().auth().oauth2(Tokens.client("machine").role("packer").token()).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"")
                .post("/v1/parcels/" + id + "/dispatch").then().spec(problem(403, "person-required"));
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAgainAndHasOneEffect() {
        String key = UUID.randomUUID().toString();
        Response first = packer("ria").header("Idempotency-Key", key).body(BODY).post("/v1/parcels");
        Response again = packer("ria").header("Idempotency-Key", key).body(" { \"weight\":3, \"label\":{\"text\":\"books\"} }").post("/v1/parcels");
        again.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", first.header("ETag")).header("Location", first.header("Location"));
        assertThat(again.jsonPath().getMap("$")).isEqualTo(first.jsonPath().getMap("$"));
        packer("ria").header("Idempotency-Key", key).body("{\"label\": {\"text\": \"other\"}, \"weight\": 3}").post("/v1/parcels")
                .then().spec(problem(422, "idempotency-key-reused"));
        packer("sam").header("Idempotency-Key", key).body(BODY).post("/v1/parcels").then().statusCode(201).body("id", not(equalTo(first.path("id"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "ünïcödé-key"})
    void anIdempotencyKeyHasAForm(String key) {
        packer().header("Idempotency-Key", key).body(BODY).post("/v1/parcels").then().spec(problem(400, "idempotency-key-invalid"));
        packer().body(BODY).post("/v1/parcels").then().spec(problem(400, "idempotency-key-missing"));
    }

    @Test
    void aRefusedRequestMayBeCorrectedWithTheSameKey() {
        String key = UUID.randomUUID().toString();
        packer().header("Idempotency-Key", key).body("{\"label\": {\"text\": \"\"}, \"weight\": 3}").post("/v1/parcels").then().statusCode(400);
        packer().header("Idempotency-Key", key).body(BODY).post("/v1/parcels").then().statusCode(201);
    }

    @Test
    void manyAtOnceWithOneKeyHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        var pool = Executors.newFixedThreadPool(16);
        List<Callable<Response>> requests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            requests.add(() -> packer("crowd-" + key).header("Idempotency-Key", key).body(BODY).post("/v1/parcels"));
        }
        var ids = new java.util.HashSet<String>();
        for (var answer : pool.invokeAll(requests)) {
            assertThat(answer.get().statusCode()).isIn(201, 409);
            if (answer.get().statusCode() == 201) {
                ids.add(answer.get().path("id"));
            }
        }
        pool.shutdown();
        assertThat(ids).hasSize(1);
        assertThat(count("select count(*) from parcel where owner = 'crowd-" + key + "'")).isEqualTo(1);
    }

    @Test
    void historySaysWhoWhenWhatAndWhy() throws SQLException {
        String id = pack("pat").path("id");
        packer().header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"").header("X-Request-Id", "request-4711")
                .post("/v1/parcels/" + id + "/sealing").then().statusCode(200).header("X-Request-Id", "request-4711");
        packer().get("/v1/parcels/" + id + "/history").then().statusCode(200)
                .body("[0].type", equalTo("ParcelPacked")).body("[0].actor.id", equalTo("pat")).body("[0].actor.roles", equalTo(List.of("packer")))
                .body("[0].version", equalTo(0)).body("[0].reasonCode", nullValue())
                .body("[1].type", equalTo("ParcelSEAL")).body("[1].changedFields", equalTo(List.of("state"))).body("[1].reasonCode", equalTo("because"))
                .body("[1].version", equalTo(1));
        assertThat(text("select correlation_id from journal where aggregate_id = '" + id + "' and event_type = 'ParcelSEAL'")).isEqualTo("request-4711");
    }

    @Test
    void aRequestIdFromOutsideIsTakenOverOnlyIfHarmless() {
        packer().header("X-Request-Id", "bad id\twith spaces").get("/v1/parcels").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    private static long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = SharedInfrastructure.asApplication(); ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
