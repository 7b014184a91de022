package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.sample.GiasFormat;
import org.schoolhubs.sample.OfstedFormat;
import org.schoolhubs.sample.SampleRegister;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** What an import says that it changes or would change, and what it reads of unusual files. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ImportChangesTest {
    private static final String GIAS = "gias-establishments";
    private static final String OFSTED = "ofsted-inspections";

    private static Response changes(Response done, String query) {
        return Files.collector().get("/v1/imports/" + done.path("id") + "/changes?limit=500" + query);
    }

    private static List<String> urns(Response done, String change) {
        return changes(done, "&change=" + change).then().statusCode(200).extract().path("items.urn");
    }

    private static final String[] CHANGED = {
        Files.gias("870001", "EstablishmentStatus (code)", "2", "CloseDate", "31-08-2026", "ReasonEstablishmentClosed (name)", "Academy Converter"),
        Files.gias("870002", "Trusts (code)", "2854", "Trusts (name)", "A Trust", "EstablishmentName", "Renamed"),
        Files.gias("870003", "EstablishmentStatus (code)", "1"),
        Files.gias("870004", "EstablishmentTypeGroup (code)", "10", "TypeOfEstablishment (code)", "34"),
        Files.gias("870005", "NumberOfPupils", "7"),
        Files.gias("870007"),
        Files.gias("870008", "EstablishmentStatus (code)", "1")};

    private static void before() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870001"), Files.gias("870002"), Files.gias("870003", "EstablishmentStatus (code)", "2"), Files.gias("870004"),
                Files.gias("870005"), Files.gias("870006"), Files.gias("870008", "EstablishmentStatus (code)", "4")));
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() {
        before();
        long versions = Files.number("select count(*) from school_version");
        long facts = Files.number("select count(*) from journal where aggregate_type = 'School'");
        long work = Files.number("select count(*) from register_change");
        var tried = Files.tryOut(GIAS, Files.giasFile(with(CHANGED, Files.gias("870009", "LA (code)", "?"), Files.gias("870001"))));
        tried.then().body("state", equalTo("DRY_RUN_COMPLETED")).body("dryRun", equalTo(true)).body("percent", equalTo(100))
                .body("counts.read", equalTo(9)).body("counts.rejected", equalTo(2));
        assertReported(tried);
        assertThat(Files.rejectedRows(tried.path("id"))).extracting(row -> row.get(3)).containsExactlyInAnyOrder("code-unknown", "urn-duplicate");
        assertThat(Files.number("select count(*) from school_version")).isEqualTo(versions);
        assertThat(Files.number("select count(*) from journal where aggregate_type = 'School'")).isEqualTo(facts);
        assertThat(Files.number("select count(*) from register_change")).isEqualTo(work);
        assertThat(Files.number("select count(*) from school where urn = '870007'")).isZero();

        var done = Files.bringIn(GIAS, Files.giasFile(with(CHANGED, Files.gias("870009", "LA (code)", "?"), Files.gias("870001"))));
        done.then().body("state", equalTo("COMPLETED")).body("dryRun", equalTo(false));
        assertReported(done);
        assertThat(done.<Integer>path("counts.changed")).isEqualTo(tried.<Integer>path("counts.changed"));
        assertThat(done.<Integer>path("counts.created")).isEqualTo(tried.<Integer>path("counts.created"));
        assertThat(Files.number("select count(*) from register_change where import_id = '" + done.path("id") + "' and worked_at is null or import_id = '"
                + done.path("id") + "'")).isEqualTo(5);
        assertThat(step(done, "870001")).isEqualTo("CLOSE");
        assertThat(step(done, "870002")).isEqualTo("OTHER");
        assertThat(step(done, "870003")).isEqualTo("OPEN");
        assertThat(step(done, "870005")).as("nobody decides by the number of pupils").isNull();
        assertThat(step(done, "870007")).as("a new school").isNull();
    }

    private static String step(Response done, String urn) {
        return Given.one("select step from register_change where import_id = '" + done.path("id") + "' and urn = '" + urn + "'");
    }

    private static void assertReported(Response run) {
        run.then().body("report.added", equalTo(1)).body("report.opened", equalTo(2)).body("report.closed", equalTo(1)).body("report.reopened", equalTo(1))
                .body("report.converted", equalTo(2)).body("report.movedTrust", equalTo(1)).body("report.renamed", equalTo(1)).body("report.other", equalTo(1))
                .body("report.guard.closedOrMoved", equalTo(2)).body("report.guard.needsConfirmation", equalTo(false));
        assertThat(urns(run, "CLOSED")).containsExactly("870001");
        assertThat(urns(run, "CONVERTED")).containsExactly("870001", "870004");
        assertThat(urns(run, "MOVED_TRUST")).containsExactly("870002");
        assertThat(urns(run, "OPENED")).containsExactly("870007", "870008");
        assertThat(urns(run, "REOPENED")).containsExactly("870003");
        assertThat(urns(run, "OTHER")).containsExactly("870005");
        assertThat(urns(run, "MISSING")).contains("870006").doesNotContain("870001");
        changes(run, "&change=RENAMED").then().body("items[0].fields.name.before", equalTo("School 870002")).body("items[0].fields.name.after", equalTo("Renamed"))
                .body("items[0].fields.trustUid.before", nullValue()).body("items[0].fields.trustUid.after", equalTo("2854"))
                .body("items[0].changes", contains("MOVED_TRUST", "RENAMED")).body("items[0].fields.size()", equalTo(3));
    }

    private static String[] with(String[] rows, String... more) {
        var all = new ArrayList<>(List.of(rows));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void theReportNamesTheLiveApplicationsOfChangedSchools() {
        var live = Given.submitted(Given.eligibleSchool());
        var draft = Given.draft(Given.eligibleSchool());
        var tried = Files.tryOut(GIAS, Files.giasFile(Files.gias(live.urn(), "EstablishmentStatus (code)", "2"), Files.gias(draft.urn(), "EstablishmentStatus (code)", "2")));
        tried.then().body("report.liveApplications", not(equalTo(0)));
        changes(tried, "&change=CLOSED").then().body("items.find { it.urn == '" + live.urn() + "' }.liveApplications", contains(live.id()))
                .body("items.find { it.urn == '" + draft.urn() + "' }.liveApplications.size()", equalTo(0));
    }

    @Test
    void changesArePagedByUrnAndWrittenAsCsv() {
        before();
        var tried = Files.tryOut(GIAS, Files.giasFile(Files.gias("870002", "EstablishmentName", "=cmd()"), Files.gias("870005", "Town", "Leeds", "NumberOfPupils", "9")));
        var path = "/v1/imports/" + tried.path("id") + "/changes";
        var first = Files.collector().get(path + "?limit=1");
        first.then().statusCode(200).body("items.size()", equalTo(1));
        String next = first.path("next");
        var second = Files.collector().queryParam("after", next).get(path + "?limit=1");
        assertThat(second.<String>path("items[0].urn")).isGreaterThan(first.path("items[0].urn"));
        var csv = Files.collector().accept("text/csv").get(path).then().statusCode(200).contentType(containsString("text/csv")).extract().asString();
        assertThat(csv).startsWith("urn,name,changes,field,before,after,liveApplications").contains("870002,'=cmd(),RENAMED,name,School 870002,'=cmd(),")
                .contains("870005,School 870005,OTHER,town,London,Leeds,");
        Files.collector().get(path + "?change=NONE").then().spec(problem(400, "import-parameter-invalid")).body("errors.parameter", hasItem("change"));
        Files.collector().get("/v1/imports/" + UUID.randomUUID() + "/changes").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE"})
    void aDryRunThatIsMisspeltIsNotTakenForAnImport(String dryRun) {
        Files.collector().contentType("text/csv").queryParam("kind", GIAS).queryParam("asAt", Files.nextDay()).queryParam("fileName", "a.csv").queryParam("dryRun", dryRun)
                .body("x").post("/v1/imports").then().spec(problem(400, "invalid"));
    }

    @Test
    void aDryRunCanBeRepeatedAndIsNoImportOfItsContent() {
        var file = Files.giasFile(Files.gias("870020"));
        var first = Files.tryOut(GIAS, file);
        var second = Files.tryOut(GIAS, file);
        assertThat(first.<String>path("id")).isNotEqualTo(second.path("id"));
        Files.bringIn(GIAS, file).then().body("state", equalTo("COMPLETED")).body("counts.created", equalTo(1));
    }

    @Test
    void changedGradesAreListedAndGivenToReconciliation() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870030"), Files.gias("870031")));
        Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("870030", Files.graded("870030", "10000001", "15/11/2017", "2"))));
        var next = Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("870030", Files.graded("870030", "10000009", "15/11/2023", "4")),
                Files.ofsted("870031", Files.graded("870031", "10000010", "15/11/2023", "1"))));
        next.then().body("report.regraded", equalTo(1)).body("report.inspected", equalTo(1));
        changes(next, "&change=REGRADED").then().body("items[0].fields.'inspections.OEIF_GRADED'.before.overallEffectiveness", equalTo("2"))
                .body("items[0].fields.'inspections.OEIF_GRADED'.after.overallEffectiveness", equalTo("4"));
        assertThat(step(next, "870030")).isEqualTo("REGRADE");
        assertThat(Files.number("select count(*) from journal where aggregate_id = '870030' and event_type = 'InspectionsUpdated' and topic is null")).isEqualTo(2);
    }

    @Test
    void whatOthersDoNotSeeIsVersionedAndJournaledButNotPublished() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870040")));
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870040", "SchoolWebsite", "http://school.example"))).then().body("counts.changed", equalTo(1));
        assertThat(Facts.types("schools.v1", "870040")).hasSize(1);
        assertThat(Files.number("select count(*) from journal where aggregate_id = '870040' and topic is null and changed_fields = '{website}'")).isOne();
    }

    @Test
    void aRowIsComparedAgainWheneverItIsNotWhatItWasLast() {
        var one = Files.giasFile(Files.gias("870100"), Files.gias("870101", "Easting", "600000", "Northing", "500000"));
        var other = Files.giasFile(Files.gias("870100", "Town", "Leeds"), Files.gias("870101"));
        Files.bringIn(GIAS, one).then().body("counts.created", equalTo(2)).body("counts.warnings", equalTo(1));
        Files.bringIn(GIAS, one).then().body("counts.unchanged", equalTo(2)).body("counts.warnings", equalTo(1));
        Files.bringIn(GIAS, other).then().body("counts.changed", equalTo(2)).body("counts.warnings", equalTo(0));
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870100", "LA (code)", "?"), Files.gias("870101"))).then().body("counts.rejected", equalTo(1))
                .body("counts.unchanged", equalTo(1));
        Files.bringIn(GIAS, other).then().body("counts.unchanged", equalTo(2));
        Files.tryOut(GIAS, one).then().body("counts.changed", equalTo(2));
        Files.bringIn(GIAS, one).then().body("counts.changed", equalTo(2));
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870100"), Files.gias("870100"), Files.gias("870101"))).then().body("counts.rejected", equalTo(1))
                .body("counts.unchanged", equalTo(1)).body("counts.changed", equalTo(1));
        assertThat(Given.one("select town || ' ' || version from school where urn = '870100'")).isEqualTo("London 2");
    }

    @Test
    void aDetailThatAFileDoesNotSpeakOfStaysAsItIs() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870050", "SchoolCapacity", "420", "Section41Approved (name)", "Approved")));
        var header = new ArrayList<>(GiasFormat.HEADER);
        int capacity = header.indexOf("SchoolCapacity");
        header.remove(capacity);
        var row = new ArrayList<>(List.of(Files.gias("870050").split(",", -1)));
        row.remove(capacity);
        Files.bringIn(GIAS, Files.file(header, Files.WINDOWS_1252, String.join(",", row))).then().body("counts.changed", equalTo(1));
        assertThat(Given.one("select capacity || ' ' || coalesce(section41, 'none') from school where urn = '870050'")).isEqualTo("420 none");
    }

    @Test
    void aSchoolInTheSeaGoesInWithoutAPlaceAndWithAWarning() {
        var done = Files.bringIn(GIAS, Files.giasFile(Files.gias("870060", "Easting", "600000", "Northing", "500000", "EstablishmentStatus (code)", "2")));
        done.then().body("counts.rejected", equalTo(0)).body("counts.warnings", equalTo(1)).body("counts.created", equalTo(1));
        assertThat(Files.rejectedRows(done.path("id"))).singleElement().satisfies(row -> {
            assertThat(row.get(3)).isEqualTo("coordinate-outside-england");
            assertThat(row.get(4)).contains("WENT_IN_WITHOUT_VALUE");
        });
        assertThat(Given.one("select status from school where urn = '870060' and easting is null")).isEqualTo("CLOSED");
    }

    @Test
    void aFileInUtf8WithoutAMarkIsReadRightly() {
        Files.bringIn(GIAS, Files.file(GiasFormat.HEADER, StandardCharsets.UTF_8, Files.gias("870070", "EstablishmentName", "Zoë Łódź’s")));
        assertThat(Given.one("select name from school where urn = '870070'")).isEqualTo("Zoë Łódź’s");
    }

    @Test
    void aFileThatWasCutOffIsRefusedAndALackingLineEndIsNoFault() {
        var whole = new String(Files.giasFile(Files.gias("870080"), Files.gias("870081")), Files.WINDOWS_1252).stripTrailing();
        Files.bringIn(GIAS, whole.substring(0, whole.length() - 60).getBytes(Files.WINDOWS_1252)).then().body("state", equalTo("REFUSED"))
                .body("failureCode", equalTo("file-cut-off"));
        Files.bringIn(GIAS, whole.getBytes(Files.WINDOWS_1252)).then().body("counts.created", equalTo(2)).body("counts.rejected", equalTo(0));
    }

    @Test
    void aFileOfAHeaderAloneIsRefused() {
        Files.bringIn(GIAS, Files.giasFile()).then().body("state", equalTo("REFUSED")).body("failureCode", equalTo("file-without-rows"));
    }

    /** The quote that is missing takes the rows as far as the next one with it: whole lines, telephone numbers and all. */
    @Test
    void aQuoteThatTakesOtherRowsWithItIsRefusedNamingTheLine() {
        var rows = new ArrayList<String>();
        for (int urn = 870100; urn < 870120; urn++) {
            rows.add(Files.gias(String.valueOf(urn), "SchoolWebsite", urn == 870103 ? "www.x.example" : "", "Street", urn == 870110 ? "1, The Lane" : "1 Lane"));
        }
        rows.set(3, rows.get(3).replace("www.x.example", "\"www.x.example"));
        Files.bringIn(GIAS, Files.giasFile(rows.toArray(String[]::new))).then().body("state", equalTo("REFUSED")).body("failureCode", equalTo("file-unreadable"))
                .body("failureDetail", containsString("line 5"));
        assertThat(Given.one("select count(*) from import_rejection where value like '%x.example%'")).isEqualTo("0");
    }

    @Test
    void aNameOfSeveralLinesIsNoFault() {
        Files.bringIn(GIAS, Files.giasFile(Files.gias("870130", "EstablishmentName", "St Mary, the \"Virgin\",\nLeeds"))).then().body("counts.created", equalTo(1));
        assertThat(Given.one("select name from school where urn = '870130'")).isEqualTo("St Mary, the \"Virgin\", Leeds");
    }

    @ParameterizedTest
    @CsvSource({"';',semicolons", "'\t',tabs"})
    void anotherSeparatorIsNamed(String separator, String name) {
        var file = new String(Files.giasFile(Files.gias("870140")), Files.WINDOWS_1252).replace(",", separator).getBytes(Files.WINDOWS_1252);
        Files.bringIn(GIAS, file).then().body("failureCode", equalTo("column-missing")).body("failureDetail", containsString("separated by " + name));
    }

    @Test
    void aBadByteInAMarkedFileSpoilsItsOwnRowAlone() {
        var file = ("\uFEFF" + String.join(",", GiasFormat.HEADER) + "\n" + Files.gias("870150", "EstablishmentName", "Zo\u00eb\u2019s") + "\n"
                + Files.gias("870151", "EstablishmentName", "Caf# Lane") + "\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < file.length; i++) {
            file[i] = file[i] == '#' ? (byte) 0xE9 : file[i];
        }
        var done = Files.bringIn(GIAS, file);
        done.then().body("counts.created", equalTo(1)).body("counts.rejected", equalTo(1));
        assertThat(Files.rejectedRows(done.path("id"))).extracting(row -> row.get(3)).containsExactly("text-undecodable");
        assertThat(Given.one("select name from school where urn = '870150'")).isEqualTo("Zo\u00eb\u2019s");
    }

    @ParameterizedTest
    @CsvSource({"gias-establishments,ofsted-inspections", "ofsted-inspections,gias-establishments"})
    void aFileOfAnotherKindIsRefusedNamingTheKindThatItLooksLike(String said, String is) {
        var file = Files.file(is.startsWith("gias") ? GiasFormat.HEADER : OfstedFormat.HEADER, Files.WINDOWS_1252, "x");
        Files.bringIn(said, file).then().body("state", equalTo("REFUSED")).body("failureCode", equalTo("file-of-another-kind"))
                .body("failureDetail", containsString("of kind " + is));
    }

    @Test
    void utf16IsRefusedNamingWhatToDo() {
        Files.bringIn(GIAS, Files.file(GiasFormat.HEADER, StandardCharsets.UTF_16LE, Files.gias("870090"))).then().body("state", equalTo("REFUSED"))
                .body("failureCode", equalTo("encoding-unknown")).body("failureDetail", containsString("UTF-8 or Windows-1252"));
    }

    @Test
    void specialSchoolsAlternativeProvisionAndCollegesGoInAsWhatTheyAre() {
        var sample = SampleRegister.generate(77, 310, LocalDate.of(2026, 8, 1));
        Files.bringIn(GIAS, Files.bytes(sample::writeGias)).then().body("counts.rejected", equalTo(0)).body("counts.warnings", equalTo(0));
        assertThat(Files.number("select count(distinct provision) from school")).isEqualTo(4);
        assertThat(Files.number("select count(distinct type_code) from school where provision = 'SPECIAL'")).isGreaterThanOrEqualTo(3);
        assertThat(Files.number("select count(distinct type_code) from school where provision = 'ALTERNATIVE_PROVISION'")).isGreaterThanOrEqualTo(2);
        assertThat(Files.number("select count(distinct type_code) from school where provision = 'COLLEGE'")).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.FINANCE_APPROVER})
    void changesAreNotForEverybody(String role) {
        var id = UUID.randomUUID();
        io.restassured.RestAssured.given().auth().oauth2(Tokens.person("x").role(role).token()).get("/v1/imports/" + id + "/changes").then().spec(problem(403, "forbidden"));
        io.restassured.RestAssured.given().auth().oauth2(Tokens.person("x").role(role).token()).get("/v1/imports/" + id + "/history").then().spec(problem(403, "forbidden"));
    }
}
