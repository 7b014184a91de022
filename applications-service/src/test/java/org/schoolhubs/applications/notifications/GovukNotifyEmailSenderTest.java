package org.schoolhubs.applications.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.notifications.SendingFailed.Kind;

/** The adapter against a server that speaks Notify's API, token check included. */
class GovukNotifyEmailSenderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final String KEY = "a_test_key-" + SERVICE + "-" + SECRET;
    private static final String GENERAL = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    private static final String OWN = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";
    private static final String ACCEPTED = "740e5834-3a29-46b4-9a6f-16142fde533a";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<JsonNode> sent = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer notify;
    private volatile int status = 201;
    private volatile String found = "";
    private volatile boolean silent;

    @BeforeEach
    void start() throws IOException {
        notify = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        notify.setExecutor(Executors.newCachedThreadPool());
        notify.createContext("/v2/notifications", this::answer);
        notify.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        notify.stop(0);
    }

    private GovukNotifyEmailSender sender(Duration patience) {
        return new GovukNotifyEmailSender(KEY, "http://127.0.0.1:" + notify.getAddress().getPort(), GENERAL, patience);
    }

    private static EmailSender.Email email(String template, URI unsubscribe) {
        return new EmailSender.Email(template, "a.head@school.example", Map.of("name", "Asha", "subject", "Accepted", "body", "Dear Asha"), "0199-reference", unsubscribe);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (silent) {
                over.await();
            } else if (!isToken(exchange.getRequestHeaders().getFirst("Authorization"))) {
                say(exchange, 403, error(403, "AuthError"));
            } else if (exchange.getRequestMethod().equals("POST")) {
                receive(exchange);
            } else {
                asked.add(exchange.getRequestURI().getQuery());
                say(exchange, status == 201 ? 200 : status, status == 201 ? "{\"notifications\":[%s],\"links\":{\"current\":\"x\"}}".formatted(found) : error(status, "Error"));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        sent.add(body);
        say(exchange, status, status == 201 ? """
                {"id":"%s","reference":"%s","content":{"subject":"s","body":"b","from_email":"hubs@notifications.service.gov.uk","one_click_unsubscribe_url":null},
                 "uri":"https://api/v2/notifications/x","template":{"id":"%s","version":1,"uri":"https://api/v2/template/x"}}"""
                .formatted(ACCEPTED, body.path("reference").asText(), body.path("template_id").asText()) : error(status, "Error"));
    }

    private static String error(int status, String error) {
        return "{\"status_code\":%d,\"errors\":[{\"error\":\"%s\",\"message\":\"email_address a.head@school.example is not good\"}]}".formatted(status, error);
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** HS256 with the secret, the service as issuer, and fresh. */
    private static boolean isToken(String header) throws IOException {
        String[] parts = header == null ? new String[0] : header.replaceFirst("^Bearer ", "").split("\\.");
        if (parts.length != 3) {
            return false;
        }
        JsonNode head = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        return head.path("alg").asText().equals("HS256") && claims.path("iss").asText().equals(SERVICE)
                && Math.abs(claims.path("iat").asLong() - Instant.now().getEpochSecond()) < 30 && parts[2].equals(signature(parts[0] + "." + parts[1]));
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void anEmailGoesOutWithItsTextReferenceAndTheGeneralTemplate() {
        assertThat(sender(PATIENCE).send(email(null, null))).isEqualTo(ACCEPTED);
        assertThat(sent).singleElement().satisfies(body -> {
            assertThat(body.path("email_address").asText()).isEqualTo("a.head@school.example");
            assertThat(body.path("template_id").asText()).isEqualTo(GENERAL);
            assertThat(body.path("reference").asText()).isEqualTo("0199-reference");
            assertThat(body.path("personalisation").path("subject").asText()).isEqualTo("Accepted");
            assertThat(body.path("personalisation").path("body").asText()).isEqualTo("Dear Asha");
            assertThat(body.has("one_click_unsubscribe_url")).isFalse();
            assertThat(body.has("email_reply_to_id")).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"https://hubs.example/v1/unsubscriptions/abc, true", "http://127.0.0.1:8080/v1/unsubscriptions/abc, false"})
    void theWayOutIsGivenToTheMailProgramWhereItIsSecure(URI link, boolean given) {
        sender(PATIENCE).send(email(OWN, link));
        assertThat(sent.get(0).path("template_id").asText()).isEqualTo(OWN);
        assertThat(sent.get(0).has("one_click_unsubscribe_url")).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"400, NEVER, provider-refused", "401, OUR_SETTINGS, provider-refused-key", "403, OUR_SETTINGS, provider-refused-key", "404, OUR_SETTINGS, provider-not-found",
        "429, LATER, provider-limit", "500, LATER, provider-failed-500", "502, LATER, provider-failed-502", "503, LATER, provider-failed-503"})
    void aRefusalSaysWhetherItPassesAndNothingOfWhatTheProviderWrote(int answer, Kind kind, String code) {
        status = answer;
        SendingFailed failure = catchThrowableOfType(SendingFailed.class, () -> sender(PATIENCE).send(email(null, null)));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessage(code).hasNoCause();
        SendingFailed unasked = catchThrowableOfType(SendingFailed.class, () -> sender(PATIENCE).accepted("0199-reference"));
        assertThat(unasked.kind()).isEqualTo(kind);
    }

    @Test
    void aKeyThatNotifyDoesNotKnowIsAMatterOfOurSettings() {
        GovukNotifyEmailSender other = new GovukNotifyEmailSender("other-" + SERVICE + "-" + UUID.randomUUID(),
                "http://127.0.0.1:" + notify.getAddress().getPort(), GENERAL, PATIENCE);
        assertThat(catchThrowableOfType(SendingFailed.class, () -> other.send(email(null, null))).kind()).isEqualTo(Kind.OUR_SETTINGS);
    }

    @Test
    void aProviderThatIsNotThereIsTriedLater() {
        GovukNotifyEmailSender sender = sender(PATIENCE);
        notify.stop(0);
        SendingFailed failure = catchThrowableOfType(SendingFailed.class, () -> sender.send(email(null, null)));
        assertThat(failure).hasMessage("provider-away");
        assertThat(failure.kind()).isEqualTo(Kind.LATER);
    }

    @Test
    void aProviderThatDoesNotAnswerIsNotWaitedForForEver() {
        silent = true;
        assertThat(catchThrowableOfType(SendingFailed.class, () -> sender(Duration.ofMillis(300)).send(email(null, null)))).hasMessage("provider-silent");
    }

    @Test
    void anAnswerThatIsNoJsonIsTriedLater() {
        found = "not json";
        assertThat(catchThrowableOfType(SendingFailed.class, () -> sender(PATIENCE).accepted("0199-reference")).kind()).isEqualTo(Kind.LATER);
    }

    @Test
    void whatWasAcceptedIsFoundByOurReference() {
        assertThat(sender(PATIENCE).accepted("0199-reference")).isEmpty();
        found = notification("another-reference") + "," + notification("0199-reference");
        assertThat(sender(PATIENCE).accepted("0199-reference")).contains(ACCEPTED);
        assertThat(asked).allSatisfy(query -> assertThat(query).contains("reference=0199-reference").contains("template_type=email"));
    }

    private static String notification(String reference) {
        return """
                {"id":"%s","reference":"%s","email_address":"a.head@school.example","phone_number":null,"line_1":null,"line_2":null,"line_3":null,"line_4":null,"line_5":null,
                 "line_6":null,"postcode":null,"postage":null,"type":"email","status":"delivered","template":{"id":"%s","version":1,"uri":"x"},"body":"b","subject":"s",
                 "created_at":"2026-11-22T10:00:00.000000Z","sent_at":null,"completed_at":null,"created_by_name":null,"estimated_delivery":null,
                 "is_cost_data_ready":true,"cost_in_pounds":0.0,"cost_details":{}}"""
                .formatted(reference.startsWith("0199") ? ACCEPTED : UUID.randomUUID().toString(), reference, GENERAL);
    }

    @ParameterizedTest
    @CsvSource({"short", "a-" + SERVICE, "''"})
    void aKeyThatIsNoneIsRefusedAtTheStartWithoutRepeatingIt(String key) {
        assertThatThrownBy(() -> new GovukNotifyEmailSender(key, "http://127.0.0.1", GENERAL, PATIENCE)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOTIFY_API_KEY").hasMessageNotContaining("short");
    }
}
