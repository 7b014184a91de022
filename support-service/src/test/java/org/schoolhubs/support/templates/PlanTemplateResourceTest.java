package org.schoolhubs.support.templates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.support.Scenario;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PlanTemplateResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.AUDITOR, Roles.OPERATOR})
    void whoeverIsSignedInReadsTheTemplates(String role) {
        Scenario.with(role).get("/v1/plan-templates").then().statusCode(200).body("items.code", hasItem("core"));
        Scenario.with(role).get("/v1/plan-templates/core").then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void theCoreTemplateHasEveryPartOfTheProgramme() {
        Scenario.team().get("/v1/plan-templates/core").then()
                .body("programme", equalTo("behaviour-hubs")).body("pathway", equalTo("core"))
                .body("expectedDays.min", equalTo(12)).body("expectedDays.max", equalTo(20))
                .body("activities.kind", hasItems("TRAINING", "AUDIT", "PLANNING", "LAUNCH", "REVIEW", "OPEN_DAY", "NETWORKING", "TIME"))
                .body("activities.findAll { it.kind == 'REVIEW' }.dueRule.termIndex", contains(1, 2, 3))
                .body("activities.findAll { it.kind == 'NETWORKING' }.dueRule.termIndex", contains(1, 2, 3))
                .body("activities.find { it.code == 'launch' }.dueRule.termIndex", equalTo(2))
                .body("activities.find { it.code == 'launch' }.dueRule.anchor", equalTo("START"))
                .body("activities.findAll { !it.mandatory }.code", contains("module-attendance-and-punctuality", "module-alternative-provision", "module-special"))
                .body("activities.findAll { it.evidenceRequired && it.evidence == null }", hasSize(0));
    }

    @Test
    void aTemplateThatDoesNotExistIsNotFoundAndNobodyReadsWithoutToken() {
        Scenario.team().get("/v1/plan-templates/extended").then().spec(problem(404, "not-found"));
        Scenario.team().get("/v1/plan-templates/" + "x".repeat(65)).then().spec(problem(400, "invalid"));
        given().get("/v1/plan-templates").then().spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update plan_template set name = 'x'", "insert into template_activity select * from template_activity", "delete from support_plan", "delete from plan_activity"})
    void theServiceItselfCannotAlterTemplatesOrDeletePlans(String sql) {
        assertThatThrownBy(() -> {
            try (Connection connection = SharedInfrastructure.asApplication()) {
                connection.createStatement().execute(sql);
            }
        }).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
    }
}
