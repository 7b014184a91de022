package org.schoolhubs.gateway.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.gateway.testing.GatewayTest;
import org.schoolhubs.testkit.Tokens;

@GatewayTest
class TokensTest {
    static Stream<Named<String>> badTokens() {
        String good = "Bearer " + Tokens.person("pat").role("school").token();
        String[] parts = good.split("\\.");
        String otherRole = parts[0] + "." + encoded(decoded(parts[1]).replace("\"school\"", "\"dfe\"")) + "." + parts[2];
        String unsigned = "Bearer " + encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        return Stream.of(
                Named.of("expired", "Bearer " + Tokens.person("pat").lifetimeSeconds(-600).token()),
                Named.of("meant for another audience", "Bearer " + Tokens.person("pat").audience("another-api").token()),
                Named.of("of another issuer", "Bearer " + Tokens.person("pat").issuer("another-issuer").token()),
                Named.of("claims changed after signing", otherRole),
                Named.of("signature cut off", parts[0] + "." + parts[1] + "."),
                Named.of("unsigned", unsigned),
                Named.of("not a JWT", "Bearer abc"),
                Named.of("empty", "Bearer "),
                Named.of("another scheme", "Basic cGF0OnBhdA=="));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void badTokensAreRefusedOnProtectedPaths(String authorization) {
        given().header("Authorization", authorization).get("/v1/applications").then().spec(problem(401, "unauthenticated")).header("WWW-Authenticate", "Bearer");
        given().header("Authorization", authorization).get("/v1/me").then().spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void badTokensAreRefusedOnPublicPathsToo(String authorization) {
        given().header("Authorization", authorization).get("/v1/programmes").then().spec(problem(401, "unauthenticated"));
        given().header("Authorization", authorization).post("/v1/eligibility-checks").then().spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/applications", "POST,/v1/applications", "GET,/v1/hubs/1/library", "POST,/v1/hubs", "GET,/v1/me", "GET,/v1/journeys/1", "GET,/v1/unknown", "GET,/v1",
        "GET,/v1/tasks/hubs", "GET,/v1/eligibility-checks", "OPTIONS,/v1/payment-runs"})
    void withoutATokenTheRestOfV1IsClosed(String method, String path) {
        given().request(method, path).then().spec(problem(401, "unauthenticated")).header("WWW-Authenticate", "Bearer").header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/programmes", "/v1/programmes/behaviour-hubs/cohorts", "/v1/term-calendars", "/v1/hubs", "/v1/hubs/1", "/openapi", "/openapi.json",
        "/openapi.yaml", "/", "/docs", "/q/health/live", "/q/health/ready"})
    void publicPathsNeedNone(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void aTokenThatIsGoodIsPassedOnWithTheRequest() {
        String token = Tokens.client("importer").role("data-collector").token();
        given().auth().oauth2(token).get("/v1/programmes").then().statusCode(200).body("headers.authorization[0]", equalTo("Bearer " + token));
    }

    @Test
    void metricsAreNotForThePublic() {
        given().get("/q/metrics").then().spec(problem(404, "not-found"));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
