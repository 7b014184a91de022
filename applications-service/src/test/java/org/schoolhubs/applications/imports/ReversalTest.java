package org.schoolhubs.applications.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.imports.KindFiles.dfe;
import static org.schoolhubs.applications.imports.KindFiles.file;
import static org.schoolhubs.applications.imports.KindFiles.member;
import static org.schoolhubs.applications.imports.KindFiles.trust;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Imports of each kind that are taken back, what stands against it, and how the worker does it. Schools and trusts of one test are in no other. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ReversalTest {
    private static final String SCHOOLS = "gias-establishments";
    private static final String OFSTED = "ofsted-inspections";
    private static final String GROUPS = "gias-groups";
    private static final String MEMBERS = "gias-group-links";
    private static final String LINKS = "gias-links";
    private static final String SHARING = "attendance-sharing";
    private static final String CALENDARS = "term-calendars";

    @BeforeEach
    void aloneInTheRegister() {
        KindFiles.forgetMembershipsAndLinks();
    }

    private static Response bring(String kind, List<String> header, String... rows) {
        return KindFiles.completed(Files.bringIn(kind, file(header, rows)));
    }

    private static void schools(String... urns) {
        Files.bringIn(SCHOOLS, Files.giasFile(Arrays.stream(urns).map(urn -> Files.gias(urn)).toArray(String[]::new)));
    }

    private static String closed(String urn) {
        return Files.gias(urn, "EstablishmentStatus (code)", "2");
    }

    private static String link(String urn, String successor) {
        return urn + "," + successor + ",Name,Successor,";
    }

    /** Undoing is refused at once, and says what rests on the import. */
    private static void refused(Response run, String because) {
        Files.askToUndo(dfe(), run).then().spec(problem(409, "import-built-upon")).body("detail", containsString(because));
        given().auth().oauth2(dfe().token()).get("/v1/imports/" + run.path("id")).then().body("state", equalTo("COMPLETED"));
    }

    private static Response read(Response run) {
        return Files.collector().get("/v1/imports/" + run.path("id"));
    }

    private static String lastFact(String topic, String key) {
        var facts = Facts.published(topic, key);
        return facts.get(facts.size() - 1).payload();
    }

    // ---- groups

    @Test
    void undoneGroupsSayWhatTheySaidAndThoseThatTheImportBroughtAreClosed() {
        bring(GROUPS, KindFiles.GROUPS, trust("761001", "Before"));
        var second = bring(GROUPS, KindFiles.GROUPS, trust("761001", "After"), trust("761002", "Brought"));
        Files.undo(dfe(), second);
        assertThat(Given.one("select name || ' ' || version from establishment_group where uid = '761001'")).isEqualTo("Before 2");
        assertThat(Given.one("select status || ' ' || version from establishment_group where uid = '761002'")).isEqualTo("CLOSED 1");
        assertThat(Given.one("select string_agg(version || ' ' || (content->>'name'), ', ' order by version) from establishment_group_version where uid = '761001'"))
                .isEqualTo("0 Before, 1 After");
        assertThat(Facts.types("trusts.v1", "761001")).hasSize(3);
        assertThat(lastFact("trusts.v1", "761001")).contains("\"name\": \"Before\"");
        assertThat(lastFact("trusts.v1", "761002")).contains("\"status\": \"CLOSED\"");
        assertThat(Files.number("select count(*) from journal where topic = 'trusts.v1' and event_key = '761001' and actor_id = 'dee' and reason_code = 'import-undone'")).isOne();

        bring(GROUPS, KindFiles.GROUPS, trust("761002", "Brought")).then().body("counts.changed", equalTo(1));
        assertThat(Given.one("select status || ' ' || version from establishment_group where uid = '761002'")).isEqualTo("OPEN 2");
    }

    @Test
    void theEarlierImportMayBeUndoneOnceTheLaterOneIs() {
        var schools = Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("876001", "Trusts (code)", "761101", "Trusts (name)", "By Its Schools")));
        var first = bring(GROUPS, KindFiles.GROUPS, trust("761101", "First"));
        var second = bring(GROUPS, KindFiles.GROUPS, trust("761101", "Second"));
        refused(first, second.path("id"));
        Files.undo(dfe(), second);
        assertThat(Given.one("select name from establishment_group where uid = '761101'")).isEqualTo("First");
        Files.undo(dfe(), first);
        assertThat(Given.one("select name || ' ' || coalesce(type_code, 'of no type') || ' ' || version || ' ' || (import_id = '" + schools.path("id") + "') "
                + "from establishment_group where uid = '761101'")).isEqualTo("By Its Schools of no type 4 true");
        assertThat(lastFact("trusts.v1", "761101")).contains("\"type\": null", "\"urns\": [\"876001\"]");
        assertThat(Files.number("select count(*) from establishment_group_version where uid = '761101'")).isEqualTo(4);
    }

    @Test
    void groupsThatSomethingRestsOnAreNotUndone() {
        schools("876101");
        var joined = bring(GROUPS, KindFiles.GROUPS, trust("761201", "Joined"));
        bring(MEMBERS, KindFiles.GROUP_LINKS, member("876101", "761201", ""));
        refused(joined, "group memberships");

        var named = bring(GROUPS, KindFiles.GROUPS, trust("761202", "Named"));
        Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("876102", "Trusts (code)", "761202", "Trusts (name)", "Named")));
        refused(named, "schools that name it as their trust");

        var applies = bring(GROUPS, KindFiles.GROUPS, trust("761203", "Applies"));
        Given.begun(new Given.GivenTrust("761203", List.of()).officer(), "{\"kind\":\"LEAD_TRUST\",\"programme\":\"behaviour-hubs\",\"trustUid\":\"761203\"}");
        refused(applies, "applications of trusts that the import brought: 761203");
    }

    // ---- group links

    @Test
    void undoneGroupLinksLeaveMembershipsAsTheyStoodAndTheFirstOnesToo() {
        schools("876201", "876202");
        bring(GROUPS, KindFiles.GROUPS, trust("761301", "First"), trust("761302", "Second"));
        var first = bring(MEMBERS, KindFiles.GROUP_LINKS, member("876201", "761301", "01-09-2012"), member("876202", "761301", "01-09-2012"));
        var second = bring(MEMBERS, KindFiles.GROUP_LINKS, member("876201", "761302", "01-06-2014"), member("876202", "761301", "02-09-2012"));
        refused(first, "came later");
        long version = Files.number("select version from school where urn = '876201'");
        Files.undo(dfe(), second);
        assertThat(Given.one("select string_agg(urn || ' ' || uid || ' ' || joined_on || ' ' || coalesce(left_on::text, 'there'), ', ' order by urn) from group_membership "
                + "where urn like '87620_'")).isEqualTo("876201 761301 2012-09-01 there, 876202 761301 2012-09-01 there");
        assertThat(lastFact("trusts.v1", "761301")).contains("\"urns\": [\"876201\", \"876202\"]");
        assertThat(lastFact("trusts.v1", "761302")).contains("\"urns\": []");
        assertThat(Files.number("select version from school where urn = '876201'")).isEqualTo(version + 1);
        assertThat(Files.number("select count(*) from group_membership_version where import_id = superseded_by and import_id = '" + second.path("id") + "'")).isEqualTo(3);
        assertThat(Files.number("select count(*) from register_change where import_id = '" + second.path("id") + "' and fields = '{trusts}' and urn = '876201'")).isEqualTo(2);

        Files.undo(dfe(), first);
        assertThat(Files.number("select count(*) from group_membership where urn like '87620_'")).isZero();
        assertThat(lastFact("trusts.v1", "761301")).contains("\"urns\": []");
    }

    @Test
    void groupLinksThatSomethingRestsOnAreNotUndone() {
        schools("876301", "876302");
        bring(GROUPS, KindFiles.GROUPS, trust("761401", "A Trust"));
        var first = bring(MEMBERS, KindFiles.GROUP_LINKS, member("876301", "761401", ""), member("876302", "761401", ""));
        bring(MEMBERS, KindFiles.GROUP_LINKS, member("876301", "761401", "")).then().body("counts.created", equalTo(0)).body("counts.missing", equalTo(1));
        refused(first, "came later");

        var trust = Given.trust(2);
        var joined = bring(MEMBERS, KindFiles.GROUP_LINKS, member("876301", "761401", ""), member(trust.urns().get(0), trust.uid(), ""), member(trust.urns().get(1), trust.uid(), ""));
        var draft = Given.completeTrust(trust, Given.openCohort("behaviour-hubs", "multi-school"), trust.urns());
        draft.seen(draft.by(trust.officer()).body(Given.DECLARATION).post(draft.path("/submission")));
        refused(joined, trust.uid());
    }

    // ---- links between schools

    @Test
    void undoneLinksTakeSuccessorsBackAndTheFirstOnesToo() {
        Files.bringIn(SCHOOLS, Files.giasFile(closed("876401"), Files.gias("876402"), Files.gias("876403")));
        var first = bring(LINKS, KindFiles.LINKS, link("876401", "876402"));
        assertThat(Given.one("select version || ' ' || successor_urn from school where urn = '876401'")).as("link and successor are one version").isEqualTo("1 876402");
        assertThat(Given.one("select string_agg(version || ' ' || (content->>'version'), ', ') from school_version where urn = '876401'")).isEqualTo("0 0");
        assertThat(Files.number("select aggregate_version from journal where topic = 'schools.v1' and event_key = '876401' order by id desc limit 1")).isOne();
        var second = bring(LINKS, KindFiles.LINKS, link("876401", "876403"));
        assertThat(Given.one("select version || ' ' || successor_urn from school where urn = '876401'")).isEqualTo("2 876403");

        refused(first, "came later");
        Files.undo(dfe(), second);
        assertThat(Given.one("select version || ' ' || successor_urn || ' ' || (import_id = '" + first.path("id") + "') from school where urn = '876401'")).isEqualTo("3 876402 true");
        assertThat(lastFact("schools.v1", "876401")).contains("\"successorUrn\": \"876402\"");
        assertThat(Given.one("select string_agg(link_urn, ', ') from school_link where urn = '876401'")).isEqualTo("876402");
        assertThat(Files.number("select count(*) from school_link_version where urn = '876401' and import_id = superseded_by")).isOne();
        assertThat(Files.number("select count(*) from register_change where import_id = '" + second.path("id") + "' and urn = '876401' and step = 'REPLACE'")).isEqualTo(2);

        Files.undo(dfe(), first);
        assertThat(Given.one("select version || ' ' || coalesce(successor_urn, 'none') from school where urn = '876401'")).isEqualTo("4 none");
        assertThat(Files.number("select count(*) from school_link where urn = '876401'")).isZero();
        assertThat(Facts.types("schools.v1", "876401")).hasSize(5);
    }

    @Test
    void linksAreUndoneUnderAFileOfSchoolsThatCameSince() {
        Files.bringIn(SCHOOLS, Files.giasFile(closed("876501"), Files.gias("876502")));
        var links = bring(LINKS, KindFiles.LINKS, link("876501", "876502"));
        var schools = Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("876501", "EstablishmentStatus (code)", "2", "EstablishmentName", "Renamed"), Files.gias("876502")));
        Files.undo(dfe(), links);
        assertThat(Given.one("select name || ' ' || coalesce(successor_urn, 'none') from school where urn = '876501'")).isEqualTo("Renamed none");
        Files.undo(dfe(), schools);
        assertThat(Given.one("select name || ' ' || coalesce(successor_urn, 'none') from school where urn = '876501'")).as("the links that stand decide")
                .isEqualTo("School 876501 none");
    }

    @Test
    void linksThatApplicationsFollowedAreNotUndone() {
        Files.bringIn(SCHOOLS, Files.giasFile(closed("876601"), Files.gias("876602"), Files.gias("876603"), Files.gias("876604")));
        var links = bring(LINKS, KindFiles.LINKS, link("876601", "876602"), link("876603", "876604"));
        Given.update("update register_change set worked_at = now(), outcome = 'FOLLOWED' where urn = '876601' and import_id = '" + links.path("id") + "'");
        refused(links, "876601");

        Given.update("update register_change set outcome = 'NOTHING_TO_DO' where urn = '876601' and import_id = '" + links.path("id") + "'");
        var closing = Files.bringIn(SCHOOLS, Files.giasFile(closed("876603"), Files.gias("876604")));
        Given.update("update register_change set worked_at = now(), outcome = 'FOLLOWED' where urn = '876603' and import_id = '" + closing.path("id") + "'");
        refused(links, "schools that have closed since followed its links, or await a person because of them: 876603");
    }

    @Test
    void schoolsThatLinksHaveChangedSinceAreNotUndoneBeforeThem() {
        var schools = Files.bringIn(SCHOOLS, Files.giasFile(closed("876701"), Files.gias("876702")));
        var links = bring(LINKS, KindFiles.LINKS, link("876701", "876702"));
        refused(schools, links.path("id"));
        Files.undo(dfe(), links);
        Files.undo(dfe(), schools);
        assertThat(Given.one("select status from school where urn = '876702'")).isEqualTo("CLOSED");
    }

    // ---- attendance sharing

    @Test
    void undoneSharingSaysWhatItSaidAndVersionsGoOn() {
        schools("876801", "876802");
        bring(SHARING, KindFiles.SHARING, "876801,SHARING,Collection,01-01-2010,");
        byte[] wrong = file(KindFiles.SHARING, "876801,NOT_SHARING,Collection,02-01-2010,", "876802,SHARING,Collection,02-01-2010,");
        var second = KindFiles.completed(Files.bringIn(SHARING, wrong));
        long version = Files.number("select version from school where urn = '876802'");
        Files.undo(dfe(), second);
        assertThat(Given.one("select string_agg(urn || ' ' || status || ' ' || version, ', ') from attendance_sharing where urn like '87680_'")).isEqualTo("876801 SHARING 2");
        given().auth().oauth2(Tokens.person("r").role(Roles.SCHOOL).token()).get("/v1/schools/876802").then().body("attendanceSharing", nullValue())
                .header("ETag", "\"" + (version + 1) + "\"");
        assertThat(Files.number("select count(*) from register_change where import_id = '" + second.path("id") + "' and urn = '876801' and fields = '{attendanceSharing}'")).isEqualTo(2);

        KindFiles.completed(Files.bringIn(SHARING, wrong)).then().body("counts.created", equalTo(1)).body("counts.changed", equalTo(1));
        bring(SHARING, KindFiles.SHARING, "876802,UNKNOWN,Collection,03-01-2010,").then().body("counts.changed", equalTo(1));
        assertThat(Given.one("select status || ' ' || version from attendance_sharing where urn = '876802'")).isEqualTo("UNKNOWN 2");
    }

    // ---- what live applications were judged by

    @Test
    void aFileThatALiveApplicationWasJudgedByIsNotUndone() {
        schools("876901");
        var inspections = Files.bringIn(OFSTED, Files.ofstedFile(Files.ofsted("876901", Files.graded("876901", "10000001", "15/11/2017", "2"))));
        var draft = Given.submitted("876901");
        refused(inspections, "judged by what it said: school 876901");
        draft.seen(draft.byHead().body("{\"reasonCode\":\"INSPECTION\"}").post(draft.path("/withdrawal")));
        Files.undo(dfe(), read(inspections));
    }

    // ---- selection lists

    @Test
    void theListBeforeAnUndoneOneIsCurrentAgain() {
        schools("877001", "877002");
        var cohort = Given.openCohort("behaviour-and-attendance-hubs", "enhanced");
        var other = Given.openCohort("behaviour-and-attendance-hubs", "enhanced");
        var first = KindFiles.completed(KindFiles.select(cohort, file(KindFiles.SELECTION, "877001,One", "877002,Two")));
        var second = KindFiles.completed(KindFiles.select(cohort, file(KindFiles.SELECTION, "877002,Two")));
        KindFiles.completed(KindFiles.select(other, file(KindFiles.SELECTION, "877001,Elsewhere")));
        refused(first, second.path("id"));
        Files.undo(dfe(), second);
        assertThat(lists(cohort)).as("another cohort's list is no later one").isEqualTo("1 true 2, 2 false 1");
        var third = KindFiles.completed(KindFiles.select(cohort, file(KindFiles.SELECTION, "877002,Three")));
        Files.undo(dfe(), third);
        assertThat(lists(cohort)).as("the list that was undone stays so").isEqualTo("1 true 4, 2 false 1, 3 false 1");
        Files.undo(dfe(), first);
        assertThat(lists(cohort)).isEqualTo("1 false 5, 2 false 1, 3 false 1");
        assertThat(Given.one("select string_agg(event_type, ', ' order by event_type) from journal where aggregate_type = 'SelectionList' and reason_code = 'import-undone' "
                + "and actor_id = 'dee' and aggregate_id = (select id::text from selection_list where cohort = '" + cohort + "' and list_number = 1)"))
                .isEqualTo("SelectionListRestored, SelectionListRestored, SelectionListWithdrawn");
    }

    private static String lists(String cohort) {
        return Given.one("select string_agg(list_number || ' ' || current || ' ' || version, ', ' order by list_number) from selection_list where cohort = '" + cohort + "'");
    }

    @Test
    void aListThatSchoolsWereInvitedFromIsNotUndone() {
        schools("877101");
        var cohort = Given.openCohort("behaviour-and-attendance-hubs", "enhanced");
        var done = KindFiles.completed(KindFiles.select(cohort, file(KindFiles.SELECTION, "877101,Reason")));
        Given.as(Given.team("inviter")).body("{\"confirmBy\":\"2099-01-01\"}")
                .post("/v1/selection-lists/" + Given.one("select id::text from selection_list where cohort = '" + cohort + "'") + "/invitations").then().statusCode(200);
        refused(done, "invited from the list that it brought: 877101");
    }

    // ---- term calendars

    @Test
    void undoneCalendarsSayWhatTheySaidAndThoseThatTheImportBroughtAreWithdrawn() {
        var dates = KindFiles.calendar("986", "2034/35", 2034);
        var first = bring(CALENDARS, KindFiles.CALENDARS, dates);
        var changed = dates.clone();
        changed[0] = changed[0].replace("19-12", "18-12");
        var second = bring(CALENDARS, KindFiles.CALENDARS, Stream.concat(Arrays.stream(changed), Arrays.stream(KindFiles.calendar("987", "2034/35", 2034))).toArray(String[]::new));
        refused(first, "came later");
        Files.undo(dfe(), second);
        given().get("/v1/term-calendars/986/2034").then().statusCode(200).header("ETag", "\"2\"").body("terms[0].endsOn", equalTo("2034-12-19"));
        given().get("/v1/term-calendars/987/2034").then().spec(problem(404, "not-found"));
        given().queryParam("laCode", "987").get("/v1/term-calendars").then().body("items[0].withdrawn", equalTo(true));
        assertThat(lastFact("calendars.v1", "986:2034/35")).contains("2034-12-19");
        assertThat(Facts.types("calendars.v1", "987:2034/35")).containsExactly("TermCalendarUpdated", "TermCalendarWithdrawn");

        Files.undo(dfe(), first);
        given().get("/v1/term-calendars/986/2034").then().statusCode(404);
        bring(CALENDARS, KindFiles.CALENDARS, KindFiles.calendar("987", "2034/35", 2034)).then().body("counts.created", equalTo(3));
        given().get("/v1/term-calendars/987/2034").then().statusCode(200).body("withdrawn", equalTo(false)).header("ETag", "\"2\"");
        assertThat(Files.number("select count(*) from term_calendar_version v join term_calendar c on c.id = v.term_calendar_id where c.la_code = '986'")).isEqualTo(3);
    }

    @Test
    void calendarsThatWereSetByHandSinceAreNotUndone() {
        var done = bring(CALENDARS, KindFiles.CALENDARS, KindFiles.calendar("988", "2034/35", 2034));
        var terms = given().get("/v1/term-calendars/988/2034").then().extract().response();
        Given.as(Given.team("t")).header("If-Match", "\"0\"").body("{\"terms\":" + json(terms.path("terms")) + "}").put("/v1/term-calendars/988/2034").then().statusCode(200);
        refused(done, "988:2034/35");
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // ---- the worker

    private static boolean locks(Connection connection) throws SQLException {
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
    void anUndoingWhoseWorkerDiedIsTakenUpAgainAndTheRegisterStandsMeanwhile() throws SQLException {
        schools("877201");
        var run = Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("877201", "EstablishmentName", "Wrong")));
        try (var dying = SharedInfrastructure.asApplication()) {
            dying.setAutoCommit(false);
            await().until(() -> locks(dying));
            Files.askToUndo(dfe(), run).then().statusCode(202).body("state", equalTo("UNDOING"));
            Given.updateAsOwner("update register_import set attempts = 1 where id = '" + run.path("id") + "'");
            assertThat(Given.one("select name from school where urn = '877201'")).isEqualTo("Wrong");
            Files.send(SCHOOLS, Files.nextDay(), "other.csv", Files.giasFile(Files.gias("877202"))).then().spec(problem(409, "import-running"));
            Files.askToUndo(dfe(), read(run)).then().spec(problem(409, "transition-impossible"));
            dying.rollback();
        }
        Files.over(run.path("id")).then().body("state", equalTo("UNDONE"));
        assertThat(Given.one("select name from school where urn = '877201'")).isEqualTo("School 877201");
        assertThat(Facts.types("schools.v1", "877201")).hasSize(3);
    }

    @Test
    void whatComesToRestOnAnImportBeforeTheWorkerIsThereKeepsIt() throws SQLException {
        var run = Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("877301")));
        try (var busy = SharedInfrastructure.asApplication()) {
            busy.setAutoCommit(false);
            await().until(() -> locks(busy));
            Files.askToUndo(dfe(), run).then().statusCode(202);
            Given.draft("877301");
            busy.rollback();
        }
        Files.over(run.path("id")).then().body("state", equalTo("COMPLETED")).body("reversalFailureCode", equalTo("import-built-upon"))
                .body("reversalFailureDetail", containsString("877301")).body("undoneBy", nullValue());
        assertThat(Given.one("select status from school where urn = '877301'")).isEqualTo("OPEN");
        assertThat(Given.one("select event_type || ' ' || reason_code from journal where aggregate_id = '" + run.path("id") + "' order by id desc limit 1"))
                .isEqualTo("ImportKept import-built-upon");
    }

    @Test
    void anImportThatCannotBeTakenBackStays() throws SQLException {
        var run = Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("877401")));
        try (var busy = SharedInfrastructure.asApplication()) {
            busy.setAutoCommit(false);
            await().until(() -> locks(busy));
            Files.askToUndo(dfe(), run).then().statusCode(202);
            Given.updateAsOwner("update register_import set attempts = " + RegisterImport.MOST_ATTEMPTS + " where id = '" + run.path("id") + "'");
            busy.rollback();
        }
        Files.over(run.path("id")).then().body("state", equalTo("COMPLETED")).body("reversalFailureCode", equalTo("reversal-failed"));
        Files.undo(dfe(), read(run)).then().body("reversalFailureCode", nullValue());
    }
}
