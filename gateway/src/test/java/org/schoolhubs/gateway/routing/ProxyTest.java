package org.schoolhubs.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.gateway.testing.GatewayTest;
import org.schoolhubs.gateway.testing.Peers;
import org.schoolhubs.testkit.Tokens;

@GatewayTest
class ProxyTest {
    private static final int MEGABYTE = 1024 * 1024;

    static Stream<Route> routes() {
        return RouteTable.ROUTES.stream();
    }

    private static String token() {
        return Tokens.person("proxy-tester").role("programme-team").token();
    }

    private static RequestSpecification asPerson() {
        return given().auth().oauth2(token());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteReachesItsServiceWithPathAndQueryUnchanged(Route route) {
        asPerson().urlEncodingEnabled(false).get(route.prefix() + "/a%20b/history?limit=5&name=%C3%A9&empty=").then().statusCode(200)
                .body("service", equalTo(route.service().word()))
                .body("uri", equalTo(route.prefix() + "/a%20b/history?limit=5&name=%C3%A9&empty="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void everyMethodIsSentOn(String method) {
        asPerson().request(method, "/v1/applications/1").then().statusCode(200).body("method", equalTo(method));
    }

    @Test
    void headsTellTheLengthWithoutABody() {
        asPerson().head("/v1/applications").then().statusCode(200).header("Content-Length", "4711");
    }

    @Test
    void bodiesArriveWhole() throws Exception {
        byte[] body = new byte[700_000];
        new Random(7).nextBytes(body);
        asPerson().contentType("application/json").body(body).post("/v1/applications").then().statusCode(200)
                .body("length", equalTo(body.length))
                .body("sha256", equalTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body))));
    }

    @Test
    void aBodyIsPassedOnPieceByPieceBothWays() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token() + "\r\nTransfer-Encoding: chunked\r\nX-Peer: repeat\r\n\r\n"
                    + "5\r\nfirst\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // The request is not over, and yet its first piece has been to the service and back.
            assertThat(readUntil(in, "first")).startsWith("HTTP/1.1 200");
            out.write("6\r\nsecond\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(readUntil(in, "0\r\n\r\n")).contains("second");
        }
    }

