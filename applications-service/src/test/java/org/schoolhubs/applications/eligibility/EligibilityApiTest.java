package org.schoolhubs.applications.eligibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.register.RegisterRows;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class EligibilityApiTest {
    private static final String ENHANCED = "behaviour-and-attendance-hubs\",\"pathway\":\"enhanced";

    private static Response ask(String body) {
        return given().contentType("application/json").body(body).post("/v1/eligibility-checks");
    }

    private static Response check(String urn, String programme, String pathway) {
        return ask("{\"urn\":\"%s\",\"programme\":\"%s\",\"pathway\":\"%s\"}".formatted(urn, programme, pathway));
    }

    private static Response checkTrust(String uid, String more) {
        return ask("{\"trustUid\":\"%s\",\"programme\":\"behaviour-hubs\"%s}".formatted(uid, more));
    }

    private static Tokens person(String role) {
        return Tokens.person("eligibility-" + role).role(role);
    }

    @Test
    void anyoneMayAskAndIsToldWhy() {
        String urn = Given.notJudgedSchool();
        String before = Given.one("select count(*) from journal");
        check(urn, "behaviour-hubs", "core").then().statusCode(200).body("outcome", equalTo("MANUAL_REVIEW")).body("ruleSet", equalTo("behaviour-hubs-partner-school"))
                .body("ruleSetVersion", equalTo(1)).body("role", equalTo("PARTNER_SCHOOL")).body("results", hasSize(5))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].fact", equalTo("Overall effectiveness: Not judged (1 March 2019)"))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].source.file", equalTo("given-by-tests.csv"))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].source.asAt", equalTo("2026-10-31"))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].source.inspectionNumber", equalTo("10" + urn))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].source.predecessor", equalTo(false))
                .body("results.find { it.rule == 'open' }.evidence[0].source.asAt", equalTo("2026-11-01"));
        assertThat(Given.one("select count(*) from journal")).isEqualTo(before);
    }

    @Test
    void aSchoolWithoutInspectionsIsToldInWhichFileTheyWereLookedFor() {
        String urn = Given.eligibleSchool();
        EligibilityRows.withoutInspections(urn);
        RegisterRows.importOf("OFSTED_INSPECTIONS", "2010-01-02");
        String newest = Given.one("select file_name || ' ' || as_at from register_import where kind = 'OFSTED_INSPECTIONS' and state = 'COMPLETED' "
                + "order by as_at desc, finished_at desc limit 1");
        Response answer = check(urn, "behaviour-hubs", "core");
        answer.then().statusCode(200).body("outcome", equalTo("MANUAL_REVIEW"));
        Map<String, String> source = answer.path("results.find { it.rule == 'ofsted-overall-grade' }.evidence[0].source");
        assertThat(source.get("file") + " " + source.get("asAt")).isEqualTo(newest);
        check(urn, "attendance-hubs", "attendance").then().body("outcome", equalTo("ELIGIBLE"));
    }

    @ParameterizedTest(name = "{0} {1}/{2}: {3}")
    @CsvSource({"GOOD, behaviour-hubs, core, ELIGIBLE", "GOOD, behaviour-hubs, extended, ELIGIBLE", "OUTSTANDING, behaviour-hubs, core, NOT_ELIGIBLE",
            "OUTSTANDING, attendance-hubs, attendance, ELIGIBLE", "OUTSTANDING, behaviour-and-attendance-hubs, regional, ELIGIBLE",
            "GOOD, behaviour-and-attendance-hubs, enhanced, NOT_ELIGIBLE"})
    void theAnswerDependsOnThePathway(String grade, String programme, String pathway, String outcome) {
        check(grade.equals("GOOD") ? Given.eligibleSchool() : Given.outstandingSchool(), programme, pathway).then().statusCode(200).body("outcome", equalTo(outcome));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"behaviour-hubs, GOOD, ELIGIBLE", "behaviour-hubs, OUTSTANDING, ELIGIBLE", "behaviour-hubs, NOT_JUDGED, MANUAL_REVIEW", "attendance-hubs, NOT_JUDGED, ELIGIBLE",
            "behaviour-and-attendance-hubs, NOT_JUDGED, ELIGIBLE"})
    void aSchoolThatWantsToLeadIsJudgedByProgramme(String programme, String grade, String outcome) {
        String urn = switch (grade) {
            case "GOOD" -> Given.eligibleSchool();
            case "OUTSTANDING" -> Given.outstandingSchool();
            default -> Given.notJudgedSchool();
        };
        ask("{\"urn\":\"%s\",\"role\":\"LEAD_SCHOOL\",\"programme\":\"%s\"}".formatted(urn, programme)).then().statusCode(200).body("outcome", equalTo(outcome))
                .body("ruleSet", equalTo(programme + "-lead-school")).body("role", equalTo("LEAD_SCHOOL")).body("pathway", nullValue());
    }

    @Test
    void theShareOfAttendanceDataIsShownAndDecidesNothing() {
        String urn = Given.eligibleSchool();
        EligibilityRows.shares(urn, "NOT_SHARING");
        check(urn, "attendance-hubs", "attendance").then().statusCode(200).body("outcome", equalTo("ELIGIBLE"))
                .body("results.find { it.rule == 'attendance-data-sharing' }.outcome", equalTo("INFO"))
                .body("results.find { it.rule == 'attendance-data-sharing' }.evidence[0].fact", equalTo("Shares its daily attendance data: no (checked on 2 November 2026)"))
                .body("results.find { it.rule == 'attendance-data-sharing' }.evidence[0].source.file", equalTo("sharing-given-by-tests.csv"));
    }

    // ---- trusts

    @Test
    void aTrustIsJudgedWithItsOpenSchoolsEachExplained() {
        String uid = EligibilityRows.group("6", "OPEN");
        String good = EligibilityRows.joins(Given.eligibleSchool(), uid);
        String outstanding = EligibilityRows.joins(Given.outstandingSchool(), uid);
        String closed = EligibilityRows.joins(Given.eligibleSchool(), uid);
        EligibilityRows.set(closed, "status", "CLOSED");

        checkTrust(uid, ",\"pathway\":\"multi-school\"").then().statusCode(200).body("outcome", equalTo("ELIGIBLE")).body("trustUid", equalTo(uid))
                .body("trustName", equalTo("Trust " + uid)).body("urn", nullValue()).body("role", equalTo("PARTNER_TRUST"))
                .body("results.find { it.rule == 'eligible-school' }.schools.urn", contains(good, outstanding))
                .body("results.find { it.rule == 'eligible-school' }.schools.outcome", contains("ELIGIBLE", "NOT_ELIGIBLE"))
                .body("results.find { it.rule == 'trust-type' }.evidence[0].source.file", equalTo("groups-given-by-tests.csv"));
    }

    @Test
    void theSchoolsThatATrustNamesAreJudgedAndStrangersAreNamed() {
        String uid = EligibilityRows.group("6", "OPEN");
        EligibilityRows.joins(Given.eligibleSchool(), uid);
        String outstanding = EligibilityRows.joins(Given.outstandingSchool(), uid);
        String stranger = Given.eligibleSchool();

        checkTrust(uid, ",\"pathway\":\"multi-school\",\"schools\":[\"%s\"]".formatted(outstanding)).then().statusCode(200).body("outcome", equalTo("NOT_ELIGIBLE"))
                .body("results.find { it.outcome == 'FAIL' }.rule", equalTo("eligible-school"))
                .body("results.find { it.outcome == 'FAIL' }.schools.urn", contains(outstanding));
        checkTrust(uid, ",\"pathway\":\"multi-school\",\"schools\":[\"%s\",\"%s\",\"999998\"]".formatted(outstanding, stranger)).then().statusCode(200)
                .body("results.find { it.rule == 'named-schools' }.outcome", equalTo("FAIL"))
                .body("results.find { it.rule == 'named-schools' }.sentence", containsString(stranger + ", 999998"))
                .body("results.find { it.rule == 'named-schools' }.evidence.fact", hasItem("School 999998: not in the register"));
    }

    @ParameterizedTest(name = "group type {0}, {1}: {2}")
    @CsvSource({"6, CLOSED, NOT_ELIGIBLE", "10, OPEN, NOT_ELIGIBLE", "2, OPEN, NOT_ELIGIBLE", ", , MANUAL_REVIEW"})
    void aTrustMustBeAnOpenMultiAcademyTrust(String typeCode, String status, String outcome) {
        String uid = EligibilityRows.group(typeCode, status);
        EligibilityRows.joins(Given.eligibleSchool(), uid);

        checkTrust(uid, ",\"pathway\":\"multi-school\"").then().statusCode(200).body("outcome", equalTo(outcome));
    }

    @Test
    void aTrustThatWantsToLeadNamesTheSchool() {
        String uid = EligibilityRows.group("10", "OPEN");
        String urn = EligibilityRows.joins(Given.outstandingSchool(), uid);

        checkTrust(uid, ",\"role\":\"LEAD_TRUST\",\"schools\":[\"%s\"]".formatted(urn)).then().statusCode(200).body("outcome", equalTo("ELIGIBLE"))
                .body("ruleSet", equalTo("behaviour-hubs-lead-trust"));
    }

    @Test
    void aFederationIsNoTrust() {
        checkTrust(EligibilityRows.group("1", "OPEN"), ",\"pathway\":\"multi-school\"").then().spec(problem(404, "trust-not-found"));
    }

    // ---- selection

    @Test
    void enhancedSupportDependsOnTheSelectionAndThePublicLearnsNoMoreThanThat() {
        String urn = Given.outstandingSchool();
        EligibilityRows.selected(urn, "Highest rate of suspensions of all");

        Response open = check(urn, "behaviour-and-attendance-hubs", "enhanced");
        open.then().statusCode(200).body("outcome", equalTo("ELIGIBLE")).body("results.find { it.rule == 'inspections' }.outcome", equalTo("INFO"))
                .body("results.find { it.rule == 'on-selection-list' }.evidence[0].fact", equalTo("On a selection list of the Department: yes"))
                .body("results.find { it.rule == 'on-selection-list' }.evidence[0].source.file", nullValue());
        Response toTeam = Given.as(person("programme-team")).body("{\"urn\":\"%s\",\"programme\":\"%s\"}".formatted(urn, ENHANCED)).post("/v1/eligibility-checks");
        toTeam.then().statusCode(200).body("results.find { it.rule == 'on-selection-list' }.evidence[0].source.file", equalTo("selected-by-tests.csv"))
                .body("results.find { it.rule == 'on-selection-list' }.evidence[0].source.asAt", equalTo("2026-10-01"));
        assertThat(open.asString() + toTeam.asString()).doesNotContain("suspensions").doesNotContain("rank");
    }

    // ---- bulk

    @Test
    void manySchoolsAreAnsweredAtOnceInTheOrderOfTheQuestion() {
        String good = Given.eligibleSchool();
        String outstanding = Given.outstandingSchool();
        String body = "{\"urns\":[\"%s\",\"999998\",\"%s\",\"%1$s\"],\"programme\":\"behaviour-hubs\",\"pathway\":\"core\"}".formatted(outstanding, good);

        Given.as(person("data-collector")).body(body).post("/v1/eligibility-checks/bulk").then().statusCode(200).contentType("application/json")
                .body("items.urn", contains(outstanding, good)).body("items.outcome", contains("NOT_ELIGIBLE", "ELIGIBLE")).body("unknownUrns", contains("999998"))
                .body("items.results.flatten().sentence", everyItem(startsWith("The ")));
        String csv = Given.as(person("dfe")).accept("text/csv").body(body).post("/v1/eligibility-checks/bulk").then().statusCode(200).contentType(startsWith("text/csv"))
                .extract().asString();
        List<NamedCsvRecord> lines = records(csv);
        assertThat(lines).extracting(line -> line.getField("urn")).containsExactly(outstanding, good, "999998");
        assertThat(lines).extracting(line -> line.getField("outcome")).containsExactly("NOT_ELIGIBLE", "ELIGIBLE", "");
        assertThat(lines.get(0).getField("ofsted-overall-grade")).isEqualTo("FAIL");
        assertThat(lines.get(0).getField("ofsted-overall-grade:why")).startsWith("The school's overall Ofsted grade is Outstanding");
    }

    @Test
    void manySchoolsMayBeAskedAboutAsLeads() {
        Given.as(person("programme-team")).body("{\"urns\":[\"%s\"],\"role\":\"LEAD_SCHOOL\",\"programme\":\"behaviour-hubs\"}".formatted(Given.outstandingSchool()))
                .post("/v1/eligibility-checks/bulk").then().statusCode(200).body("items.outcome", contains("ELIGIBLE"));
    }

    @Test
    void fiveHundredIsTheMost() {
        String urns = IntStream.range(0, 501).mapToObj(i -> "\"" + (100_000 + i) + "\"").collect(Collectors.joining(","));
        Given.as(person("dfe")).body("{\"urns\":[%s],\"programme\":\"behaviour-hubs\",\"pathway\":\"core\"}".formatted(urns)).post("/v1/eligibility-checks/bulk").then()
                .spec(problem(400, "invalid")).body("errors.pointer", hasItem("/urns"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"school", "finance-preparer", "finance-approver", "operator"})
    void otherRolesAskOneByOne(String role) {
        Given.as(person(role)).body("{\"urns\":[\"100049\"],\"programme\":\"behaviour-hubs\",\"pathway\":\"core\"}").post("/v1/eligibility-checks/bulk").then()
                .spec(problem(403, "forbidden"));
        Given.as(person(role)).get("/v1/eligibility-checks?programme=behaviour-hubs&pathway=core").then().spec(problem(403, "forbidden"));
    }

    @Test
    void manyAreNotForThePublic() {
        given().contentType("application/json").body("{\"urns\":[\"100049\"],\"programme\":\"behaviour-hubs\",\"pathway\":\"core\"}").post("/v1/eligibility-checks/bulk").then()
                .spec(problem(401, "unauthenticated"));
        given().get("/v1/eligibility-checks?programme=behaviour-hubs&pathway=core").then().spec(problem(401, "unauthenticated"));
    }

    // ---- the report on every school

    @Test
    void everySchoolOfTheRegisterStandsInTheReportOnce() {
        String good = Given.eligibleSchool();
        String formula = Given.outstandingSchool();
        EligibilityRows.set(formula, "name", "=HYPERLINK(1)");
        EligibilityRows.set(Given.eligibleSchool(), "status", "CLOSED");

        String csv = Given.as(person("auditor")).accept("text/csv").get("/v1/eligibility-checks?programme=behaviour-hubs&pathway=core").then().statusCode(200)
                .contentType(startsWith("text/csv")).header("Content-Disposition", containsString("eligibility-behaviour-hubs-partner-school.csv")).extract().asString();

        List<NamedCsvRecord> lines = records(csv);
        assertThat(lines).extracting(line -> line.getField("urn")).doesNotHaveDuplicates().isSorted().contains(good, formula)
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(line(lines, good).getFields()).contains("ELIGIBLE", "behaviour-hubs-partner-school/1", "The school is open.");
        assertThat(line(lines, formula).getField("name")).isEqualTo("'=HYPERLINK(1)");
        assertThat(line(lines, formula).getField("outcome")).isEqualTo("NOT_ELIGIBLE");
    }

    @Test
    void theReportKnowsWhoIsSelectedAndWhoLeads() {
        String urn = Given.outstandingSchool();
        EligibilityRows.selected(urn, "High absence");

        String enhanced = Given.as(person("dfe")).get("/v1/eligibility-checks?programme=behaviour-and-attendance-hubs&pathway=enhanced").then().statusCode(200).extract().asString();
        String leads = Given.as(person("dfe")).get("/v1/eligibility-checks?programme=behaviour-hubs&role=LEAD_SCHOOL").then().statusCode(200).extract().asString();

        assertThat(line(records(enhanced), urn).getField("on-selection-list")).isEqualTo("PASS");
        assertThat(enhanced).doesNotContain("High absence");
        assertThat(line(records(leads), urn).getField("outcome")).isEqualTo("ELIGIBLE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            pathway=core                                                    | 400 | invalid
            programme=behaviour-hubs                                        | 400 | invalid
            programme=behaviour-hubs&pathway=core&role=LEAD_SCHOOL          | 400 | invalid
            programme=behaviour-hubs&pathway=multi-school&role=PARTNER_TRUST | 400 | invalid
            programme=nothing&pathway=core                                  | 422 | programme-unknown
            programme=behaviour-hubs&pathway=nothing                        | 422 | pathway-unknown
            programme=behaviour-hubs&pathway=multi-school                   | 422 | pathway-for-trusts
            """)
    void aReportOnNothingIsRefused(String query, int status, String code) {
        Given.as(person("dfe")).get("/v1/eligibility-checks?" + query).then().spec(problem(status, code));
    }

    // ---- refusals

    @ParameterizedTest(name = "{0} {1}/{2}: {4}")
    @CsvSource({"999998, behaviour-hubs, core, 404, school-not-found", "100049, nothing, core, 422, programme-unknown", "100049, behaviour-hubs, nothing, 422, pathway-unknown",
            "100049, behaviour-hubs, multi-school, 422, pathway-for-trusts", "100049, attendance-hubs, core, 422, pathway-unknown"})
    void whatCannotBeAnsweredSaysWhy(String urn, String programme, String pathway, int status, String code) {
        check(urn, programme, pathway).then().spec(problem(status, code));
    }

    @Test
    void aTrustIsNoPartnerOfAPathwayForSchools() {
        checkTrust("999998", ",\"pathway\":\"multi-school\"").then().spec(problem(404, "trust-not-found"));
        checkTrust("999998", ",\"pathway\":\"core\"").then().spec(problem(422, "pathway-for-schools"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"urn"                                                                                        | malformed-json | -
            {"urn":"1","programme":"behaviour-hubs","pathway":"core"}                                     | invalid        | /urn
            {"urn":"100049","programme":{},"pathway":"core"}                                              | wrong-type     | /programme
            {"urn":100049,"programme":"behaviour-hubs","pathway":"core"}                                  | wrong-type     | /urn
            {"urn":"100049","programme":"behaviour-hubs"}                                                 | invalid        | /pathway
            {"urn":"100049","programme":"behaviour-hubs","pathway":"core","x":true}                       | unknown-field  | /x
            {"programme":"behaviour-hubs","pathway":"core"}                                               | invalid        | /urn
            {"urn":"100049","trustUid":"2854","programme":"behaviour-hubs","pathway":"core"}              | invalid        | /urn
            {"urn":"100049","role":"PARTNER_TRUST","programme":"behaviour-hubs","pathway":"core"}         | invalid        | /role
            {"trustUid":"2854","role":"LEAD_SCHOOL","programme":"behaviour-hubs"}                         | invalid        | /role
            {"urn":"100049","role":"LEAD_SCHOOL","programme":"behaviour-hubs","pathway":"core"}           | invalid        | /pathway
            {"urn":"100049","schools":["100050"],"programme":"behaviour-hubs","pathway":"core"}           | invalid        | /schools
            {"trustUid":"2854","schools":["x"],"programme":"behaviour-hubs","pathway":"multi-school"}     | invalid        | /schools/0
            {"urn":"100049","role":"HEAD","programme":"behaviour-hubs","pathway":"core"}                  | wrong-type     | /role
            """)
    void aBadBodyIsRefusedNamingThePlace(String body, String code, String pointer) {
        ask(body).then().spec(problem(400, code)).body("errors.pointer", pointer.equals("-") ? not(hasItem("x")) : hasItem(pointer));
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static NamedCsvRecord line(List<NamedCsvRecord> lines, String urn) {
        return lines.stream().filter(line -> line.getField("urn").equals(urn)).findFirst().orElseThrow();
    }
}
