package org.schoolhubs.applications.calendars;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class CalendarTest {
    private static final String CALENDAR = """
            {"terms": [
              {"term": "AUTUMN", "startsOn": "2025-09-02", "halfTermStartsOn": "2025-10-20", "halfTermEndsOn": "2025-10-31", "endsOn": "2025-12-19"},
              {"term": "SPRING", "startsOn": "2026-01-05", "halfTermStartsOn": "2026-02-16", "halfTermEndsOn": "2026-02-20", "endsOn": "2026-03-27"},
              {"term": "SUMMER", "startsOn": "2026-04-13", "halfTermStartsOn": "2026-05-25", "halfTermEndsOn": "2026-05-29", "endsOn": "2026-07-21"}]}""";

    private static RequestSpecification team() {
        return given().auth().oauth2(Tokens.person("team-1").role(Roles.PROGRAMME_TEAM).token()).contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2026, 2027, 2028})
    void anIllustrativeNationalCalendarIsShippedForFiveYearsAndPublished(int year) {
        given().get("/v1/term-calendars/national/" + year).then().statusCode(200).header("ETag", "\"0\"").body("laCode", nullValue())
                .body("illustrative", equalTo(true)).body("terms.term", equalTo(java.util.List.of("AUTUMN", "SPRING", "SUMMER")));
        assertThat(Facts.published("calendars.v1", "national:%d/%02d".formatted(year, (year + 1) % 100))).first().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("TermCalendarUpdated");
            assertThat(fact.payload()).contains("\"laCode\": null").contains("\"halfTermStartsOn\": \"" + year + "-10-");
        });
    }

    @Test
    void theListIsPublicAndNarrowsByAuthorityAndYear() {
        given().queryParam("laCode", "national").queryParam("academicYear", "2026/27").get("/v1/term-calendars").then().statusCode(200)
                .body("items.size()", equalTo(1)).body("items[0].academicYear", equalTo("2026/27"));
        given().queryParam("laCode", "999").get("/v1/term-calendars").then().statusCode(200).body("items.size()", equalTo(0));
        given().queryParam("laCode", "Camden").get("/v1/term-calendars").then().spec(problem(400, "invalid"));
        given().queryParam("academicYear", "2026/28").get("/v1/term-calendars").then().spec(problem(400, "parameter-invalid"));
    }

    @Test
    void anAuthoritysCalendarIsMadeThenReplacedByWhoeverHasReadIt() {
        var path = "/v1/term-calendars/301/2025";
        given().get(path).then().spec(problem(404, "not-found"));
        team().header("If-Match", "\"0\"").body(CALENDAR).put(path).then().spec(problem(412, "stale"));
        team().body(CALENDAR).put(path).then().statusCode(201).header("ETag", "\"0\"").header("Location", containsString(path))
                .body("illustrative", equalTo(false)).body("laCode", equalTo("301"));
        team().body(CALENDAR).put(path).then().spec(problem(428, "if-match-required"));
        team().header("If-None-Match", "*").body(CALENDAR).put(path).then().spec(problem(412, "calendar-exists"));
        team().header("If-Match", "\"7\"").body(CALENDAR).put(path).then().spec(problem(412, "stale"));
        var later = CALENDAR.replace("2025-09-02", "2025-09-03");
        team().header("If-Match", "\"0\"").body(later).put(path).then().statusCode(200).header("ETag", "\"1\"").body("terms[0].startsOn", equalTo("2025-09-03"));
        given().get(path).then().statusCode(200).header("ETag", "\"1\"").body("terms.size()", equalTo(3));
        assertThat(Facts.types("calendars.v1", "301:2025/26")).containsExactly("TermCalendarUpdated", "TermCalendarUpdated");
        assertThat(Facts.published("calendars.v1", "301:2025/26").get(1).payload()).contains("2025-09-03").contains("\"laCode\": \"301\"");
    }

    @Test
    void theNationalDefaultIsConfirmedByTheTeam() {
        var path = "/v1/term-calendars/national/2025";
        String etag = given().get(path).then().extract().header("ETag");
        team().header("If-Match", etag).body(CALENDAR).put(path).then().statusCode(200).body("illustrative", equalTo(false));
        assertThat(Facts.types("calendars.v1", "national:2025/26")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void datesThatMakeNoCalendarAreRefusedAndNothingIsKept() {
        var path = "/v1/term-calendars/302/2025";
        team().body(CALENDAR.replace("2026-01-05", "2025-12-01")).put(path).then().spec(problem(422, "calendar-invalid"))
                .body("errors.pointer", hasItem("/terms/1/startsOn")).body("errors.code", hasItem("terms-overlap"));
        given().get(path).then().spec(problem(404, "not-found"));
        assertThat(Facts.types("calendars.v1", "302:2025/26")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"terms\"                   | malformed-json",
        "{}                          | invalid",
        "{\"terms\": []}             | invalid",
        "{\"terms\": [null, null, null]} | invalid",
        "{\"terms\": \"x\"}          | wrong-type",
        "{\"terms\": [], \"year\": 1}  | unknown-field",
        "{\"terms\": [{\"term\": \"WINTER\"}]} | wrong-type"})
    void aBadBodyIsRefused(String body, String code) {
        team().body(body).put("/v1/term-calendars/303/2025").then().spec(problem(400, code));
    }

    @ParameterizedTest
    @CsvSource({"camden,2025", "3011,2025", "301,1999", "301,soon"})
    void anAuthorityAndAYearHaveAForm(String authority, String year) {
        team().body(CALENDAR).put("/v1/term-calendars/" + authority + "/" + year).then().spec(problem(400, "calendar-of-nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.DFE, Roles.AUDITOR, Roles.DATA_COLLECTOR, Roles.OPERATOR})
    void onlyTheProgrammeTeamSetsCalendars(String role) {
        given().auth().oauth2(Tokens.person("x").role(role).token()).contentType("application/json").body(CALENDAR).put("/v1/term-calendars/304/2025")
                .then().spec(problem(403, "forbidden"));
        given().contentType("application/json").body(CALENDAR).put("/v1/term-calendars/304/2025").then().spec(problem(401, "unauthenticated"));
    }
}