    @Test
    void sixtyFourMegabytesGoInWithoutBeingHeldInMemory() throws Exception {
        byte[] piece = new byte[MEGABYTE];
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/imports")).header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(64, piece))).build();
        HttpResponse<String> response = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"length\":" + 64L * MEGABYTE);
    }

    @Test
    void sixtyFourMegabytesComeOut() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/ledger")).header("Authorization", "Bearer " + token()).header("X-Peer", String.valueOf(64L * MEGABYTE)).build();
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        long count = 0;
        byte[] buffer = new byte[MEGABYTE];
        try (InputStream body = response.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                count += read;
            }
        }
        assertThat(count).isEqualTo(64L * MEGABYTE);
    }

    @Test
    void http2UploadsWithoutLengthArriveToo() throws Exception {
        HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        http2.send(HttpRequest.newBuilder(uri("/q/health/live")).build(), HttpResponse.BodyHandlers.discarding());
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/imports")).header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[MEGABYTE]))).build();
        HttpResponse<String> response = http2.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).contains("\"length\":" + MEGABYTE);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() {
        int before = Peers.of(Service.APPLICATIONS).asked();
        asPerson().contentType("application/json").body(new byte[MEGABYTE + 1]).post("/v1/applications").then().spec(problem(413, "too-large"));
        assertThat(Peers.of(Service.APPLICATIONS).asked()).isEqualTo(before);
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/applications HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token() + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written <= MEGABYTE; written += 0x8000) {
                out.write("8000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[0x8000]);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            assertThat(readUntil(socket.getInputStream(), "correlationId")).startsWith("HTTP/1.1 413").contains("too-large");
        }
    }

    @Test
    void answersPassUnchangedButForWhatIsAboutTheConnection() {
        asPerson().header("X-Peer", "refuse").post("/v1/awards").then().statusCode(409).contentType("application/problem+json")
                .body("code", equalTo("peer")).header("Cache-Control", "private, max-age=60")
                .header("Server", nullValue()).header("X-Powered-By", nullValue()).header("X-Internal", nullValue())
                .header("X-Request-Id", not("the-peers-own-id"));
        asPerson().header("X-Peer", "nothing").delete("/v1/awards/1").then().statusCode(204).header("ETag", "\"7\"").header("Transfer-Encoding", nullValue());
    }

    @Test
    void aServiceThatIsDownIsA503AndComesBackByItself() {
        Peers.of(Service.SUPPORT).down();
        try {
            asPerson().get("/v1/plans").then().spec(problem(503, "service-unavailable")).header("Retry-After", "5");
            asPerson().contentType("application/json").body("{}").post("/v1/plans").then().spec(problem(503, "service-unavailable"));
            asPerson().get("/v1/hubs").then().statusCode(200);
        } finally {
            Peers.of(Service.SUPPORT).up();
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> asPerson().get("/v1/plans").then().statusCode(200));
    }

    @Test
    void aServiceThatDoesNotAnswerIsA504AndIsAskedOnce() {
        int before = Peers.of(Service.GRANTS).asked();
        asPerson().header("X-Peer", "hang").contentType("application/json").body("{}").post("/v1/payment-runs").then().spec(problem(504, "service-timeout"))
                .header("Retry-After", "5");
        assertThat(Peers.of(Service.GRANTS).asked()).isEqualTo(before + 1);
    }

    @Test
    void aServiceThatHangsUpIsA503AndIsAskedOnce() {
        int before = Peers.of(Service.GRANTS).asked();
        asPerson().header("X-Peer", "hang-up").contentType("application/json").body("{}").post("/v1/payment-runs").then().spec(problem(503, "service-unavailable"));
        assertThat(Peers.of(Service.GRANTS).asked()).isEqualTo(before + 1);
    }

    @Test
    void anAnswerThatBreaksOffNeverLooksWhole() {
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/ledger")).header("Authorization", "Bearer " + token()).header("X-Peer", "hang-up-within").build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void spoofedAndHopByHopHeadersDoNotPassAndTheOthersDo() {
        asPerson().header("X-Forwarded-For", "6.6.6.6").header("Forwarded", "for=6.6.6.6").header("X-Real-IP", "6.6.6.6").header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil").header("X-HTTP-Method-Override", "DELETE").header("Keep-Alive", "x").header("TE", "trailers")
                .header("Connection", "keep-alive, X-Secret, Authorization").header("X-Secret", "1").header("Idempotency-Key", "k-1").header("If-Match", "\"3\"")
                .header("Accept-Language", "cy").get("/v1/applications").then().statusCode(200)
                .body("headers.x-forwarded-for", equalTo(List.of("127.0.0.1")))
                .body("headers.x-forwarded-proto", equalTo(List.of("http")))
                .body("headers.x-forwarded-host[0]", matchesPattern("localhost:\\d+"))
                .body("headers.forwarded", nullValue()).body("headers.x-real-ip", nullValue()).body("headers.x-forwarded-prefix", nullValue())
                .body("headers.x-http-method-override", nullValue()).body("headers.keep-alive", nullValue()).body("headers.te", nullValue())
                .body("headers.x-secret", nullValue())
                .body("headers.authorization[0]", matchesPattern("Bearer .+"))
                .body("headers.idempotency-key[0]", equalTo("k-1")).body("headers.if-match[0]", equalTo("\"3\"")).body("headers.accept-language[0]", equalTo("cy"));
    }

    @Test
    void unknownPathsAreNotFound() {
        asPerson().get("/v1/unknown").then().spec(problem(404, "not-found"));
        asPerson().get("/v1/journeys/0199f0c8-0000-7000-8000-000000000001/plan").then().spec(problem(404, "not-found"));
        given().get("/unknown").then().spec(problem(404, "not-found"));
    }

    @Test
    void unusualMethodsAreRefused() {
        asPerson().request("TRACE", "/v1/applications").then().spec(problem(405, "method-not-allowed"));
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
