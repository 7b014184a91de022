package org.schoolhubs.grants.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.grants.Scene.approver;
import static org.schoolhubs.grants.Scene.as;
import static org.schoolhubs.grants.Scene.preparer;
import static org.schoolhubs.grants.Scene.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.grants.Scene;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class AwardApiTest {
    private static final String OFFER = "{\"conditions\": [\"The plan is completed.\"], \"permittedUse\": \"Travel and cover.\"}";

    private static Scene.School reserved() {
        return Scene.with(480_000L, 1_000_000L).school().activated().becomes("RESERVED");
    }

    @Test
    void anAwardIsSeenByItsSchoolItsTrustAndThoseWhoReadEverything() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School academy = scene.academy("5143").activated().becomes("RESERVED");
        String path = "/v1/awards/" + academy.awardId();
        for (String role : List.of(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR)) {
            as("reader", role).get(path).then().statusCode(200);
        }
        academy.head().get(path).then().statusCode(200);
        as("trustee", Roles.TRUST, "uid:5143").get(path).then().statusCode(200);
        as("trustee", Roles.TRUST, "uid:5144").get(path).then().spec(problem(404, "not-found"));
        as("officer", Roles.LOCAL_AUTHORITY, "la:202").get(path).then().spec(problem(404, "not-found"));
        as("head", Roles.SCHOOL, "urn:100999").get(path).then().spec(problem(404, "not-found"));
        as("head", Roles.SCHOOL, "urn:100999").get(path + "/history").then().spec(problem(404, "not-found"));
        as("head", Roles.SCHOOL, "urn:100999").get("/v1/journeys/" + academy.application + "/award").then().spec(problem(404, "not-found"));
        as("olga", Roles.OPERATOR).get(path).then().spec(problem(403, "forbidden"));
        team().get("/v1/awards/" + UUID.randomUUID()).then().spec(problem(404, "not-found"));
        RestAssured.given().get(path).then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void aListHoldsWhatOneMaySeeAndWhatOneAsksFor() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School mine = scene.school().activated().becomes("RESERVED");
        Scene.School other = scene.school().activated().becomes("WAITING_FOR_BUDGET");
        team().queryParam("programme", scene.programme).get("/v1/awards").then().body("items.id", contains(mine.awardId(), other.awardId()));
        team().queryParam("programme", scene.programme).queryParam("state", "RESERVED").get("/v1/awards").then().body("items.id", contains(mine.awardId()));
        team().queryParam("applicationId", other.application).get("/v1/awards").then().body("items.id", contains(other.awardId()));
        team().queryParam("urn", mine.urn).get("/v1/awards").then().body("items.id", contains(mine.awardId()));
        mine.head().get("/v1/awards").then().body("items.id", contains(mine.awardId()));
        as("officer", Roles.LOCAL_AUTHORITY, "la:202").queryParam("programme", scene.programme).get("/v1/awards").then().body("items", hasSize(2));
        as("nobody", Roles.SCHOOL).get("/v1/awards").then().body("items", hasSize(0));
        String cursor = team().queryParam("programme", scene.programme).queryParam("limit", 1).get("/v1/awards").path("next");
        team().queryParam("programme", scene.programme).queryParam("after", cursor).get("/v1/awards").then().body("items.id", contains(other.awardId()));
        team().queryParam("limit", 501).get("/v1/awards").then().spec(problem(400, "invalid"));
    }

    @Test
    void actionsSayWhatIsPossibleAndWhyNot() {
        Scene.School school = reserved();
        team().get("/v1/awards/" + school.awardId()).then().body("actions.find { it.name == 'offer' }.allowed", equalTo(true))
                .body("actions.find { it.name == 'acceptance' }.code", equalTo("forbidden")).body("next[0].step", equalTo("offer"));
        school.head().get("/v1/awards/" + school.awardId()).then().body("actions.find { it.name == 'acceptance' }.code", equalTo("transition-impossible"));
    }

    @Test
    void theOfferIsThePayeesToAccept() {
        Scene.School school = reserved().offered();
        String payee = school.payee();
        String path = "/v1/awards/" + school.awardId() + "/acceptance";
        String body = "{\"payeeId\": \"" + payee + "\"}";
        as("stranger", Roles.SCHOOL, "urn:100999").header("If-Match", school.etag()).body(body).post(path).then().spec(problem(404, "not-found"));
        as("officer", Roles.LOCAL_AUTHORITY, "la:202").header("If-Match", school.etag()).body(body).post(path).then().spec(problem(422, "payee-unknown"));
        school.head().header("If-Match", school.etag()).body("{\"payeeId\": \"" + UUID.randomUUID() + "\"}").post(path).then().spec(problem(422, "payee-unknown"))
                .body("errors.pointer", hasItem("/payeeId"));
        team().header("If-Match", school.etag()).body(body).post(path).then().spec(problem(403, "forbidden"));
        RestAssured.given().auth().oauth2(Tokens.client("mis").role(Roles.SCHOOL).organisation("urn:" + school.urn).token()).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", school.etag()).body(body).post(path).then().spec(problem(403, "person-required"));
        school.head().header("If-Match", school.etag()).body(body).post(path).then().statusCode(200).body("state", equalTo("ACCEPTED")).body("payeeId", equalTo(payee));
    }

    @Test
    void aPayeeThatHasNothingToDoWithTheSchoolCannotReceiveItsGrant() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School school = scene.school().activated().becomes("RESERVED").offered();
        Scene.School other = scene.school();
        String foreign = other.payee();
        as("head-of-two", Roles.SCHOOL, "urn:" + school.urn, "urn:" + other.urn).header("If-Match", school.etag()).body("{\"payeeId\": \"" + foreign + "\"}")
                .post("/v1/awards/" + school.awardId() + "/acceptance").then().spec(problem(422, "payee-not-of-award"));
    }

    @Test
    void aTrustAcceptsForItsAcademy() {
        Scene.School academy = Scene.with(480_000L, 1_000_000L).academy("77123").activated().becomes("RESERVED").offered();
        var trustee = as("trustee", Roles.TRUST, "uid:77123");
        String payee = preparer("penny").body("{\"organisation\": {\"kind\": \"TRUST\", \"code\": \"77123\"}, \"name\": \"A trust\"}").post("/v1/payees").path("id");
        trustee.header("If-Match", academy.etag()).body("{\"payeeId\": \"" + payee + "\"}").post("/v1/awards/" + academy.awardId() + "/acceptance")
                .then().statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void aHeldAwardIsKeptOutOfRunsUntilItIsReleased() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School school = scene.school().payable();
        approver("april").header("If-Match", school.etag()).body("{\"reasonCode\": \"Not a code\"}").post("/v1/awards/" + school.awardId() + "/hold").then().spec(problem(400, "invalid"));
        approver("april").header("If-Match", school.etag()).body("{\"reasonCode\": \"bank-details-in-doubt\"}").post("/v1/awards/" + school.awardId() + "/hold")
                .then().statusCode(200).body("state", equalTo("HELD")).body("reasonCode", equalTo("bank-details-in-doubt"));
        scene.prepare("penny").then().spec(problem(409, "nothing-to-pay"));
        approver("april").header("If-Match", school.etag()).post("/v1/awards/" + school.awardId() + "/release").then().statusCode(200).body("state", equalTo("PAYABLE"));
        scene.prepare("penny").then().statusCode(201);
        assertThat(Facts.types("grants.v1", school.application)).endsWith("AwardPayable", "AwardHeld", "AwardPayable", "AwardInRun");
    }

    @Test
    void aHoldBeforeTheEndOfThePlanGoesBackToAccepted() {
        Scene.School school = reserved().offered();
        school.accepted(school.payee());
        approver("april").header("If-Match", school.etag()).body("{\"reasonCode\": \"in-doubt\"}").post("/v1/awards/" + school.awardId() + "/hold").then().statusCode(200);
        approver("april").header("If-Match", school.etag()).post("/v1/awards/" + school.awardId() + "/release").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        school.completed(Scene.TODAY.minusDays(5)).becomes("PAYABLE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "{\"conditions\": []                                               | malformed-json",
        "{\"conditions\": [], \"permittedUse\": \"x\"}                     | invalid",
        "{\"conditions\": [\"\"], \"permittedUse\": \"x\"}                 | invalid",
        "{\"conditions\": \"x\", \"permittedUse\": \"x\"}                  | wrong-type",
        "{\"conditions\": [\"x\"], \"permittedUse\": \"x\", \"more\": 1}   | unknown-field",
        "{\"conditions\": [\"x\"]}                                         | invalid"})
    void aBadOfferIsRefused(String body, String code) {
        team().header("If-Match", "\"0\"").body(body).post("/v1/awards/" + UUID.randomUUID() + "/offer").then().spec(problem(400, code));
    }

    @Test
    void anOfferNeedsTheEtagThatWasReadAndTheRightState() {
        Scene.School school = reserved();
        String path = "/v1/awards/" + school.awardId() + "/offer";
        team().body(OFFER).post(path).then().spec(problem(428, "if-match-required"));
        team().header("If-Match", "\"99\"").body(OFFER).post(path).then().spec(problem(412, "stale"));
        team().header("If-Match", "etag").body(OFFER).post(path).then().spec(problem(400, "if-match-invalid"));
        team().header("If-Match", school.etag()).body(OFFER).post(path).then().statusCode(200);
        team().header("If-Match", school.etag()).body(OFFER).post(path).then().spec(problem(409, "transition-impossible"));
        team().header("If-Match", "\"0\"").body(OFFER).post("/v1/awards/" + UUID.randomUUID() + "/offer").then().spec(problem(404, "not-found"));
        approver("april").header("If-Match", school.etag()).body(OFFER).post(path).then().spec(problem(403, "forbidden"));
        assertThat(Facts.types("grants.v1", school.application)).containsExactly("AwardReserved", "AwardOffered");
    }

    @Test
    void historySaysWhoDidWhat() {
        Scene.School school = reserved().offered();
        school.head().get("/v1/awards/" + school.awardId() + "/history").then().body("type", contains("AwardReserved", "AwardOffered"))
                .body("[0].actor.id", equalTo("system:grants-service")).body("[1].actor.id", equalTo("tess")).body("[1].changedFields", contains("state"));
    }
}
