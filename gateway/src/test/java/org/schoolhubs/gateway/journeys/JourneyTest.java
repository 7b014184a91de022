package org.schoolhubs.gateway.journeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.gateway.routing.Service;
import org.schoolhubs.gateway.testing.GatewayTest;
import org.schoolhubs.gateway.testing.Peers;
import org.schoolhubs.testkit.Tokens;

/** The last four digits of the application's id are the manners of the four parts: see {@link org.schoolhubs.gateway.testing.Peer}. */
@GatewayTest
class JourneyTest {
    private static ValidatableResponse journey(String manners) {
        return given().auth().oauth2(Tokens.person("pat").role("school").token()).get("/v1/journeys/0199f0c8-0000-7000-8000-00000000" + manners).then();
    }

    @Test
    void fourPartsMakeOneJourneyWithTheCallersOwnToken() {
        journey("1111").statusCode(200)
                .body("applicationId", equalTo("0199f0c8-0000-7000-8000-000000001111"))
                .body("parts.part", contains("application", "membership", "plan", "award"))
                .body("stage", equalTo("plan")).body("state", equalTo("PLAN_STATE"))
                .body("happened.part", contains("award", "plan", "membership", "application"))
                .body("happened.reasonCode", everyItem(equalTo("with-token")))
                .body("happened[0].actor.id", equalTo("actor-1")).body("happened[0].actor.roles", equalTo(List.of("school")))
                .body("happened[0].occurredAt", equalTo("2026-01-05T10:00:00Z"))
                .body("next.step", contains("step-4", "step-3", "step-2", "step-1")).body("next[0].dueOn", equalTo("2026-02-05"))
                .body("missing", empty());
    }

    @Test
    void partsThatAreNotThereYetAreNotMissing() {
        journey("1000").statusCode(200).body("parts.part", contains("application")).body("stage", equalTo("application")).body("missing", empty());
        journey("1100").statusCode(200).body("parts.part", contains("application", "membership")).body("state", equalTo("MEMBERSHIP_STATE"));
    }

    @ParameterizedTest
    @CsvSource({"2,SERVICE_UNAVAILABLE", "3,SERVICE_TIMEOUT", "4,ANSWER_NOT_UNDERSTOOD", "5,NOT_ALLOWED", "7,SERVICE_UNAVAILABLE"})
    void aPartThatCannotBeHadIsNamedAndTheRestIsGiven(String manners, String reason) {
        journey("111" + manners).statusCode(200).body("parts", hasSize(3)).body("missing.part", contains("award")).body("missing.reason", contains(reason));
    }

    @Test
    void aServiceThatIsDownIsAMissingPart() {
        Peers.of(Service.HUBS).down();
        try {
            journey("1111").statusCode(200).body("parts.part", contains("application", "plan", "award")).body("missing.part", contains("membership"));
        } finally {
            Peers.of(Service.HUBS).up();
        }
    }

    @ParameterizedTest
    @CsvSource({"0111,404,not-found", "2111,503,service-unavailable", "3111,503,service-unavailable", "4111,503,service-unavailable", "7111,503,service-unavailable",
        "5111,403,forbidden", "6111,401,unauthenticated"})
    void withoutTheApplicationPartThereIsNoJourney(String manners, int status, String code) {
        journey(manners).spec(problem(status, code));
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        given().auth().oauth2(Tokens.person("pat").token()).get("/v1/journeys/no-id").then().spec(problem(404, "not-found"));
    }
}
