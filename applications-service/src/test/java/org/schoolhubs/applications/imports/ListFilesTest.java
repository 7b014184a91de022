package org.schoolhubs.applications.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.imports.KindFiles.counts;
import static org.schoolhubs.applications.imports.KindFiles.file;
import static org.schoolhubs.applications.imports.KindFiles.rejected;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.selection.SelectionLists;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Attendance sharing, selection lists and term calendars. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ListFilesTest {
    private static final String SHARING = "attendance-sharing";
    private static final String SELECTION = "selection-list";
    private static final String CALENDARS = "term-calendars";
    private static final String PROGRAMME = "behaviour-and-attendance-hubs";

    @Inject
    SelectionLists lists;

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.person("p").role(role).token());
    }

    private static String cohort() {
        return Given.openCohort(PROGRAMME, "enhanced", "regional");
    }

    private static void schools(String... urns) {
        Files.bringIn("gias-establishments", Files.giasFile(Arrays.stream(urns).map(urn -> Files.gias(urn)).toArray(String[]::new)));
    }

    // ---- attendance sharing

    @Test
    void sharingIsKeptPerSchoolWithItsHistory() {
        schools("841001", "841002");
        byte[] first = file(KindFiles.SHARING, "841001,SHARING,Daily collection,01-01-2010,31/12/2009", "841002,not sharing,Daily collection,01/01/2010,");
        counts(Files.bringIn(SHARING, first), 2, 0, 0, 0);
        counts(Files.bringIn(SHARING, first), 0, 0, 2, 0);
        var second = Files.bringIn(SHARING, file(KindFiles.SHARING, "841001,NOT_SHARING,Daily collection,02-01-2010,31/12/2009"));
        counts(second, 0, 1, 0, 0);
        assertThat(Files.number("select count(*) from attendance_sharing where urn = '841001' and status = 'NOT_SHARING' and version = 1 and checked_on = '2010-01-02'")).isOne();
        assertThat(Files.number("select count(*) from attendance_sharing_version where urn = '841001' and content->>'status' = 'SHARING' and superseded_by = '"
                + second.path("id") + "'")).isOne();
        assertThat(Files.number("select count(*) from attendance_sharing where urn = '841002' and status = 'NOT_SHARING' and last_data_on is null")).isOne();
        assertThat(Files.number("select count(*) from register_change where urn = '841001' and step = 'OTHER' and fields = '{attendanceSharing}'")).isOne();
    }

    @Test
    void badSharingRowsAreRejectedOneByOne() {
        schools("842001");
        var done = Files.bringIn(SHARING, file(KindFiles.SHARING,
                "842001,SHARING,Collection,01-01-2010,",
                "842001,SHARING,Collection,01-01-2010,",
                "849999,SHARING,Collection,01-01-2010,",
                "842002,PERHAPS,Collection,01-01-2010,",
                "842003,SHARING,,01-01-2010,",
                "842004,SHARING,Collection,,",
                "842005,SHARING,Collection,31-02-2010,",
                "842006,SHARING,Collection,01-01-2099,",
                "842007,SHARING,Collection,01-01-2010,02-01-2010",
                "nobody,SHARING,Collection,01-01-2010,",
                "842008,SHARING"));
        counts(done, 1, 0, 0, 10);
        rejected(done, "3 URN urn-duplicate", "5 Status code-unknown", "6 Source value-missing", "7 Checked on value-missing", "8 Checked on date-impossible",
                "9 Checked on date-in-the-future", "10 Last data day date-after-check", "11 URN urn-invalid", "12  row-truncated", "4 URN school-unknown");
    }

    @Test
    void sharingOfADayToComeIsRefused() {
        KindFiles.send(KindFiles.collector(), SHARING, LocalDate.now().plusDays(2).toString(), file(KindFiles.SHARING), Map.of()).then()
                .spec(problem(422, "import-future"));
    }

    // ---- selection lists

    @Test
    void aListIsReadInTheOrderOfPriorityAndItsSuccessorTakesItsPlace() {
        schools("843001", "843002", "843003");
        var cohort = cohort();
        var first = KindFiles.select(cohort, file(List.of("URN", "Reason", "Rank"), "843002,High absence,2", "843001,\"=Suspensions, high\",1"));
        counts(first, 2, 0, 0, 0);
        first.then().body("selection.cohort", equalTo(cohort)).body("selection.pathway", equalTo("enhanced"));
        String id = as(Roles.DFE).queryParam("cohort", cohort).get("/v1/selection-lists").then().statusCode(200).body("items.size()", equalTo(1))
                .body("items[0].listNumber", equalTo(1)).body("items[0].current", equalTo(true)).body("items[0].entries", equalTo(2))
                .body("items[0].importId", equalTo(first.path("id"))).extract().path("items[0].id");
        as(Roles.PROGRAMME_TEAM).get("/v1/selection-lists/" + id).then().statusCode(200).header("ETag", "\"0\"");
        String next = as(Roles.AUDITOR).queryParam("limit", 1).get("/v1/selection-lists/" + id + "/entries").then().statusCode(200)
                .body("items[0].urn", equalTo("843001")).body("items[0].rank", equalTo(1)).body("items[0].name", equalTo("School 843001")).extract().path("next");
        as(Roles.AUDITOR).queryParam("limit", 1).queryParam("after", next).get("/v1/selection-lists/" + id + "/entries").then().statusCode(200)
                .body("items[0].urn", equalTo("843002")).body("next", nullValue());
        assertThat(as(Roles.DFE).accept("text/csv").get("/v1/selection-lists/" + id + "/entries").then().statusCode(200).extract().asString())
                .isEqualTo("URN,Name,Rank,Reason\r\n843001,School 843001,1,\"'=Suspensions, high\"\r\n843002,School 843002,2,High absence\r\n");

        var second = KindFiles.select(cohort, file(KindFiles.SELECTION, "843002,High absence", "843003,New"));
        counts(second, 1, 1, 0, 0);
        second.then().body("counts.missing", equalTo(1));
        as(Roles.DFE).get("/v1/selection-lists/" + id).then().body("current", equalTo(false)).header("ETag", "\"1\"");
        as(Roles.DFE).queryParam("cohort", cohort).queryParam("current", true).get("/v1/selection-lists").then().body("items.size()", equalTo(1))
                .body("items[0].listNumber", equalTo(2));
        assertThat(lists.of(UUID.fromString(id))).extracting(school -> school.urn().value()).containsExactly("843001", "843002");
        assertThat(lists.find(PROGRAMME, "enhanced", cohort, new Urn("843001"))).isEmpty();
        assertThat(lists.find(PROGRAMME, "enhanced", cohort, new Urn("843002")).orElseThrow()).satisfies(school -> {
            assertThat(school.rank()).isOne();
            assertThat(school.listNumber()).isEqualTo(2);
            assertThat(school.reason()).isEqualTo("High absence");
            assertThat(school.fileName()).isEqualTo("list.csv");
        });
        assertThat(lists.find(PROGRAMME, "enhanced", new Urn("843003"))).map(school -> school.cohort()).contains(cohort);
        assertThat(lists.find(PROGRAMME, "regional", new Urn("843003"))).isEmpty();
        assertThat(Files.number("select count(*) from journal where event_type = 'SelectionListPublished' and actor_id = 'dee' and aggregate_id in "
                + "(select id::text from selection_list where cohort = '" + cohort + "')")).isEqualTo(2);
    }

    @Test
    void aListThatSaysTheSameIsNoNewListAndTheSameFileServesTwoCohorts() {
        schools("844001");
        var cohort = cohort();
        var other = cohort();
        byte[] list = file(KindFiles.SELECTION, "844001,Reason");
        var day = Files.nextDay();
        var first = KindFiles.send(KindFiles.dfe(), SELECTION, day, list, KindFiles.target(cohort));
        Files.over(first.path("id"));
        KindFiles.send(KindFiles.dfe(), SELECTION, day, list, KindFiles.target(cohort)).then().statusCode(200).body("id", equalTo(first.path("id")));
        var second = KindFiles.send(KindFiles.dfe(), SELECTION, day, list, KindFiles.target(other));
        second.then().statusCode(202);
        Files.over(second.path("id")).then().body("state", equalTo("COMPLETED"));
        counts(KindFiles.select(cohort, list), 0, 0, 1, 0);
        assertThat(Files.number("select count(*) from selection_list where cohort = '" + cohort + "'")).isOne();
        KindFiles.send(KindFiles.dfe(), SELECTION, day, file(KindFiles.SELECTION, "844001,Older"), KindFiles.target(cohort)).then().spec(problem(409, "import-older"));
        var later = KindFiles.send(KindFiles.dfe(), SELECTION, day, file(KindFiles.SELECTION, "844001,Other"), KindFiles.target(other));
        later.then().statusCode(202);
        Files.over(later.path("id"));
        assertThat(lists.find(PROGRAMME, "enhanced", other, new Urn("844001")).orElseThrow().reason()).isEqualTo("Other");
    }

    @Test
    void theDepartmentsOwnShapeIsTakenToo() {
        schools("845001", "845002");
        var cohort = cohort();
        var done = KindFiles.select(cohort, file(List.of("type", "identifier", "identifier_type"), "Targeted school,845002,urn", "Targeted school,845001,urn",
                "Targeted school,10012345,ukprn"));
        counts(done, 2, 0, 0, 1);
        rejected(done, "4 identifier_type code-unknown", "4 identifier urn-invalid");
        assertThat(lists.find(PROGRAMME, "enhanced", cohort, new Urn("845002")).orElseThrow().reason()).isEqualTo("Targeted school");
    }

    @Test
    void strangersOnAListAreRejectedOneByOne() {
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("846001"), Files.gias("846002", "EstablishmentStatus (code)", "2"), Files.gias("846003"),
                Files.gias("846004")));
        var done = KindFiles.select(cohort(), file(List.of("URN", "Reason", "Rank"),
                "846001,Good,1", "849998,Unknown,2", "846002,Closed,3", "846001,Twice,4", "846003,Same rank,1", "846004,,5", "846004,No rank,", "846004,Zero,0", "x,Bad,6"));
        counts(done, 1, 0, 0, 8);
        rejected(done, "5 URN urn-duplicate", "7 Reason value-missing", "8 Rank value-missing", "9 Rank number-invalid", "10 URN urn-invalid",
                "3 URN school-unknown", "4 URN school-closed", "6 Rank rank-duplicate");
    }

    @Test
    void aListOfStrangersAloneChangesNothing() {
        schools("847001");
        var cohort = cohort();
        KindFiles.select(cohort, file(KindFiles.SELECTION, "847001,Reason"));
        KindFiles.select(cohort, file(KindFiles.SELECTION, "849997,Reason")).then().body("state", equalTo("REFUSED"))
                .body("failureCode", equalTo("selection-empty"));
        assertThat(lists.find(PROGRAMME, "enhanced", cohort, new Urn("847001"))).isPresent();
        KindFiles.select(cohort, file(KindFiles.LINKS, "1,2,3,4,5")).then().body("state", equalTo("REFUSED")).body("failureDetail", containsString("kind gias-links"));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, enhanced, 422, programme-unknown, programme",
        "behaviour-and-attendance-hubs, nothing, 422, pathway-unknown, pathway",
        "behaviour-and-attendance-hubs, enhanced, 422, cohort-unknown, cohort",
        "behaviour-and-attendance-hubs, , 400, selection-target-invalid, cohort",
        ", , 400, selection-target-invalid, programme"})
    void aListIsForAPathwayThatThereIs(String programme, String pathway, int status, String code, String parameter) {
        var target = new HashMap<String, String>();
        if (programme != null) {
            target.put("programme", programme);
        }
        if (pathway != null) {
            target.put("pathway", pathway);
            target.put("cohort", "no-such-cohort");
        }
        KindFiles.send(KindFiles.dfe(), SELECTION, "2015-01-01", file(KindFiles.SELECTION, "847001,Reason"), target).then().spec(problem(status, code))
                .body("errors.parameter", hasItem(parameter));
    }

    @Test
    void aListIsForAPathwayThatIsEnteredBySelectionAndOtherFilesAreForNone() {
        var cohort = cohort();
        KindFiles.send(KindFiles.dfe(), SELECTION, "2015-01-01", file(KindFiles.SELECTION, "847001,Reason"),
                Map.of("programme", PROGRAMME, "pathway", "regional", "cohort", cohort)).then().spec(problem(422, "pathway-not-by-selection"));
        KindFiles.send(KindFiles.collector(), SHARING, "2015-01-01", file(KindFiles.SHARING), KindFiles.target(cohort)).then()
                .spec(problem(400, "selection-target-invalid"));
        KindFiles.send(KindFiles.dfe(), SELECTION, "2015-01-01", file(KindFiles.SELECTION), Map.of("programme", "NO CODE")).then().spec(problem(400, "invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.DATA_COLLECTOR, Roles.OPERATOR, Roles.FINANCE_PREPARER})
    void listsAreReadByThoseWhoSelectAndDecideAlone(String role) {
        for (var path : List.of("", "/" + UUID.randomUUID(), "/" + UUID.randomUUID() + "/entries")) {
            as(role).get("/v1/selection-lists" + path).then().spec(problem(403, "forbidden"));
            given().get("/v1/selection-lists" + path).then().spec(problem(401, "unauthenticated"));
        }
        as(role).accept("text/csv").get("/v1/selection-lists/" + UUID.randomUUID() + "/entries").then().statusCode(403);
    }

    @Test
    void anUnknownListIsNotFound() {
        for (var path : List.of("", "/entries")) {
            as(Roles.DFE).get("/v1/selection-lists/" + UUID.randomUUID() + path).then().spec(problem(404, "not-found"));
        }
        as(Roles.DFE).queryParam("limit", 0).get("/v1/selection-lists").then().statusCode(400);
    }

    // ---- term calendars

    private static String[] join(String[]... parts) {
        return Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }

    @Test
    void calendarsGoInWholeAndOnlyChangedOnesArePublished() {
        byte[] both = file(KindFiles.CALENDARS, join(KindFiles.calendar("971", "2031/32", 2031), KindFiles.calendar("national", "2031/32", 2031)));
        counts(Files.bringIn(CALENDARS, both), 6, 0, 0, 0);
        assertThat(Facts.published("calendars.v1", "971:2031/32").get(0).payload()).contains("\"startsOn\": \"2031-09-03\"");
        assertThat(Facts.types("calendars.v1", "national:2031/32")).hasSize(1);
        given().queryParam("laCode", "971").get("/v1/term-calendars").then().statusCode(200).body("items[0].illustrative", equalTo(false));

        counts(Files.bringIn(CALENDARS, both), 0, 0, 6, 0);
        var changed = KindFiles.calendar("971", "2031/32", 2031);
        changed[0] = changed[0].replace("19-12", "18-12");
        counts(Files.bringIn(CALENDARS, file(KindFiles.CALENDARS, join(changed, KindFiles.calendar("national", "2031/32", 2031)))), 0, 3, 3, 0);
        assertThat(Facts.types("calendars.v1", "971:2031/32")).hasSize(2);
        assertThat(Facts.types("calendars.v1", "national:2031/32")).hasSize(1);
    }

    @Test
    void aDryRunOfCalendarsChangesNone() {
        var sent = KindFiles.send(KindFiles.collector(), CALENDARS, Files.nextDay(), file(KindFiles.CALENDARS, KindFiles.calendar("977", "2033/34", 2033)), Map.of("dryRun", "true"));
        sent.then().statusCode(202);
        Files.over(sent.path("id")).then().body("state", equalTo("DRY_RUN_COMPLETED")).body("counts.created", equalTo(3));
        given().get("/v1/term-calendars/977/2033").then().statusCode(404);
        assertThat(Facts.types("calendars.v1", "977:2033/34")).isEmpty();
    }

    @Test
    void aCalendarWithAFaultIsRejectedAsAWhole() {
        var overlapping = KindFiles.calendar("972", "2032/33", 2032);
        overlapping[1] = overlapping[1].replace("05/01/2033", "10/12/2032");
        var incomplete = Arrays.copyOf(KindFiles.calendar("973", "2032/33", 2032), 2);
        var otherYear = KindFiles.calendar("974", "2032/33", 2034);
        var twice = join(KindFiles.calendar("975", "2032/33", 2032), new String[] {KindFiles.calendar("975", "2032/33", 2032)[0]});
        var done = Files.bringIn(CALENDARS, file(KindFiles.CALENDARS, join(overlapping, incomplete, otherYear, twice)));
        counts(done, 3, 0, 0, 9);
        rejected(done, "13 Term term-duplicate", "2 Term terms-overlap", "3 Term terms-overlap", "4 Term terms-overlap", "5 Term terms-incomplete",
                "6 Term terms-incomplete", "7 Term outside-academic-year", "8 Term outside-academic-year", "9 Term outside-academic-year");
        for (var la : List.of("972", "973", "974")) {
            given().get("/v1/term-calendars/" + la + "/2032").then().statusCode(404);
        }
    }

    @Test
    void badCalendarRowsAreRejectedOneByOne() {
        var done = Files.bringIn(CALENDARS, file(KindFiles.CALENDARS, "97,2032/33,AUTUMN,03-09-2032,25-10-2032,31-10-2032,19-12-2032",
                "976,2032/34,AUTUMN,03-09-2032,25-10-2032,31-10-2032,19-12-2032", "976,2032/33,WINTER,03-09-2032,25-10-2032,31-10-2032,19-12-2032",
                "976,2032/33,AUTUMN,31-09-2032,25-10-2032,31-10-2032,", "976"));
        counts(done, 0, 0, 0, 5);
        rejected(done, "2 LA code code-unknown", "3 Academic year code-unknown", "4 Term code-unknown", "5 Starts on date-impossible", "5 Ends on value-missing",
                "6  row-truncated");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHARING, CALENDARS})
    void anotherFilesHeaderIsRefused(String kind) {
        Files.bringIn(kind, file(KindFiles.LINKS, "1,2,3,4,5")).then().body("state", equalTo("REFUSED")).body("failureCode", equalTo("file-of-another-kind"));
    }
}
