package org.schoolhubs.gateway.me;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.gateway.testing.GatewayTest;
import org.schoolhubs.testkit.Tokens;

@GatewayTest
class MeTest {
    @Test
    void aPersonSeesWhatTheTokenSays() {
        String expires = given().auth().oauth2(Tokens.person("pat").role("trust").role("school").organisation("urn:100001").organisation("uid:2854")
                        .organisation("la:202").token())
                .get("/v1/me").then().statusCode(200)
                .body("subject", equalTo("pat")).body("kind", equalTo("PERSON")).body("roles", equalTo(List.of("school", "trust")))
                .body("organisations", equalTo(List.of("la:202", "uid:2854", "urn:100001")))
                .extract().path("tokenExpiresAt");
        assertThat(Instant.parse(expires)).isBetween(Instant.now(), Instant.now().plusSeconds(3_700));
    }

    @Test
    void aClientIsNoPerson() {
        given().auth().oauth2(Tokens.client("importer").role("data-collector").token()).get("/v1/me").then().statusCode(200)
                .body("kind", equalTo("CLIENT")).body("roles", equalTo(List.of("data-collector"))).body("organisations", empty());
    }
}
