package org.schoolhubs.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.gateway.testing.GatewayTest;
import org.schoolhubs.testkit.Tokens;

@GatewayTest
class EntranceTest {
    private static final Logger ACCESS = Logger.getLogger("org.schoolhubs.access");
    private final List<Map<String, String>> lines = new CopyOnWriteArrayList<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(((ExtLogRecord) line).getMdcCopy());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void collect() {
        ACCESS.addHandler(collector);
    }

    @AfterEach
    void leave() {
        ACCESS.removeHandler(collector);
    }

    @Test
    void theCallersRequestIdGoesInAndComesBack() {
        given().header("X-Request-Id", "my-request.0001").get("/v1/programmes").then().header("X-Request-Id", "my-request.0001")
                .body("headers.x-request-id", equalTo(List.of("my-request.0001")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void aRequestIdThatIsNotWellFormedIsReplaced(String id) {
        given().header("X-Request-Id", id).get("/v1/programmes").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void requestIdAndProblemSayTheSame() {
        given().header("X-Request-Id", "my-request.0002").get("/v1/applications").then().spec(problem(401, "unauthenticated"))
                .body("correlationId", equalTo("my-request.0002")).body("instance", equalTo("/v1/applications")).body("errors", equalTo(List.of()));
    }

    @Test
    void theTraceIsTheCallersOrANewOne() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        given().header("traceparent", trace).get("/v1/programmes").then().header("traceparent", trace).body("headers.traceparent", equalTo(List.of(trace)));
        given().header("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01").get("/v1/programmes").then()
                .header("traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }

    @ParameterizedTest
    @CsvSource({"/v1/programmes,200", "/v1/applications,401", "/unknown,404", "/,200", "/docs,200", "/openapi,200"})
    void securityHeadersAreOnEveryAnswer(String path, int status) {
        given().get(path).then().statusCode(status).header("X-Content-Type-Options", "nosniff").header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer").header("Content-Security-Policy", matchesPattern("default-src '(none|self)'.*frame-ancestors 'none'.*"))
                .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains").header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void answersUnderV1AreNotStoredUnlessTheServiceSaysSo() {
        given().get("/v1/programmes").then().header("Cache-Control", "no-store");
        given().header("X-Peer", "refuse").get("/v1/programmes").then().header("Cache-Control", "private, max-age=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/hubs/../payees", "/v1//hubs", "/v1/hubs/%2e%2e/payees", "/v1/hubs%2fpayees", "/v1/hubs/1;a=b"})
    void pathsThatCanBeReadInTwoWaysAreRefused(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 400").contains("path-invalid");
    }

    @Test
    void oneLineIsLoggedARequestWithoutTokenOrQuery() {
        String token = Tokens.person("subject-0001").role("school").token();
        given().auth().oauth2(token).header("X-Request-Id", "logged-request").get("/v1/applications/0199f0c8?name=Jane%20Doe").then().statusCode(200);
        Map<String, String> line = lineOf("logged-request");
        assertThat(line).containsEntry("method", "GET").containsEntry("route", "/v1/applications/**").containsEntry("path", "/v1/applications/0199f0c8")
                .containsEntry("service", "applications").containsEntry("status", "200").containsEntry("subject", "subject-0001").containsEntry("completed", "true");
        assertThat(Double.parseDouble(line.get("durationMs"))).isPositive();
        assertThat(line.toString()).doesNotContain("Jane").doesNotContain(token).doesNotContain("127.0.0.1");
    }

    @Test
    void pathsThatNoRouteKnowsAreNotLogged() {
        given().header("X-Request-Id", "unknown-path-1").get("/jane.doe@school.example").then().statusCode(404);
        assertThat(lineOf("unknown-path-1")).containsEntry("route", "none").containsEntry("status", "404").doesNotContainKey("path");
    }

    @Test
    void lineEndsInPathsDoNotMakeLines() {
        given().urlEncodingEnabled(false).header("X-Request-Id", "line-ends-001").get("/v1/programmes/a%0d%0aFAKE").then().statusCode(200);
        assertThat(lineOf("line-ends-001")).containsEntry("path", "/v1/programmes/a%0d%0aFAKE");
        assertThat(lines).noneMatch(line -> line.toString().contains("\n") || line.toString().contains("\r"));
    }

    @ParameterizedTest
    @CsvSource({"7b0c2f6e-5a0e-4a6e-9c53-0c5d0f6a1e11,7b0c2f6e-5a0e-4a6e-9c53-0c5d0f6a1e11", "jane.doe@school.example,sha256:", "Jane Doe,sha256:"})
    void subjectsThatAreNotOpaqueAreHashed(String subject, String logged) {
        assertThat(AccessLog.opaque(subject)).startsWith(logged).satisfiesAnyOf(text -> assertThat(text).isEqualTo(subject), text -> assertThat(text).doesNotContain("ane"));
    }

    @Test
    void anAnswerOfTheGatewayItselfCanBeRefusedByMethodAndType() {
        String token = Tokens.person("subject-0001").token();
        given().auth().oauth2(token).post("/v1/me").then().spec(problem(405, "method-not-allowed"));
        given().auth().oauth2(token).accept("image/png").get("/v1/me").then().spec(problem(406, "not-acceptable"));
        given().post("/openapi").then().statusCode(not(200)).contentType("application/problem+json");
    }

    private Map<String, String> lineOf(String requestId) {
        return await().until(() -> lines.stream().filter(line -> requestId.equals(line.get("requestId"))).findFirst(), Optional::isPresent).orElseThrow();
    }

    private static String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
