package org.schoolhubs.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import org.junit.jupiter.api.Test;
import org.schoolhubs.gateway.routing.Service;
import org.schoolhubs.gateway.testing.GatewayTest;
import org.schoolhubs.gateway.testing.Peers;
import org.schoolhubs.testkit.Tokens;

@GatewayTest
class RateLimiterTest {
    /** As application.properties says for tests. */
    private static final int CHECKS = 5;

    @Test
    void eligibilityChecksWithoutTokenAreLimitedByAddressAndWithTokenAreNot() {
        int status = 200;
        for (int asked = 0; asked < CHECKS && status == 200; asked++) {
            status = given().contentType("application/json").body("{}").post("/v1/eligibility-checks").then()
                    .header("RateLimit-Policy", "\"eligibility\";q=5;w=60").header("RateLimit", matchesPattern("\"eligibility\";r=\\d;t=\\d+")).extract().statusCode();
        }
        int before = Peers.of(Service.APPLICATIONS).asked();
        // Saying that one is somebody else changes nothing.
        given().header("X-Forwarded-For", "192.0.2.99").contentType("application/json").body("{}").post("/v1/eligibility-checks").then()
                .spec(problem(429, "too-many-requests")).header("Retry-After", matchesPattern("[1-9]\\d*")).header("RateLimit", matchesPattern("\"eligibility\";r=0;t=\\d+"));
        assertThat(Peers.of(Service.APPLICATIONS).asked()).isEqualTo(before);
        given().auth().oauth2(Tokens.client("limits-1").token()).contentType("application/json").body("{}").post("/v1/eligibility-checks").then().statusCode(200)
                .header("RateLimit-Policy", "\"subject\";q=1000;w=3600");
    }

    @Test
    void aSubjectHasAQuotaOfItsOwn() {
        String token = Tokens.client("limits-2").token();
        given().auth().oauth2(token).get("/v1/me").then().statusCode(200).header("RateLimit", matchesPattern("\"subject\";r=999;t=\\d+"));
        given().auth().oauth2(token).get("/v1/applications").then().statusCode(200).header("RateLimit", matchesPattern("\"subject\";r=998;t=\\d+"));
        given().auth().oauth2(Tokens.client("limits-3").token()).get("/v1/me").then().header("RateLimit", matchesPattern("\"subject\";r=999;t=\\d+"));
    }

    @Test
    void documentsAndHealthAreNotLimited() {
        given().get("/openapi").then().statusCode(200).header("RateLimit", nullValue());
        given().get("/q/health/live").then().statusCode(200).header("RateLimit", nullValue());
    }
}
