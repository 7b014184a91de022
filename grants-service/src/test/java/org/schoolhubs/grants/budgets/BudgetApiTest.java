package org.schoolhubs.grants.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.schoolhubs.grants.Scene.as;
import static org.schoolhubs.grants.Scene.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.grants.Scene;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class BudgetApiTest {
    private static final String AMOUNT = "{\"amount\": {\"pence\": %d, \"currency\": \"GBP\"}}";

    @Test
    void illustrativeBudgetsAreShipped() {
        team().queryParam("programme", "behaviour-hubs").get("/v1/budgets").then().statusCode(200)
                .body("items.financialYear", hasItems("2025/26", "2026/27", "2027/28", "2028/29"));
        team().queryParam("financialYear", "2026/28").get("/v1/budgets").then().spec(problem(400, "invalid")).body("errors.parameter", hasItem("financialYear"));
    }

    @Test
    void thereIsOneBudgetPerProgrammeAndYear() {
        Scene scene = Scene.with(null, 500L);
        team().body("""
                {"programme": "%s", "financialYear": "%s", "amount": {"pence": 1, "currency": "GBP"}}""".formatted(scene.programme, scene.year)).post("/v1/budgets")
                .then().spec(problem(409, "budget-exists"));
        team().body("""
                {"programme": "%s", "financialYear": "2026/28", "amount": {"pence": 1, "currency": "GBP"}}""".formatted(scene.programme)).post("/v1/budgets")
                .then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/financialYear"));
    }

    @Test
    void aBudgetIsNeverSetBelowWhatIsUsed() {
        Scene scene = Scene.with(480_000L, 500_000L);
        scene.school().activated().becomes("RESERVED");
        var read = team().queryParam("programme", scene.programme).get("/v1/budgets");
        String id = read.path("items[0].id");
        String etag = team().get("/v1/budgets/" + id).header("ETag");
        team().header("If-Match", etag).body(AMOUNT.formatted(479_999)).put("/v1/budgets/" + id).then().spec(problem(409, "budget-below-use"));
        team().header("If-Match", "\"0\"").body(AMOUNT.formatted(480_000)).put("/v1/budgets/" + id).then().spec(problem(412, "stale"));
        team().body(AMOUNT.formatted(480_000)).put("/v1/budgets/" + id).then().spec(problem(428, "if-match-required"));
        as("dora", Roles.DFE).header("If-Match", etag).body(AMOUNT.formatted(480_000)).put("/v1/budgets/" + id).then().statusCode(200)
                .body("available.pence", equalTo(0)).body("committed.pence", equalTo(480_000));
        team().header("If-Match", etag).body(AMOUNT.formatted(1)).put("/v1/budgets/" + UUID.randomUUID()).then().spec(problem(404, "not-found"));
    }

    @Test
    void notEvenAStatementPastTheServiceExceedsIt() {
        Scene scene = Scene.with(null, 500L);
        assertThatThrownBy(() -> {
            try (Connection connection = SharedInfrastructure.asApplication()) {
                connection.createStatement().execute("update budget set committed_pence = 300, paid_pence = 201 where programme = '" + scene.programme + "'");
            }
        }).hasMessageContaining("budget_never_exceeded");
        assertThat(scene.budgetUse()).containsExactly(0L, 0L, 500L);
    }

    @ParameterizedTest
    @CsvSource({Roles.SCHOOL + ",403", Roles.TRUST + ",403", Roles.LOCAL_AUTHORITY + ",403", Roles.AUDITOR + ",200", Roles.DFE + ",200", Roles.FINANCE_PREPARER + ",200"})
    void budgetsAreReadByThoseWhoReadEverything(String role, int status) {
        as("somebody", role).get("/v1/budgets").then().statusCode(status);
        as("somebody", role).header("If-Match", "\"0\"").body(AMOUNT.formatted(1)).put("/v1/budgets/" + UUID.randomUUID())
                .then().statusCode(Roles.DFE.equals(role) ? 404 : 403);
    }
}
