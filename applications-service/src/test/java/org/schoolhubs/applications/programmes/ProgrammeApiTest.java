package org.schoolhubs.applications.programmes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ProgrammeApiTest {
    private static String cohort(String code) {
        return """
                {"code":"%s","name":"November","startsOn":"2025-11-21","windowOpensAt":"2025-10-01T00:00:00Z","windowClosesAt":"2030-12-31T23:59:59Z",
                 "pathways":[{"code":"core","places":120},{"code":"extended","places":null}]}""".formatted(code);
    }

    @Test
    void theCatalogueIsReadWithoutAToken() {
        given().get("/v1/programmes?limit=500").then().statusCode(200).body("items.code", hasItems("behaviour-hubs", "attendance-hubs", "behaviour-and-attendance-hubs"))
                .body("items.findAll { it.code in ['behaviour-hubs', 'attendance-hubs', 'behaviour-and-attendance-hubs'] }.state", equalTo(List.of("PUBLISHED", "PUBLISHED", "PUBLISHED")))
                .body("items.find { it.code == 'behaviour-and-attendance-hubs' }.replaces", hasItems("attendance-hubs", "behaviour-hubs"));
        given().get("/v1/programmes/behaviour-hubs").then().statusCode(200).header("ETag", not(nullValue()))
                .body("replacedBy", equalTo("behaviour-and-attendance-hubs")).body("pathways.code", equalTo(List.of("core", "extended", "multi-school")))
                .body("pathways.grantCap.pence", equalTo(List.of(900000, 900000, 900000)))
                .body("pathways[0].timeCommitmentDays.from", equalTo(12)).body("pathways[2].partnerKind", equalTo("TRUST")).body("pathways[2].lengthMonths", equalTo(24));
        given().get("/v1/programmes/behaviour-and-attendance-hubs").then().body("replacedBy", nullValue()).body("pathways.places", equalTo(List.of(5000, 500)))
                .body("pathways[1].entry", equalTo("SELECTION")).body("pathways[0].automaticAcceptance", equalTo(true)).body("pathways[0].grantCap", nullValue())
                .body("pathways[1].supportDays", equalTo(10)).body("pathways[1].expressionsOfInterest", equalTo(false)).body("leadApplications.leadersRequired", equalTo(3))
                .body("terms.number", equalTo(1)).body("takesApplications", equalTo(true)).body("actions", nullValue());
        given().get("/v1/programmes/nothing").then().spec(problem(404, "not-found"));
        given().get("/v1/programmes/nothing/cohorts").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"behaviour-hubs", "attendance-hubs", "behaviour-and-attendance-hubs"})
    void theShippedProgrammesWerePublishedInTheShapeOfAnyOther(String code) {
        Facts.Published shipped = Facts.published("programmes.v1", code).get(0);
        assertThat(shipped.type()).isEqualTo("ProgrammeUpdated");
        JsonPath state = JsonPath.from(shipped.payload());
        assertThat(state.getList("cohorts")).isEmpty();
        if (code.equals("attendance-hubs")) {
            assertThat(state.getMap("pathways[0]")).containsEntry("grantCapPence", null).containsEntry("places", null).containsEntry("partnerKind", "SCHOOL")
                    .containsEntry("code", "attendance").containsEntry("lengthMonths", 12).containsKey("name").hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"behaviour-hubs", "attendance-hubs", "behaviour-and-attendance-hubs"})
    void theShippedProgrammesWerePublishedAgainWhenTheirStateCameToSayMore(String code) {
        JsonPath state = JsonPath.from(Facts.published("programmes.v1", code).get(1).payload());
        assertThat(state.getString("state")).isEqualTo("PUBLISHED");
        assertThat(state.getString("validFrom")).isEqualTo("2021-01-01T00:00:00Z");
        assertThat(state.getMap("pathways[0]")).containsKeys("entry", "extensionMonths", "commitmentDaysFrom", "commitmentDaysTo", "supportDays").hasSize(11);
        assertThat(state.getList("subjects")).isNotEmpty();
    }

    @Test
    void anOpenedCohortIsShownAndPublishedWithTheWholeProgramme() {
        String code = "published-" + System.nanoTime();
        as(team("maker")).body(cohort(code)).post("/v1/programmes/behaviour-hubs/cohorts").then().statusCode(201)
                .header("Location", containsString("/v1/programmes/behaviour-hubs/cohorts/" + code)).header("ETag", equalTo("\"0\""))
                .body("windowOpen", equalTo(true)).body("pathways.places", equalTo(java.util.Arrays.asList(120, null)));
        given().get("/v1/programmes/behaviour-hubs/cohorts/" + code).then().statusCode(200).body("startsOn", equalTo("2025-11-21"));
        given().queryParam("limit", 500).get("/v1/programmes/behaviour-hubs/cohorts").then().statusCode(200).body("items.code", hasItem(code));
        List<Facts.Published> facts = Facts.published("programmes.v1", "behaviour-hubs");
        JsonPath state = JsonPath.from(facts.get(facts.size() - 1).payload());
        assertThat(state.getList("cohorts.code", String.class)).contains(code);
        assertThat(state.getMap("cohorts.find { it.code == '%s' }".formatted(code))).containsEntry("startsOn", "2025-11-21")
                .containsEntry("windowOpensAt", "2025-10-01T00:00:00Z").hasSize(6);
        assertThat(state.getList("cohorts.find { it.code == '%s' }.pathways.code".formatted(code), String.class)).containsExactly("core", "extended");
        assertThat(state.getList("pathways")).hasSize(3);
    }

    @Test
    void aCodeIsTakenOnce() {
        String code = "twice-" + System.nanoTime();
        as(team("maker")).body(cohort(code)).post("/v1/programmes/behaviour-hubs/cohorts").then().statusCode(201);
        as(team("maker")).body(cohort(code)).post("/v1/programmes/behaviour-hubs/cohorts").then().spec(problem(409, "cohort-exists")).body("errors[0].pointer", equalTo("/code"));
    }

    @Test
    void ofManyCohortsMadeAtOnceEveryOneIsInTheLastState() throws Exception {
        String code = "crowd-" + System.nanoTime();
        var pool = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String own = code + "-" + i;
            requests.add(() -> as(team("maker")).body(cohort(own)).post("/v1/programmes/behaviour-hubs/cohorts").statusCode());
        }
        for (var answer : pool.invokeAll(requests)) {
            assertThat(answer.get()).isEqualTo(201);
        }
        pool.shutdown();
        String last = Given.one("select payload from journal where topic = 'programmes.v1' and event_key = 'behaviour-hubs' order by aggregate_version desc limit 1");
        assertThat(JsonPath.from(last).getList("cohorts.code", String.class)).filteredOn(one -> one.startsWith(code)).hasSize(6);
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"code":"x"                                                                                                                                                                           | malformed-json | -
            {"code":"UPPER","name":"n","startsOn":"2025-11-21","windowOpensAt":"2025-10-01T00:00:00Z","windowClosesAt":"2025-10-02T00:00:00Z","pathways":[{"code":"core"}]}                         | invalid        | /code
            {"code":"x","name":"n","startsOn":"21/11/2025","windowOpensAt":"2025-10-01T00:00:00Z","windowClosesAt":"2025-10-02T00:00:00Z","pathways":[{"code":"core"}]}                             | wrong-type     | /startsOn
            {"code":"x","name":"n","startsOn":"2025-11-21","windowOpensAt":"2025-10-01T00:00:00Z","windowClosesAt":"2025-10-02T00:00:00Z","pathways":[]}                                           | invalid        | /pathways
            {"code":"x","name":"n","startsOn":"2025-11-21","windowOpensAt":"2025-10-01T00:00:00Z","windowClosesAt":"2025-10-02T00:00:00Z","pathways":[{"code":"core","places":0}]}                 | invalid        | /pathways/0/places
            {"code":"x","name":"n","startsOn":"2025-11-21","windowOpensAt":"2025-10-01T00:00:00Z","windowClosesAt":"2025-10-02T00:00:00Z","pathways":[{"code":"core"}],"colour":"red"}             | unknown-field  | /colour
            """)
    void aBadBodyIsRefusedNamingThePlace(String body, String code, String pointer) {
        as(team("maker")).body(body).post("/v1/programmes/behaviour-hubs/cohorts").then().spec(problem(400, code))
                .body("errors.pointer", pointer.equals("-") ? not(hasItem("x")) : hasItem(pointer));
    }

    @Test
    void aWindowThatClosesBeforeItOpensAndAPathwayOfAnotherProgrammeAreRefused() {
        as(team("maker")).body(cohort("x").replace("2030-12-31", "2024-12-31")).post("/v1/programmes/behaviour-hubs/cohorts").then().spec(problem(422, "window-invalid"))
                .body("errors[0].pointer", equalTo("/windowClosesAt"));
        as(team("maker")).body(cohort("x").replace("extended", "regional")).post("/v1/programmes/behaviour-hubs/cohorts").then().spec(problem(422, "pathway-unknown"))
                .body("errors[0].pointer", equalTo("/pathways/1/code"));
        as(team("maker")).body(cohort("x").replace("extended", "core")).post("/v1/programmes/behaviour-hubs/cohorts").then().spec(problem(422, "pathway-unknown"));
        as(team("maker")).body(cohort("x")).post("/v1/programmes/nothing/cohorts").then().spec(problem(404, "not-found"));
        given().get("/v1/programmes/behaviour-hubs/cohorts/x").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR})
    void onlyTheProgrammeTeamOpensCohorts(String role) {
        as(Tokens.person("somebody").role(role)).body(cohort("x")).post("/v1/programmes/behaviour-hubs/cohorts").then().spec(problem(403, "forbidden"));
        given().contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString()).body(cohort("x")).post("/v1/programmes/behaviour-hubs/cohorts")
                .then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void aCohortWhoseWindowIsOverIsShownAsClosed() {
        String code = Given.cohort("attendance-hubs", Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-02-01T00:00:00Z"), "attendance");
        given().get("/v1/programmes/attendance-hubs/cohorts/" + code).then().body("windowOpen", equalTo(false)).body("startsOn", equalTo(LocalDate.now().minusYears(1).toString()))
                .body("pathways", hasSize(1));
    }
}
