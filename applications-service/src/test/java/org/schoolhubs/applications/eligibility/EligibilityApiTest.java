package org.schoolhubs.applications.eligibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class EligibilityApiTest {
    private static Response check(String urn, String programme, String pathway) {
        return given().contentType("application/json").body("{\"urn\":\"%s\",\"programme\":\"%s\",\"pathway\":\"%s\"}".formatted(urn, programme, pathway))
                .post("/v1/eligibility-checks");
    }

    @Test
    void anyoneMayAskAndIsToldWhy() {
        String urn = Given.notJudgedSchool();
        String before = Given.one("select count(*) from journal");
        check(urn, "behaviour-hubs", "core").then().statusCode(200).body("outcome", equalTo("MANUAL_REVIEW")).body("ruleSet", equalTo("behaviour-hubs-partner-school"))
                .body("ruleSetVersion", equalTo(1)).body("results", hasSize(5))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].fact", equalTo("Overall effectiveness: Not judged (1 March 2019)"))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].source.file", equalTo("given-by-tests.csv"))
                .body("results.find { it.outcome == 'REVIEW' }.evidence[0].source.asAt", equalTo("2026-10-31"))
                .body("results.find { it.rule == 'open' }.evidence[0].source.asAt", equalTo("2026-11-01"));
        assertThat(Given.one("select count(*) from journal")).isEqualTo(before);
    }

    @ParameterizedTest(name = "{1}/{2}: {3}")
    @CsvSource({"GOOD, behaviour-hubs, core, ELIGIBLE", "GOOD, behaviour-hubs, extended, ELIGIBLE", "OUTSTANDING, behaviour-hubs, core, NOT_ELIGIBLE",
            "OUTSTANDING, attendance-hubs, attendance, ELIGIBLE", "OUTSTANDING, behaviour-and-attendance-hubs, regional, ELIGIBLE"})
    void theAnswerDependsOnThePathway(String grade, String programme, String pathway, String outcome) {
        check(grade.equals("GOOD") ? Given.eligibleSchool() : Given.outstandingSchool(), programme, pathway).then().statusCode(200).body("outcome", equalTo(outcome));
    }

    @ParameterizedTest(name = "{0} {1}/{2}: {4}")
    @CsvSource({"999998, behaviour-hubs, core, 404, school-not-found", "100049, nothing, core, 422, programme-unknown", "100049, behaviour-hubs, nothing, 422, pathway-unknown",
            "100049, behaviour-hubs, multi-school, 422, pathway-for-trusts", "100049, behaviour-and-attendance-hubs, enhanced, 422, pathway-by-selection"})
    void whatCannotBeAnsweredSaysWhy(String urn, String programme, String pathway, int status, String code) {
        check(urn, programme, pathway).then().spec(problem(status, code));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"urn"                                                                  | malformed-json | -
            {"urn":"1","programme":"behaviour-hubs","pathway":"core"}               | invalid        | /urn
            {"urn":"100049","programme":{},"pathway":"core"}                        | wrong-type     | /programme
            {"urn":100049,"programme":"behaviour-hubs","pathway":"core"}            | wrong-type     | /urn
            {"urn":"100049","programme":"behaviour-hubs"}                           | invalid        | /pathway
            {"urn":"100049","programme":"behaviour-hubs","pathway":"core","x":true} | unknown-field  | /x
            """)
    void aBadBodyIsRefusedNamingThePlace(String body, String code, String pointer) {
        given().contentType("application/json").body(body).post("/v1/eligibility-checks").then().spec(problem(400, code))
                .body("errors.pointer", pointer.equals("-") ? not(hasItem("x")) : hasItem(pointer));
    }
}
