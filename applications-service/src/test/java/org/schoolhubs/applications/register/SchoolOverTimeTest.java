package org.schoolhubs.applications.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** A school and its trusts as they were, what hangs on them, and when their answer is new. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class SchoolOverTimeTest {
    @Inject
    SchoolRegister register;

    private static RequestSpecification reader() {
        return given().auth().oauth2(Tokens.person("reader").role(Roles.SCHOOL).token());
    }

    // ---- a school on a day

    @ParameterizedTest
    @CsvSource({"2012-01-01,First,2012-01-01", "2012-05-31,First,2012-01-01", "2012-06-01,Second,2012-06-01", "2013-06-01,Third,2013-01-01",
            "2026-01-01,Third,2013-01-01"})
    void aSchoolIsShownAsTheFilesSaidForADay(String day, String name, String file) {
        var urn = RegisterRows.school("name", "First", "source_as_at", "2012-01-01");
        RegisterRows.changed(urn, "2012-06-01", "name = 'Second'");
        RegisterRows.changed(urn, "2013-01-01", "name = 'Wrong'");
        RegisterRows.changed(urn, "2013-01-01", "name = 'Third'");
        reader().queryParam("asOn", day).get("/v1/schools/" + urn).then().statusCode(200).body("name", equalTo(name)).body("source.asAt", equalTo(file))
                .body("source.importId", notNullValue()).body("inspections", nullValue());
    }

    @Test
    void beforeTheFirstFileTheRegisterKnewNothing() {
        var urn = RegisterRows.school("source_as_at", "2012-01-01");
        reader().queryParam("asOn", "2011-12-31").get("/v1/schools/" + urn).then().spec(problem(404, "not-known-then"));
        reader().queryParam("asOn", "2012-01-01").get("/v1/schools/649999").then().spec(problem(404, "not-found"));
        reader().queryParam("asOn", "2090-01-01").get("/v1/schools/" + urn).then().spec(problem(400, "filter-invalid"));
        reader().queryParam("asOn", "yesterday").get("/v1/schools/" + urn).then().spec(problem(400, "parameter-invalid"));
    }

    @Test
    void whatChangedWhenIsToldWithTheFileThatSaidSo() {
        var urn = RegisterRows.school("name", "First", "source_as_at", "2012-01-01", "pupils", 100);
        RegisterRows.changed(urn, "2012-06-01", "name = 'Second', percent_fsm = 12.5");
        var last = RegisterRows.changed(urn, "2013-01-01", "pupils = null");
        reader().get("/v1/schools/" + urn + "/versions").then().statusCode(200).body("items.size()", equalTo(3))
                .body("items[0].changes.field", equalTo(List.of("pupils"))).body("items[0].changes[0].before", equalTo("100"))
                        .body("items[0].changes[0].after", nullValue())
                .body("items[0].source.importId", equalTo(last)).body("items[0].validFrom", equalTo("2013-01-01")).body("items[0].validTo", nullValue())
                .body("items[1].changes.field", equalTo(List.of("name", "percentFsm"))).body("items[1].validTo", equalTo("2013-01-01"))
                .body("items[2].changes", empty()).body("items[2].source.fileName", equalTo("file-of-2012-01-01.csv"));
        reader().get("/v1/schools/649999/versions").then().spec(problem(404, "not-found"));
        reader().get("/v1/schools/abc/versions").then().spec(problem(400, "urn-invalid"));
    }

    // ---- what hangs on it

    @Test
    void aClosedSchoolIsFoundWithWhatFollowedAndWhatCameBefore() {
        var closed = RegisterRows.school("status", "CLOSED", "closed_on", "2012-08-31");
        var successor = RegisterRows.school();
        RegisterRows.succeeded(closed, successor, " - merged");
        RegisterRows.run("update school set successor_urn = '%s' where urn = '%s'".formatted(successor, closed));
        reader().get("/v1/schools/" + closed).then().statusCode(200).body("status", equalTo("CLOSED")).body("successorUrn", equalTo(successor))
                .body("successors.urn", equalTo(List.of(successor))).body("successors[0].linkType", equalTo("Successor - merged")).body("predecessors",
                        empty());
        reader().get("/v1/schools/" + successor).then().statusCode(200).body("predecessors.urn", equalTo(List.of(closed))).body("successors", empty());
    }

    @Test
    void aLinkIsToldFromBothEndsThoughTheFileHasOne() {
        var closed = RegisterRows.school("status", "CLOSED");
        var successor = RegisterRows.school("name", "The New One");
        RegisterRows.succeeded(closed, successor, "");
        RegisterRows.run("delete from school_link where urn = '" + closed + "'");
        reader().get("/v1/schools/" + closed).then().body("successors.urn", equalTo(List.of(successor))).body("successors[0].name", equalTo("The New One"));
    }

    @Test
    void trustsAndDataSharingAndFreshnessAreTold() {
        var urn = RegisterRows.school("trust_uid", null);
        var before = RegisterRows.group("name", "Old Trust", "status", "CLOSED");
        var now = RegisterRows.group("name", "New Trust");
        var sponsor = RegisterRows.group("type_code", "5");
        RegisterRows.member(before, urn, "2010-09-01", "2012-09-01");
        RegisterRows.member(now, urn, "2012-09-01", null);
        RegisterRows.member(sponsor, urn, "2010-09-01", null);
        shares(urn, "SHARING");
        reader().get("/v1/schools/" + urn).then().body("trustHistory.uid", equalTo(List.of(before, now))).body("trustHistory.name",
                equalTo(List.of("Old Trust", "New Trust")))
                .body("trustHistory[0].leftOn", equalTo("2012-09-01")).body("trustHistory[1].leftOn", nullValue()).body("trustHistory[0].saidBy",
                        equalTo("GROUP_LINKS"))
                .body("attendanceSharing.status", equalTo("SHARING")).body("attendanceSharing.checkedOn", equalTo("2012-01-02"))
                .body("freshness.kind", hasItem("GIAS_ESTABLISHMENTS"));
    }

    private static void shares(String urn, String status) {
        RegisterRows.run("""
                insert into attendance_sharing (urn, status, source, checked_on, import_id, source_file, source_as_at)
                values ('%s', '%s', 'collection', '2012-01-02', '%s', 'sharing.csv', '2012-01-02')""".formatted(urn, status, RegisterRows.importOf("ATTENDANCE_SHARING", "2012-01-02")));
    }

    // ---- when an answer is new

    @ParameterizedTest
    @ValueSource(strings = {"row", "inspection", "inspection graded anew", "inspection gone", "sharing", "sharing changed", "link", "link of the other end",
            "link gone",
        "trust joined", "trust left", "trust renamed", "former trust closed", "trust of its row told of"})
    void everyPartOfTheAnswerMovesVersionAndUpdatedAt(String part) {
        var urn = RegisterRows.school();
        var other = RegisterRows.school();
        var uid = RegisterRows.group();
        var former = RegisterRows.group();
        RegisterRows.member(former, urn, "2009-01-01", "2010-01-01");
        var gone = RegisterRows.school();
        RegisterRows.succeeded(gone, urn, " - merged");
        prepare(part, urn, uid);
        String watermark = reader().get("/v1/schools?limit=1").path("watermark");
        String etag = reader().get("/v1/schools/" + urn).header("ETag");

        change(part, urn, other, gone, uid, former);

        assertThat(reader().get("/v1/schools/" + urn).header("ETag")).isNotEqualTo(etag);
        reader().queryParam("updatedSince", watermark).queryParam("limit", 500).get("/v1/schools").then().body("items.urn", hasItem(urn));
    }

    private static void prepare(String part, String urn, String uid) {
        switch (part) {
            case "inspection graded anew", "inspection gone" -> inspected(urn);
            case "sharing changed" -> shares(urn, "NOT_SHARING");
            case "trust left", "trust renamed" -> RegisterRows.member(uid, urn, "2012-01-01", null);
            case "trust of its row told of" -> RegisterRows.run("update school set trust_uid = '" + uid.replaceFirst("64",
                    "65") + "' where urn = '" + urn + "'");
            default -> { }
        }
    }

    private static void change(String part, String urn, String other, String gone, String uid, String former) {
        switch (part) {
            case "row" -> RegisterRows.changed(urn, "2012-02-01", "name = 'Renamed'");
            case "inspection" -> inspected(urn);
            case "inspection graded anew" -> RegisterRows.run("update inspection set overall_effectiveness = '1' where urn = '" + urn + "'");
            case "inspection gone" -> RegisterRows.run("delete from inspection where urn = '" + urn + "'");
            case "sharing" -> shares(urn, "SHARING");
            case "sharing changed" -> RegisterRows.run("update attendance_sharing set status = 'SHARING' where urn = '" + urn + "'");
            case "link" -> RegisterRows.succeeded(urn, other, "");
            case "link of the other end" -> RegisterRows.run("delete from school_link where urn = '" + gone + "'");
            case "link gone" -> RegisterRows.run("delete from school_link where urn = '" + urn + "'");
            case "trust joined" -> RegisterRows.member(uid, urn, "2012-01-01", null);
            case "trust left" -> RegisterRows.run(
                    "update group_membership set left_on = '2012-05-01', ended_by = import_id where urn = '%s' and uid = '%s'".formatted(urn, uid));
            case "trust renamed" -> RegisterRows.run("update establishment_group set name = 'Another name' where uid = '" + uid + "'");
            case "former trust closed" -> RegisterRows.run("update establishment_group set status = 'CLOSED' where uid = '" + former + "'");
            case "trust of its row told of" -> RegisterRows.group("uid", uid.replaceFirst("64", "65"));
            default -> throw new IllegalArgumentException(part);
        }
    }

    private static void inspected(String urn) {
        RegisterRows.run("""
                insert into inspection (urn, kind, inspection_number, inspected_on, overall_effectiveness, grades, predecessor, import_id, source_file,
                        source_as_at)
                values ('%s', 'OEIF_GRADED', '1', '2012-01-01', '2', '{}', false, '%s', 'x.csv', '2012-01-01')"""
                .formatted(urn, RegisterRows.importOf("OFSTED_INSPECTIONS", "2012-01-01")));
    }

    @Test
    void theSameFactWrittenAgainMovesNothing() {
        var urn = RegisterRows.school();
        inspected(urn);
        String etag = reader().get("/v1/schools/" + urn).header("ETag");
        RegisterRows.run("update inspection set overall_effectiveness = '2' where urn = '" + urn + "'");
        RegisterRows.importOf("GIAS_ESTABLISHMENTS", "2013-01-01");
        assertThat(reader().get("/v1/schools/" + urn).header("ETag")).isEqualTo(etag);
    }

    // ---- trusts

    @Test
    void aTrustIsShownWithItsSchoolsOfTodayAndOverTime() {
        var trust = RegisterRows.group("name", "Brackenmoor Learning Trust", "companies_house_number", "0764" + RegisterRows.uid().substring(1), "ukprn",
                "10990777");
        var stayed = RegisterRows.school();
        var left = RegisterRows.school();
        var closed = RegisterRows.school("status", "CLOSED");
        RegisterRows.member(trust, stayed, "2010-09-01", null);
        RegisterRows.member(trust, left, null, "2012-01-01");
        RegisterRows.member(trust, closed, "2010-09-01", null);
        reader().get("/v1/trusts/" + trust).then().statusCode(200).body("openSchools", equalTo(1)).body("schools.urn", equalTo(List.of(stayed)))
                .body("typeCode", equalTo("6")).body("source.fileName", equalTo("groups.csv"));
        reader().get("/v1/trusts/" + trust + "/schools").then().statusCode(200).body("saidBy", equalTo("GROUP_LINKS")).body("items.urn",
                equalTo(List.of(left, stayed, closed)));
        reader().queryParam("asOn", "2011-12-31").get("/v1/trusts/" + trust + "/schools").then().body("items.urn", equalTo(List.of(left, stayed, closed)));
        reader().queryParam("asOn", "2012-01-01").get("/v1/trusts/" + trust + "/schools").then().body("items.urn", equalTo(List.of(stayed, closed)));
        reader().queryParam("asOn", "2090-01-01").get("/v1/trusts/" + trust + "/schools").then().spec(problem(400, "filter-invalid"));
        assertThat(register.schoolsOf(new TrustUid(trust), LocalDate.of(2010, 8, 31))).extracting(RegisteredSchool::urn).containsExactly(new Urn(left));
        assertThat(register.trustOf(new Urn(left), LocalDate.of(2011, 1, 1))).contains(new TrustUid(trust));
        assertThat(register.trustOf(new Urn(left), LocalDate.of(2012, 1, 1))).isEmpty();
        assertThat(register.trust(new TrustUid(trust))).hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Brackenmoor Learning Trust"));
    }

    @Test
    void whereNoLinkIsKnownTheFilesOfSchoolsTell() {
        var trust = RegisterRows.group();
        var urn = RegisterRows.school("source_as_at", "2010-01-01");
        RegisterRows.changed(urn, "2011-01-01", "trust_uid = '" + trust + "'");
        RegisterRows.changed(urn, "2011-06-01", "pupils = 7");
        RegisterRows.changed(urn, "2012-01-01", "trust_uid = null");
        reader().get("/v1/trusts/" + trust + "/schools").then().body("saidBy", equalTo("SCHOOL_FILES")).body("items.urn", equalTo(List.of(urn)))
                .body("items[0].joinedOn", equalTo("2011-01-01")).body("items[0].leftOn", equalTo("2012-01-01"));
        assertThat(register.schoolsOf(new TrustUid(trust), LocalDate.of(2011, 12, 31))).extracting(RegisteredSchool::urn).containsExactly(new Urn(urn));
        assertThat(register.schoolsOf(new TrustUid(trust), LocalDate.of(2012, 1, 1))).isEmpty();
        assertThat(register.trustOf(new Urn(urn), LocalDate.of(2011, 3, 1))).contains(new TrustUid(trust));
        assertThat(register.trustOf(new Urn(urn), LocalDate.of(2010, 12, 31))).isEmpty();
    }

    @Test
    void aTrustThatOnlyRowsOfSchoolsNameIsKnownToOtherFeatures() {
        var uid = RegisterRows.uid();
        RegisterRows.school("trust_uid", uid, "trust_name", "Named Only There");
        assertThat(register.trust(new TrustUid(uid))).hasValueSatisfying(trust -> {
            assertThat(trust.name()).isEqualTo("Named Only There");
            assertThat(trust.typeCode()).isNull();
        });
        assertThat(register.trust(new TrustUid(RegisterRows.uid()))).isEmpty();
    }

    @Test
    void trustsAreSearchedByNameAndNumbersAndOtherGroupsAreNone() {
        var trust = RegisterRows.group("name", "St Ch\u00e9d's Diocesan Trust", "companies_house_number", "AB123456", "ukprn", "10990778");
        var federation = RegisterRows.group("name", "St Ch\u00e9d's Federation", "type_code", "1");
        for (var query : List.of("name=saint cheds", "name=trust diocesan ched", "companiesHouseNumber=AB123456", "ukprn=10990778")) {
            reader().get("/v1/trusts?" + query).then().statusCode(200).body("items.uid", equalTo(List.of(trust)));
        }
        reader().get("/v1/trusts?name=ched&status=CLOSED").then().body("items", empty());
        reader().get("/v1/trusts?name=ched&typeCode=06").then().body("items.uid", equalTo(List.of(trust)));
        reader().get("/v1/trusts/" + federation).then().spec(problem(404, "not-found"));
        assertThat(register.trust(new TrustUid(federation))).isEmpty();
        String watermark = reader().get("/v1/trusts?limit=1").path("watermark");
        RegisterRows.run("update establishment_group set name = 'Renamed' where uid = '" + trust + "'");
        reader().queryParam("updatedSince", watermark).get("/v1/trusts").then().body("items.uid", hasItem(trust));
    }

    @ParameterizedTest
    @CsvSource({"/v1/trusts?name=x,invalid", "/v1/trusts?status=open,invalid", "/v1/trusts?typeCode=x,invalid", "/v1/trusts?ukprn=1,invalid",
        "/v1/trusts?companiesHouseNumber=1,invalid", "/v1/trusts?name=!!,filter-invalid", "/v1/trusts/TR1/schools,trust-uid-invalid",
                "/v1/trusts/64001/schools?asOn=x,parameter-invalid"})
    void aQuestionAboutTrustsThatCannotBeIsRefused(String path, String code) {
        reader().get(path).then().spec(problem(400, code));
    }

    // ---- many at once

    @Test
    void manySchoolsAreLookedUpByUrnAndUkprn() {
        var ukprn = "1088" + RegisterRows.urn().substring(2);
        var one = RegisterRows.school("ukprn", ukprn);
        var two = RegisterRows.school();
        reader().contentType(ContentType.JSON).body("{\"urns\":[\"%s\",\"%s\",\"649998\"],\"ukprns\":[\"%s\",\"10000001\"]}".formatted(two, one, ukprn))
                .post("/v1/schools/lookup")
                .then().statusCode(200).body("items.urn", equalTo(List.of(one, two))).body("notFound.urns", equalTo(List.of("649998")))
                .body("notFound.ukprns", equalTo(List.of("10000001")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                        | filter-invalid
            {"urns":[]}               | filter-invalid
            {"urns":["1"]}            | invalid
            {"urns":[null]}           | invalid
            {"ukprns":["20000000"]}   | invalid
            {"urn":"100001"}          | unknown-field
            {"urns":                  | malformed-json
            """)
    void aLookupThatCannotBeIsRefused(String body, String code) {
        reader().contentType(ContentType.JSON).body(body).post("/v1/schools/lookup").then().spec(problem(400, code));
    }

    @Test
    void fiveHundredAreTheMost() {
        var urns = IntStream.range(0, 501).mapToObj(i -> "\"" + (200_000 + i) + "\"").collect(Collectors.joining(","));
        reader().contentType(ContentType.JSON).body("{\"urns\":[" + urns + "]}").post("/v1/schools/lookup").then().spec(problem(400, "invalid"));
    }

    @Test
    void theExtractHasEverySchoolThatMatchesAndTheColumnsOfTheDictionary() {
        for (int i = 0; i < 60; i++) {
            RegisterRows.school("la_code", "773", "name", i == 0 ? "=cmd|' /C calc'!A0" : "School, \"quoted\" " + i);
        }
        var csv = reader().accept("text/csv").queryParam("laCode", "773").get("/v1/schools").then().statusCode(200).contentType("text/csv").extract()
                .asString();
        var lines = csv.split("\r?\n");
        assertThat(lines).hasSize(61);
        List<String> fields = reader().get("/v1/data-dictionary").path("schools.field");
        assertThat(Arrays.asList(lines[0].split(","))).isEqualTo(fields).contains("urn", "source.asAt").doesNotContain("inspections", "distanceMetres");
        assertThat(csv).contains("'=cmd").contains("\"School, \"\"quoted\"\" 7\"");
        reader().accept("text/csv").queryParam("updatedSince", "2026-01-01T00:00:00Z").get("/v1/schools").then().spec(problem(400, "filter-invalid"));
        reader().accept("application/xml").get("/v1/schools").then().spec(problem(406, "not-acceptable"));
    }

    @Test
    void theDictionaryDescribesExactlyTheFieldsOfAnAnswer() {
        List<String> fields = reader().get("/v1/data-dictionary").then().statusCode(200).body("schools.find { it.field == 'typeCode' }.codeList",
                equalTo("types"))
                .body("trusts.find { it.field == 'uid' }.sourceColumn", equalTo("Group UID")).body("schools.meaning", not(hasItem(""))).extract()
                        .path("schools.field");
        Set<String> known = fields.stream().map(field -> field.replaceFirst("\\..*", "")).collect(Collectors.toSet());
        java.util.Map<String, Object> school = reader().queryParam("laCode", "202").queryParam("limit", 1).get("/v1/schools").path("items[0]");
        assertThat(known).containsAll(school.keySet());
        java.util.Map<String, Object> lists = reader().get("/v1/reference-data").then().statusCode(200).body("types.find { it.code == '34' }.name",
                equalTo("Academy converter"))
                .body("statuses.code", hasItem("OPEN")).extract().path("$");
        List<String> named = reader().get("/v1/data-dictionary").path("schools.findAll { it.codeList != null }.codeList");
        assertThat(lists.keySet()).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/trusts", "/v1/data-dictionary", "/v1/reference-data", "/v1/schools/100001/versions"})
    void theRegisterNeedsAToken(String path) {
        given().get(path).then().spec(problem(401, "unauthenticated"));
    }
}
