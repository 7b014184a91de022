package org.schoolhubs.applications.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
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
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.sample.GiasFormat;
import org.schoolhubs.sample.SampleRegister;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ImportTest {
    private static final String GIAS = "gias-establishments";
    private static final String OFSTED = "ofsted-inspections";

    @Inject
    ImportSettings settings;

    @Test
    void theSampleRegisterGoesInWithoutARejectionAndUnchangedNothingHappensAgain() {
        var sample = SampleRegister.generate(2026, 300, LocalDate.of(2026, 8, 1));
        var first = Files.bringIn(GIAS, Files.bytes(sample::writeGias));
        first.then().body("state", equalTo("COMPLETED")).body("counts.read", equalTo(300)).body("counts.rejected", equalTo(0)).body("percent", equalTo(100));
        assertThat(Files.rejectedRows(first.path("id"))).isEmpty();
        long events = Files.number("select count(*) from journal where topic = 'schools.v1'");
        long versions = Files.number("select count(*) from school_version");
        Files.bringIn(GIAS, Files.bytes(sample::writeGias)).then().body("state", equalTo("COMPLETED"))
                .body("counts.unchanged", equalTo(300)).body("counts.created", equalTo(0)).body("counts.changed", equalTo(0));
        assertThat(Files.number("select count(*) from journal where topic = 'schools.v1'")).isEqualTo(events);
        assertThat(Files.number("select count(*) from school_version")).isEqualTo(versions);

        var inspections = Files.bringIn(OFSTED, Files.bytes(sample::writeOfsted));
        inspections.then().body("state", equalTo("COMPLETED")).body("counts.rejected", equalTo(0)).body("finishedAt", notNullValue());
        assertThat(inspections.<Integer>path("counts.created")).isGreaterThan(100);
        Files.bringIn(OFSTED, Files.bytes(sample::writeOfsted)).then().body("counts.created", equalTo(0)).body("counts.changed", equalTo(0));
    }

    @Test
    void onlyWhatDiffersIsVersionedAndPublishedOnce() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("810001"), Files.gias("810002", "TypeOfEstablishment (code)", "01"))).then()
                .body("counts.created", equalTo(2));
        var second = Files.bringIn(GIAS, Files.giasFile(Files.gias("810001", "NumberOfPupils", "801", "Trusts (code)", "2854", "Trusts (name)", "New Trust"),
                Files.gias("810002", "TypeOfEstablishment (code)", "1")));
        second.then().body("counts.changed", equalTo(1)).body("counts.unchanged", equalTo(1)).body("counts.created", equalTo(0));
        assertThat(Facts.types("schools.v1", "810001")).containsExactly("SchoolUpdated", "SchoolUpdated");
        assertThat(Facts.types("schools.v1", "810002")).containsExactly("SchoolUpdated");
        assertThat(Facts.published("schools.v1", "810001").get(1).payload()).contains("\"pupils\": 801", "\"trustUid\": \"2854\"", "\"status\": \"OPEN\"",
                "\"phase\": \"SECONDARY\"", "\"provision\": \"MAINSTREAM\"", "\"successorUrn\": null", "\"easting\": 528159");
        assertThat(Files.number("select count(*) from school_version where urn = '810001' and version = 0 and (content->>'pupils')::int = 800 "
                + "and valid_to > valid_from and superseded_by = '" + second.path("id") + "'")).isOne();
        assertThat(Files.number("select count(*) from journal where event_key = '810001' and aggregate_version = 1 and actor_id = 'collector-1' "
                + "and actor_roles = '{data-collector}' and changed_fields @> '{trustUid,trustName,pupils}' and array_length(changed_fields, 1) = 3")).isOne();
        given().auth().oauth2(Tokens.person("a").role(Roles.DFE).token()).get("/v1/trusts/2854").then().statusCode(200).body("name", equalTo("New Trust"));
    }

    @Test
    void badRowsAreRejectedOneByOneAndTheOthersGoIn() {
        var done = Files.bringIn(GIAS, Files.giasFile(
                Files.gias("820001"),
                Files.gias("820002", "OpenDate", "31-02-2020", "GOR (code)", "=cmd()"),
                Files.gias("820001", "EstablishmentName", "Twice"),
                "820003,too,short",
                Files.gias("820004", "EstablishmentName", "Caf\u00e9 \u2019s, \"quoted\" \\N\\")));
        done.then().body("state", equalTo("COMPLETED")).body("counts.read", equalTo(5)).body("counts.created", equalTo(2)).body("counts.rejected", equalTo(3));
        assertThat(Files.rejectedRows(done.path("id"))).extracting(row -> row.subList(0, 4)).containsExactly(
                List.of("3", "GOR (code)", "'=cmd()", "code-unknown"),
                List.of("3", "OpenDate", "31-02-2020", "date-impossible"),
                List.of("4", "URN", "820001", "urn-duplicate"),
                List.of("5", "", "", "row-truncated"));
        reader().get("/v1/schools/820001").then().body("name", equalTo("School 820001"));
        reader().get("/v1/schools/820004").then().body("name", equalTo("Caf\u00e9 \u2019s, \"quoted\" \\N\\"));
        reader().get("/v1/schools/820002").then().spec(problem(404, "not-found"));
    }

    @Test
    void aSchoolThatIsMissingFromAFileIsCountedAndNotClosed() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("825001"), Files.gias("825002"))).then().body("state", equalTo("COMPLETED"));
        long all = Files.number("select count(*) from school");
        var next = Files.bringIn(GIAS, Files.giasFile(Files.gias("825001"), Files.gias("825002", "LA (code)", "?")));
        next.then().body("counts.missing", equalTo((int) all - 2)).body("counts.rejected", equalTo(1));
        reader().get("/v1/schools/825002").then().body("status", equalTo("OPEN"));
    }

    @Test
    void aFileInUtf8WithByteOrderMarkAndOtherColumnsIsUnderstoodToo() {
        var header = new ArrayList<>(GiasFormat.HEADER);
        header.add(0, "OfstedRating (name)");
        var rows = ("\uFEFF" + new String(Files.file(header, StandardCharsets.UTF_8, "Good," + Files.gias("830001", "EstablishmentName", "Zo\u00eb \u0141")),
                StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        Files.bringIn(GIAS, rows).then().body("state", equalTo("COMPLETED")).body("counts.created", equalTo(1));
        reader().get("/v1/schools/830001").then().body("name", equalTo("Zo\u00eb \u0141"));
    }

    @Test
    void aFileThatLostAColumnIsRefusedAsAWholeNamingIt() {
        var header = new ArrayList<>(GiasFormat.HEADER);
        header.set(header.indexOf("GOR (code)"), "Region");
        header.set(header.indexOf("Town"), "City");
        var refused = Files.bringIn(GIAS, Files.file(header, Files.WINDOWS_1252, Files.gias("835001")));
        refused.then().body("state", equalTo("REFUSED")).body("failureCode", equalTo("column-missing"))
                .body("failureDetail", containsString("\"Town\", \"GOR (code)\"")).body("counts.created", equalTo(0));
        reader().get("/v1/schools/835001").then().statusCode(404);
        assertThat(Files.number("select count(*) from journal where aggregate_id = '" + refused.path("id")
                + "' and event_type in ('ImportReceived', 'ImportRefused')")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004 this is a spreadsheet", "\"URN\",\"never closed", "\r\n\r\n"})
    void whatIsNoSuchFileIsRefused(String content) {
        Files.bringIn(GIAS, content.getBytes(StandardCharsets.ISO_8859_1)).then().body("state", equalTo("REFUSED")).body("failureCode", notNullValue());
    }

    @Test
    void aQuoteThatNeverClosesChangesNothing() {
        var broken = new String(Files.giasFile(Files.gias("836001")), Files.WINDOWS_1252) + "\"836002,";
        Files.bringIn(GIAS, broken.getBytes(Files.WINDOWS_1252)).then().body("state", equalTo("REFUSED")).body("failureCode", equalTo("file-unreadable"));
        reader().get("/v1/schools/836001").then().statusCode(404);
    }

    @Test
    void theSameContentOfTheSameDayIsImportedOnce() {
        var day = Files.nextDay();
        var file = Files.giasFile(Files.gias("840001"));
        var first = Files.send(GIAS, day, "one.csv", file);
        first.then().statusCode(202).header("Location", endsWith("/v1/imports/" + first.path("id")));
        Files.over(first.path("id"));
        var again = Files.send(GIAS, day, "two.csv", file);
        again.then().statusCode(200).header("Location", endsWith("/v1/imports/" + first.path("id"))).body("id", equalTo(first.path("id")))
                .body("state", equalTo("COMPLETED")).body("fileName", equalTo("one.csv")).body("sha256.length()", equalTo(64));
        assertThat(Facts.types("schools.v1", "840001")).hasSize(1);
        assertThat(settings.spool().toFile().listFiles()).noneMatch(left -> left.getName().startsWith(first.<String>path("id")));
    }

    @Test
    void anOlderFileDoesNotUndoALaterOne() {
        var older = Files.nextDay();
        Files.bringIn(GIAS, Files.giasFile(Files.gias("845001"))).then().body("state", equalTo("COMPLETED"));
        Files.send(GIAS, older, "old.csv", Files.giasFile(Files.gias("845001", "EstablishmentName", "Old"))).then().spec(problem(409, "import-older"))
                .body("errors[0].parameter", equalTo("asAt"));
        reader().get("/v1/schools/845001").then().body("name", equalTo("School 845001"));
    }

    @Test
    void manyAtOnceRunOneAtATime() throws Exception {
        var day = Files.nextDay();
        var pool = Executors.newFixedThreadPool(8);
        var requests = new ArrayList<Callable<io.restassured.response.Response>>();
        for (int i = 0; i < 8; i++) {
            var file = Files.giasFile(Files.gias("85000" + i));
            requests.add(() -> Files.send(GIAS, day, "many.csv", file));
        }
        var accepted = new ArrayList<String>();
        for (var answer : pool.invokeAll(requests)) {
            if (answer.get().statusCode() == 202) {
                accepted.add(answer.get().path("id"));
            } else {
                answer.get().then().spec(problem(409, "import-running"));
            }
        }
        pool.shutdown();
        assertThat(accepted).isNotEmpty();
        accepted.forEach(id -> Files.over(id).then().body("state", equalTo("COMPLETED")));
        assertThat(Files.number("select count(*) from school where urn like '85000_'")).isEqualTo(accepted.size());
    }

    @Test
    void anImportWhoseWorkerDiedIsTakenUpAgain() throws Exception {
        // The worker's lock is held here, as by a worker of another instance that dies before it has merged anything.
        String id;
        try (var dying = SharedInfrastructure.asApplication()) {
            dying.setAutoCommit(false);
            await().until(() -> locks(dying));
            id = Files.send(GIAS, Files.nextDay(), "file.csv", Files.giasFile(Files.gias("855001"))).then().statusCode(202).extract().path("id");
            Files.collector().get("/v1/imports/" + id).then().body("state", equalTo("RECEIVED"));
            try (var owner = SharedInfrastructure.asOwner()) {
                owner.createStatement().execute("update register_import set state = 'RUNNING', attempts = 1, started_at = now() where id = '" + id + "'");
            }
            Files.send(GIAS, Files.nextDay(), "other.csv", Files.giasFile(Files.gias("855002"))).then().spec(problem(409, "import-running"));
            dying.rollback();
        }
        Files.over(id).then().body("state", equalTo("COMPLETED")).body("counts.created", equalTo(1));
        assertThat(Files.number("select attempts from register_import where id = '" + id + "'")).isGreaterThanOrEqualTo(2);
        assertThat(Facts.types("schools.v1", "855001")).hasSize(1);
    }

    @Test
    void anImportWhoseFileIsGoneFailsAndMayBeSentAgain() throws Exception {
        var day = Files.nextDay();
        var file = Files.giasFile(Files.gias("856001"));
        String id;
        try (var other = SharedInfrastructure.asApplication()) {
            other.setAutoCommit(false);
            await().until(() -> locks(other));
            id = Files.send(GIAS, day, "file.csv", file).path("id");
            java.nio.file.Files.delete(settings.spool().resolve(id + ".csv"));
        }
        Files.over(id).then().body("state", equalTo("FAILED")).body("failureCode", equalTo("file-lost"));
        String again = Files.send(GIAS, day, "file.csv", file).then().statusCode(202).body("id", org.hamcrest.Matchers.not(equalTo(id))).extract().path("id");
        Files.over(again).then().body("state", equalTo("COMPLETED"));
    }

    private static boolean locks(java.sql.Connection connection) throws SQLException {
        try (var row = connection.createStatement().executeQuery("select pg_try_advisory_xact_lock(hashtextextended('schoolhubs.imports.work', 0))")) {
            row.next();
            boolean locked = row.getBoolean(1);
            if (!locked) {
                connection.rollback();
            }
            return locked;
        }
    }

    @Test
    void inspectionsFollowTheFileAndTheirHistoryIsKept() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("860001"), Files.gias("860002")));
        var first = Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("860001", Files.graded("860001", "10000001", "15/11/2017", "2")),
                Files.ofsted("860002"), Files.ofsted("869999", Files.graded("869999", "10000002", "15/11/2017", "2"))));
        first.then().body("counts.created", equalTo(1)).body("counts.unchanged", equalTo(1)).body("counts.rejected", equalTo(1));
        assertThat(Files.rejectedRows(first.path("id"))).extracting(row -> row.subList(0, 4))
                .containsExactly(List.of("4", "URN", "869999", "school-unknown"));
        reader().get("/v1/schools/860001").then().header("ETag", "\"1\"").body("inspections.size()", equalTo(1))
                .body("inspections[0].overallEffectiveness", equalTo("2")).body("inspections[0].source.importId", equalTo(first.path("id")));

        Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("860001", "Inspection number of latest full inspection", "14000001", "Inspection start date",
                "08/12/2025", "URN at time of latest full inspection", "860001", "Inclusion", "Exceptional"))).then().body("counts.changed", equalTo(1));
        reader().get("/v1/schools/860001").then().header("ETag", "\"2\"").body("inspections.kind", equalTo(List.of("REPORT_CARD")))
                .body("inspections[0].overallEffectiveness", nullValue()).body("inspections[0].grades.Inclusion", equalTo("Exceptional"));
        assertThat(Files.number("select count(*) from inspection_version where urn = '860001' and kind = 'OEIF_GRADED' "
                + "and content->>'overall_effectiveness' = '2'")).isOne();
        assertThat(Facts.types("schools.v1", "860001")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "groups              | 2026-08-01 | a.csv       | 400 | invalid",
        "gias-establishments | 2026-02-30 | a.csv       | 400 | import-parameter-invalid",
        "gias-establishments | 1/8/2026   | a.csv       | 400 | import-parameter-invalid",
        "gias-establishments | 0026-08-01 | a.csv       | 400 | import-parameter-invalid",
        "gias-establishments | 2026-08-01 | ../../a.csv | 400 | invalid",
        "gias-establishments | 2026-08-01 | =a.csv      | 400 | invalid",
        "gias-establishments | 2999-08-01 | a.csv       | 422 | import-future"})
    void aRequestThatDoesNotSayWhatItIsIsRefused(String kind, String day, String name, int status, String code) {
        Files.send(kind, day, name, "x".getBytes(StandardCharsets.UTF_8)).then().spec(problem(status, code));
    }

    @Test
    void nothingIsNoFileAndTooMuchIsRefused() {
        Files.collector().contentType("text/csv").queryParam("kind", GIAS).queryParam("asAt", "2026-08-01").queryParam("fileName", "a.csv").post("/v1/imports")
                .then().spec(problem(400, "import-empty"));
        Files.collector().contentType("application/json").queryParam("kind", GIAS).queryParam("asAt", "2026-08-01").queryParam("fileName", "a.csv").body("{}")
                .post("/v1/imports").then().spec(problem(415, "unsupported-media-type"));
        given().auth().oauth2(Tokens.person("t").role(Roles.PROGRAMME_TEAM).token()).contentType("application/json").body("x".repeat(1_100_000))
                .put("/v1/term-calendars/305/2025").then().spec(problem(413, "too-large"));
        Files.collector().get("/v1/imports/" + UUID.randomUUID()).then().spec(problem(404, "not-found"));
        Files.collector().get("/v1/imports/" + UUID.randomUUID() + "/rejected-rows").then().statusCode(404);
        Files.collector().get("/v1/imports/none").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.FINANCE_APPROVER})
    void importsAreNotForEverybody(String role) {
        var token = Tokens.person("x").role(role).token();
        given().auth().oauth2(token).get("/v1/imports").then().spec(problem(403, "forbidden"));
        given().auth().oauth2(token).get("/v1/imports/" + UUID.randomUUID()).then().spec(problem(403, "forbidden"));
        given().auth().oauth2(token).contentType("text/csv").queryParam("kind", GIAS).body("x").post("/v1/imports").then().spec(problem(403, "forbidden"));
        given().get("/v1/imports").then().spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR})
    void thoseWhoReadImportsDoNotSendThem(String role) {
        var token = Tokens.person("x").role(role).token();
        given().auth().oauth2(token).queryParam("state", "COMPLETED").queryParam("kind", GIAS).get("/v1/imports").then().statusCode(200)
                .body("items.state.findAll { it != 'COMPLETED' }.size()", equalTo(0));
        given().auth().oauth2(token).queryParam("state", "GONE").get("/v1/imports").then().spec(problem(400, "import-parameter-invalid"))
                .body("errors.parameter", hasItem("state"));
    }

    @ParameterizedTest
    @CsvSource({"auditor, gias-establishments", "operator, gias-establishments", "dfe, gias-establishments", "dfe, ofsted-inspections", "dfe, gias-groups",
        "dfe, gias-group-links", "dfe, gias-links", "dfe, attendance-sharing", "dfe, term-calendars", "data-collector, selection-list", "auditor, selection-list"})
    void eachKindIsSentByItsOwnRoles(String role, String kind) {
        given().auth().oauth2(Tokens.person("x").role(role).token()).contentType("text/csv").queryParam("kind", kind).queryParam("asAt", "2015-01-01")
                .queryParam("fileName", "x.csv").body("x").post("/v1/imports").then().spec(problem(403, "forbidden"));
    }

    private static io.restassured.specification.RequestSpecification reader() {
        return given().auth().oauth2(Tokens.person("r").role(Roles.SCHOOL).token());
    }
}
