package org.schoolhubs.gateway.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.schoolhubs.gateway.testing.Peers;

/** Needs a gateway of its own: one that has never seen its issuer. */
@QuarkusTest
@TestProfile(LateIssuerTest.IssuerDown.class)
class LateIssuerTest {
    @ConfigProperty(name = "late.issuer.port")
    int port;

    @Test
    void theGatewayServesWhatNeedsNoTokenAndRecoversWhenTheIssuerComes() throws IOException {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/v1/programmes").then().statusCode(200);
        given().get("/v1/applications").then().spec(problem(401, "unauthenticated"));
        MockOAuth2Server issuer = new MockOAuth2Server();
        String early = earlyToken();
        given().auth().oauth2(early).get("/v1/me").then().spec(problem(503, "issuer-unavailable")).header("Retry-After", "5");

        issuer.start(InetAddress.getByName("localhost"), port);
        try {
            String token = tokenFrom(issuer);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().auth().oauth2(token).get("/v1/me").then().statusCode(200).body("subject", equalTo("pat")));
            given().auth().oauth2(early).get("/v1/me").then().spec(problem(401, "unauthenticated"));
        } finally {
            issuer.shutdown();
        }
    }

    /** Signed by a key that the late issuer does not have. */
    private static String earlyToken() {
        MockOAuth2Server elsewhere = new MockOAuth2Server();
        elsewhere.start(0);
        try {
            return tokenFrom(elsewhere);
        } finally {
            elsewhere.shutdown();
        }
    }

    private static String tokenFrom(MockOAuth2Server issuer) {
        return issuer.issueToken("school-hubs", "tests", new DefaultOAuth2TokenCallback("school-hubs", "pat", "JWT", List.of("school-hubs"),
                Map.of("token_use", "person", "roles", List.of("school")), 600)).serialize();
    }

    /** A gateway whose issuer is not up yet. */
    public static class IssuerDown implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Peers.class), new TestResourceEntry(FreePort.class));
        }
    }

    /** Finds a port for the issuer and leaves it alone; below 32768, so that no outgoing connection is given it meanwhile. */
    public static class FreePort implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            int port = ThreadLocalRandom.current().ints(16_384, 32_768).filter(FreePort::isFree).findFirst().orElseThrow();
            return Map.of("late.issuer.port", String.valueOf(port), "OIDC_ISSUER", "http://localhost:" + port + "/school-hubs");
        }

        @Override
        public void stop() {
            // Nothing was started.
        }

        private static boolean isFree(int port) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return true;
            } catch (IOException taken) {
                return false;
            }
        }
    }
}
