package org.schoolhubs.applications.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** What people decide about imports: confirmation, cancellation, reversal; and how fresh the register is. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ImportDecisionTest {
    private static final String GIAS = "gias-establishments";
    private static final String OFSTED = "ofsted-inspections";

    @Inject
    ImportSettings settings;

    private static byte[] schools(int from, int count, String... columnsAndValues) {
        return Files.giasFile(IntStream.range(from, from + count).mapToObj(urn -> Files.gias(String.valueOf(urn), columnsAndValues)).toArray(String[]::new));
    }

    private static Response post(Tokens who, Response run, String noun) {
        return Given.as(who).header("If-Match", run.header("ETag")).post("/v1/imports/" + run.path("id") + "/" + noun);
    }

    private static Response read(Response run) {
        return Files.collector().get("/v1/imports/" + run.path("id"));
    }

    private static Tokens department() {
        return Tokens.person("official").role(Roles.DFE);
    }

    private static Response held(int from) {
        Files.bringIn(GIAS, schools(from, 30));
        var held = Files.bringIn(GIAS, schools(from, 30, "EstablishmentStatus (code)", "2", "CloseDate", "31-08-2025"));
        held.then().body("state", equalTo("AWAITING_CONFIRMATION")).body("report.closed", equalTo(30)).body("report.guard.needsConfirmation", equalTo(true))
                .body("report.guard.limit", equalTo(20)).body("counts.changed", equalTo(30));
        return held;
    }

    @Test
    void aFileThatClosesManySchoolsWaitsForAPersonAndThenGoesIn() {
        var held = held(871_000);
        assertThat(Files.number("select count(*) from school where urn like '8710__' and status = 'OPEN'")).isEqualTo(30);
        assertThat(Given.one("select state from task where kind = 'import-confirmation' and subject_id = '" + held.path("id") + "'")).isEqualTo("OPEN");
        given().auth().oauth2(Given.team("t").token()).get("/v1/imports/" + held.path("id")).then().body("actions.name", hasItems("confirmation", "cancellation"))
                .body("actions.allowed", hasItems(true));
        read(held).then().body("actions[0].allowed", equalTo(false)).body("actions[0].code", equalTo("forbidden"));

        post(Given.team("confirmer"), held, "confirmation").then().statusCode(202).body("state", equalTo("RECEIVED")).body("confirmedBy", equalTo("confirmer"));
        Files.over(held.path("id")).then().body("state", equalTo("COMPLETED")).body("report.closed", equalTo(30)).body("counts.changed", equalTo(30));
        assertThat(Files.number("select count(*) from school where urn like '8710__' and status = 'CLOSED'")).isEqualTo(30);
        assertThat(Facts.types("schools.v1", "871000")).hasSize(2);
        assertThat(Files.number("select count(*) from import_change where 'CLOSED' = any(changes) and import_id = '" + held.path("id") + "'")).isEqualTo(30);
        assertThat(Given.one("select state from task where kind = 'import-confirmation' and subject_id = '" + held.path("id") + "'")).isEqualTo("SETTLED");
        Files.collector().get("/v1/imports/" + held.path("id") + "/history").then().body("type", hasItems("ImportReceived", "ImportHeld", "ImportConfirmed",
                "ImportCompleted"));
        assertThat(settings.spool().toFile().listFiles()).noneMatch(left -> left.getName().startsWith(held.<String>path("id")));
    }

    @Test
    void aFileThatTakesManySchoolsOutOfTheirTrustsWaitsToo() {
        Files.bringIn(GIAS, schools(871_100, 25, "Trusts (code)", "2900", "Trusts (name)", "T"));
        var held = Files.bringIn(GIAS, schools(871_100, 25));
        held.then().body("state", equalTo("AWAITING_CONFIRMATION")).body("report.movedTrust", equalTo(25));
        post(department(), held, "cancellation").then().statusCode(200);
    }

    @Test
    void aCancelledFileDoesNotGoInAndMayBeSentAgain() {
        var held = held(871_200);
        post(department(), held, "cancellation").then().statusCode(200).body("state", equalTo("CANCELLED")).body("cancelledBy", equalTo("official"))
                .body("finishedAt", notNullValue());
        assertThat(Files.number("select count(*) from school where urn like '8712__' and status = 'CLOSED'")).isZero();
        post(Given.team("late"), read(held), "confirmation").then().spec(problem(409, "transition-impossible"));
        assertThat(settings.spool().toFile().listFiles()).noneMatch(left -> left.getName().startsWith(held.<String>path("id")));
        Files.bringIn(GIAS, schools(871_200, 30, "EstablishmentStatus (code)", "2", "CloseDate", "31-08-2025")).then().body("state", equalTo("AWAITING_CONFIRMATION"));
    }

    @Test
    void onlyAPersonWhoIsNotTheSenderConfirms() {
        var held = held(871_300);
        post(Tokens.client("robot").role(Roles.PROGRAMME_TEAM), held, "confirmation").then().spec(problem(403, "person-required"));
        post(Tokens.client("robot").role(Roles.DFE), held, "cancellation").then().spec(problem(403, "person-required"));
        post(Tokens.person("collector-1").role(Roles.PROGRAMME_TEAM), held, "confirmation").then().spec(problem(409, "import-needs-another-person"));
        Given.as(Given.team("c")).post("/v1/imports/" + held.path("id") + "/confirmation").then().spec(problem(428, "if-match-required"));
        Given.as(Given.team("c")).header("If-Match", "\"999\"").post("/v1/imports/" + held.path("id") + "/confirmation").then().spec(problem(412, "stale"));
        Given.as(Given.team("c")).header("If-Match", "nonsense").post("/v1/imports/" + held.path("id") + "/confirmation").then().spec(problem(400, "if-match-invalid"));
        given().auth().oauth2(Given.team("c").token()).header("If-Match", held.header("ETag")).contentType("application/json")
                .post("/v1/imports/" + held.path("id") + "/confirmation").then().spec(problem(400, "idempotency-key-missing"));
        Given.as(Given.team("c")).header("If-Match", "\"1\"").post("/v1/imports/" + UUID.randomUUID() + "/confirmation").then().spec(problem(404, "not-found"));
        post(Given.team("c"), held, "reversal").then().spec(problem(409, "transition-impossible"));
        post(department(), held, "cancellation").then().statusCode(200);
    }

    @Test
    void aFileThatWaitedTooLongIsOlderThanTheRegisterByThen() {
        var held = held(871_400);
        Files.bringIn(GIAS, schools(871_400, 30)).then().body("state", equalTo("COMPLETED"));
        post(Given.team("c"), held, "confirmation").then().spec(problem(409, "import-older"));
        read(held).then().body("state", equalTo("AWAITING_CONFIRMATION"));
        post(Given.team("c"), held, "cancellation").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.DATA_COLLECTOR, Roles.AUDITOR, Roles.OPERATOR, Roles.FINANCE_APPROVER})
    void othersDoNotDecide(String role) {
        for (var noun : new String[] {"confirmation", "cancellation", "reversal"}) {
            Given.as(Tokens.person("x").role(role)).header("If-Match", "\"1\"").post("/v1/imports/" + UUID.randomUUID() + "/" + noun).then().spec(problem(403, "forbidden"));
        }
    }

    @Test
    void anUndoneImportPutsBackWhatItChangedAndClosesWhatItBrought() {
        Files.bringIn(GIAS, schools(872_000, 2));
        var second = Files.bringIn(GIAS, schools(872_000, 3, "EstablishmentName", "Wrong", "NumberOfPupils", "1"));
        second.then().body("counts.created", equalTo(1)).body("counts.changed", equalTo(2)).body("actions[0].name", equalTo("reversal"));
        post(department(), second, "reversal").then().statusCode(202).header("Location", "/v1/imports/" + second.path("id")).body("state", equalTo("UNDOING"))
                .body("undoneBy", equalTo("official")).body("undoneAt", nullValue());
        Files.over(second.path("id")).then().body("state", equalTo("UNDONE")).body("undoneBy", equalTo("official")).body("undoneAt", notNullValue());
        Files.collector().get("/v1/imports/" + second.path("id") + "/history").then().body("type", hasItems("ImportReversalRequested", "ImportUndone"))
                .body("find { it.type == 'ImportReversalRequested' }.actor.id", equalTo("official"));

        assertThat(Given.one("select name || ' ' || pupils || ' ' || version from school where urn = '872000'")).isEqualTo("School 872000 800 2");
        assertThat(Given.one("select status || ': ' || reason_closed || ' ' || version from school where urn = '872002'"))
                .isEqualTo("CLOSED: The import that brought it was undone 1");
        assertThat(Given.one("select string_agg(version || ' ' || (content->>'name'), ', ' order by version) from school_version where urn = '872000'"))
                .isEqualTo("0 School 872000, 1 Wrong");
        assertThat(Given.one("select content->>'name' from school_version where urn = '872002'")).isEqualTo("Wrong");
        assertThat(Facts.published("schools.v1", "872000")).hasSize(3).last().satisfies(fact -> assertThat(fact.payload()).contains("School 872000", "\"pupils\": 800"));
        assertThat(Facts.published("schools.v1", "872002")).hasSize(2).last().satisfies(fact -> assertThat(fact.payload()).contains("\"status\": \"CLOSED\""));
        assertThat(Files.number("select count(*) from journal where aggregate_id = '872000' and actor_id = 'official' and reason_code = 'import-undone'")).isOne();
        assertThat(Files.number("select count(*) from register_change where import_id = '" + second.path("id") + "' and urn = '872000'")).isEqualTo(2);
        post(department(), read(second), "reversal").then().spec(problem(409, "transition-impossible"));
    }

    @Test
    void theSameFileMayBeSentAgainAfterItWasUndoneAndVersionsGoOn() {
        Files.bringIn(GIAS, schools(872_100, 1));
        var file = schools(872_100, 2, "EstablishmentName", "Right after all");
        var first = Files.bringIn(GIAS, file);
        String day = first.path("asAt");
        Files.undo(department(), first);
        var again = Files.send(GIAS, day, "file.csv", file);
        again.then().statusCode(202);
        Files.over(again.path("id")).then().body("state", equalTo("COMPLETED")).body("counts.created", equalTo(0)).body("counts.changed", equalTo(2))
                .body("report.reopened", equalTo(1));
        assertThat(Given.one("select string_agg(urn || ' ' || version || ' ' || name, ', ' order by urn) from school where urn like '87210_'"))
                .isEqualTo("872100 3 Right after all, 872101 2 Right after all");
        assertThat(Files.number("select count(*) from (select aggregate_version from journal where aggregate_id = '872101' group by 1 having count(*) > 1) as twice")).isZero();
    }

    @Test
    void whatSomethingRestsOnIsNotUndone() {
        var first = Files.bringIn(GIAS, schools(872_200, 1));
        Files.bringIn(GIAS, schools(872_200, 1, "EstablishmentName", "Later"));
        post(department(), first, "reversal").then().spec(problem(409, "import-built-upon")).body("detail", containsString("came later"));

        var bringing = Files.bringIn(GIAS, schools(872_210, 1));
        Given.draft("872210");
        post(department(), bringing, "reversal").then().spec(problem(409, "import-built-upon")).body("detail", containsString("872210"));

        var inspected = Files.bringIn(GIAS, schools(872_220, 1));
        Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("872220", Files.graded("872220", "10000001", "15/11/2017", "2"))));
        post(department(), inspected, "reversal").then().spec(problem(409, "import-built-upon")).body("detail", containsString("inspection"));
        assertThat(Given.one("select name from school where urn = '872220'")).isEqualTo("School 872220");

        Files.bringIn(GIAS, schools(872_230, 1));
        var followed = Files.bringIn(GIAS, schools(872_230, 1, "EstablishmentStatus (code)", "2"));
        Given.update("update register_change set worked_at = now(), outcome = 'FOLLOWED' where import_id = '" + followed.path("id") + "'");
        post(department(), followed, "reversal").then().spec(problem(409, "import-built-upon")).body("detail", containsString("872230"));
        post(Tokens.client("robot").role(Roles.DFE), followed, "reversal").then().spec(problem(403, "person-required"));
    }

    @Test
    void undoneInspectionsAreTheLatestNoMore() {
        Files.bringIn(GIAS, schools(872_300, 2));
        Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("872300", Files.graded("872300", "10000001", "15/11/2017", "2"))));
        var second = Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("872300", Files.graded("872300", "10000002", "15/11/2023", "4")),
                Files.ofsted("872301", Files.graded("872301", "10000003", "15/11/2023", "1"))));
        var reader = given().auth().oauth2(Tokens.person("r").role(Roles.SCHOOL).token());
        reader.get("/v1/schools/872300/inspections").then().statusCode(200).body("items.inspection.inspectionNumber", equalTo(java.util.List.of("10000002", "10000001")))
                .body("items.current", equalTo(java.util.List.of(true, false))).body("items[1].validTo", equalTo(second.path("asAt")))
                .body("items[1].inspection.grades", notNullValue());
        Files.undo(Given.team("t"), second);
        reader.get("/v1/schools/872300").then().body("inspections.inspectionNumber", equalTo(java.util.List.of("10000001")));
        reader.get("/v1/schools/872301").then().body("inspections.size()", equalTo(0));
        reader.get("/v1/schools/872300/inspections").then().body("items.findAll { it.current }.inspection.inspectionNumber", equalTo(java.util.List.of("10000001")))
                .body("items.inspection.inspectionNumber.findAll { it == '10000002' }.size()", equalTo(0));
        reader.get("/v1/schools/872301/inspections").then().body("items.size()", equalTo(0));
        reader.get("/v1/schools/799999/inspections").then().spec(problem(404, "not-found"));
        reader.get("/v1/schools/abc/inspections").then().spec(problem(400, "urn-invalid"));
        given().get("/v1/schools/872300/inspections").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void theRegisterSaysHowFreshItsSourcesAre() {
        var newest = Files.bringIn(GIAS, schools(873_000, 1));
        var reader = given().auth().oauth2(Tokens.person("r").role(Roles.SCHOOL).token());
        reader.get("/v1/register/freshness").then().statusCode(200).body("today", notNullValue())
                .body("sources.find { it.kind == 'GIAS_ESTABLISHMENTS' }.importId", equalTo(newest.path("id")))
                .body("sources.find { it.kind == 'GIAS_ESTABLISHMENTS' }.asAt", equalTo(newest.path("asAt")))
                .body("sources.find { it.kind == 'GIAS_ESTABLISHMENTS' }.rows", equalTo(1))
                .body("sources.find { it.kind == 'GIAS_ESTABLISHMENTS' }.staleAfterDays", equalTo(7))
                .body("sources.find { it.kind == 'GIAS_ESTABLISHMENTS' }.stale", equalTo(true))
                .body("sources.size()", equalTo(ImportKind.values().length));
        given().get("/v1/register/freshness").then().spec(problem(401, "unauthenticated"));
    }
}
