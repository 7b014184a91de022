package org.schoolhubs.grants.tariffs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.schoolhubs.grants.Scene.TODAY;
import static org.schoolhubs.grants.Scene.as;
import static org.schoolhubs.grants.Scene.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.grants.Scene;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class TariffApiTest {
    @Test
    void theIllustrativeTariffsAreShipped() {
        team().queryParam("programme", "behaviour-hubs").get("/v1/tariffs").then().statusCode(200)
                .body("items.pathway", contains("core", "extended", "multi-school")).body("items.amount.pence", contains(480_000, 900_000, 780_000))
                .body("items.illustrative", hasItem(true));
    }

    @Test
    void aTariffMayReachTheCapAndNotExceedIt() {
        Scene scene = Scene.with(null, null);
        team().body(scene.tariff(900_001, "2027-01-01", null)).post("/v1/tariffs").then().spec(problem(422, "tariff-above-cap")).body("errors.pointer", hasItem("/amount/pence"));
        team().body(scene.tariff(900_000, "2027-01-01", null)).post("/v1/tariffs").then().statusCode(201).header("ETag", "\"0\"");
    }

    @Test
    void theCapIsTheOneThatTheProgrammeSaidLast() {
        Scene scene = Scene.with(null, null);
        scene.cap(100_000L);
        team().body(scene.tariff(100_001, "2027-01-01", null)).post("/v1/tariffs").then().spec(problem(422, "tariff-above-cap"));
        scene.cap(null);
        team().body(scene.tariff(1, "2027-01-01", null)).post("/v1/tariffs").then().spec(problem(422, "pathway-without-grant"));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(nullValues = "-", value = {
        "2026-01-01, 2026-12-31, false", "2025-01-01, 2026-01-01, false", "2026-12-31, -, false", "2020-01-01, -, false", "2026-06-01, 2026-06-01, false",
        "2025-01-01, 2025-12-31, true", "2027-01-01, -, true"})
    void thereAreNeverTwoForOneDay(String from, String to, boolean possible) {
        Scene scene = Scene.with(null, null);
        team().body(scene.tariff(1_000, "2026-01-01", "2026-12-31")).post("/v1/tariffs").then().statusCode(201);
        var answer = team().body(scene.tariff(2_000, from, to)).post("/v1/tariffs").then();
        if (possible) {
            answer.statusCode(201);
        } else {
            answer.spec(problem(409, "tariff-overlaps"));
        }
    }

    @Test
    void anEndedTariffMakesPlaceForTheNext() {
        Scene scene = Scene.with(480_000L, null);
        String id = team().queryParam("programme", scene.programme).get("/v1/tariffs").path("items[0].id");
        team().header("If-Match", "\"0\"").body("{\"effectiveTo\": \"" + TODAY.minusDays(1) + "\"}").post("/v1/tariffs/" + id + "/end")
                .then().spec(problem(422, "tariff-period-invalid"));
        team().header("If-Match", "\"9\"").body("{\"effectiveTo\": \"" + TODAY + "\"}").post("/v1/tariffs/" + id + "/end").then().spec(problem(412, "stale"));
        team().body("{\"effectiveTo\": \"" + TODAY + "\"}").post("/v1/tariffs/" + id + "/end").then().spec(problem(428, "if-match-required"));
        team().header("If-Match", "\"0\"").body("{\"effectiveTo\": \"" + TODAY + "\"}").post("/v1/tariffs/" + id + "/end").then().statusCode(200).header("ETag", "\"1\"");
        team().body(scene.tariff(490_000, TODAY.plusDays(1).toString(), null)).post("/v1/tariffs").then().statusCode(201);
        team().get("/v1/tariffs/" + UUID.randomUUID()).then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "{\"programme\": \"x\"                                                                                                                        | malformed-json | -",
        "{\"programme\": \"x\", \"colour\": 1}                                                                                                        | unknown-field  | /colour",
        "{\"programme\": \"x\", \"pathway\": \"core\", \"amount\": [], \"effectiveFrom\": \"2027-01-01\"}                                               | wrong-type     | /amount",
        "{\"programme\": 5, \"pathway\": \"core\"}                                                                                                | wrong-type     | /programme",
        "{\"programme\": \"x\", \"pathway\": \"core\", \"amount\": {\"pence\": 1, \"currency\": \"GBP\"}, \"effectiveFrom\": \"soon\"}                | wrong-type     | /effectiveFrom",
        "{\"programme\": \"x\", \"pathway\": \"core\", \"amount\": {\"pence\": -1, \"currency\": \"GBP\"}, \"effectiveFrom\": \"2027-01-01\"}         | invalid        | /amount/pence",
        "{\"programme\": \"x\", \"pathway\": \"core\", \"amount\": {\"pence\": 1, \"currency\": \"EUR\"}, \"effectiveFrom\": \"2027-01-01\"}          | invalid        | /amount/currency",
        "{\"programme\": \"No Code\", \"pathway\": \"core\", \"amount\": {\"pence\": 1, \"currency\": \"GBP\"}, \"effectiveFrom\": \"2027-01-01\"}    | invalid        | /programme"})
    void aBadBodyIsRefusedNamingThePlace(String body, String code, String pointer) {
        var answer = team().body(body).post("/v1/tariffs").then().spec(problem(400, code));
        if (!"-".equals(pointer)) {
            answer.body("errors.pointer", hasItems(pointer));
        }
    }

    @Test
    void anUnknownPathwayAndAReversedPeriodAreRefused() {
        Scene scene = Scene.with(null, null);
        team().body(scene.tariff(1, "2027-01-01", null).replace("\"core\"", "\"nowhere\"")).post("/v1/tariffs").then().spec(problem(422, "pathway-unknown"));
        team().body(scene.tariff(1, "2027-01-02", "2027-01-01")).post("/v1/tariffs").then().spec(problem(422, "tariff-period-invalid"));
        team().body(scene.tariff(0, "2027-01-02", null)).post("/v1/tariffs").then().spec(problem(400, "invalid"));
    }

    @ParameterizedTest
    @CsvSource({Roles.SCHOOL, Roles.TRUST, Roles.DFE, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    void onlyTheProgrammeTeamAddsTariffs(String role) {
        as("somebody", role).body("{}").post("/v1/tariffs").then().spec(problem(403, "forbidden"));
    }

    @Test
    void aRepeatedRequestHasOneEffect() {
        Scene scene = Scene.with(null, null);
        String key = UUID.randomUUID().toString();
        String first = keyed(key).body(scene.tariff(1_000, "2026-01-01", null)).post("/v1/tariffs").then().statusCode(201).extract().path("id");
        keyed(key).body(scene.tariff(1_000, "2026-01-01", null)).post("/v1/tariffs").then().statusCode(201).body("id", equalTo(first));
        keyed(key).body(scene.tariff(2_000, "2026-01-01", null)).post("/v1/tariffs").then().spec(problem(422, "idempotency-key-reused"));
        keyed("").body(scene.tariff(1_000, "2026-01-01", null)).post("/v1/tariffs").then().spec(problem(400, "idempotency-key-missing"));
        team().queryParam("programme", scene.programme).get("/v1/tariffs").then().body("items.size()", equalTo(1));
    }

    private static RequestSpecification keyed(String key) {
        RequestSpecification request = given().auth().oauth2(Tokens.person("tess").role(Roles.PROGRAMME_TEAM).token()).contentType("application/json");
        return key.isEmpty() ? request : request.header("Idempotency-Key", key);
    }
}
