package org.schoolhubs.grants.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.grants.Scene.as;
import static org.schoolhubs.grants.Scene.preparer;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.grants.Scene;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class LedgerTest {
    private Scene scene;
    private Scene.School school;

    @BeforeEach
    void aReservedAward() {
        scene = Scene.with(480_000L, 1_000_000L);
        school = scene.school().activated().becomes("RESERVED");
    }

    @Test
    void everyMovementIsListedWithItsLines() {
        preparer("penny").queryParam("programme", scene.programme).get("/v1/ledger").then().statusCode(200).body("items.movement", contains("COMMITTED"))
                .body("items[0].entries.account", contains("COMMITMENTS", "COMMITMENTS_CONTRA")).body("items[0].entries.side", contains("DEBIT", "CREDIT"))
                .body("items[0].entries.amount.pence", contains(480_000, 480_000));
        school.withdrawn(Scene.TODAY).becomes("CANCELLED");
        preparer("penny").queryParam("awardId", school.awardId()).get("/v1/ledger").then().body("items.movement", contains("COMMITTED", "CANCELLED"));
        String cursor = preparer("penny").queryParam("awardId", school.awardId()).queryParam("limit", 1).get("/v1/ledger").path("next");
        preparer("penny").queryParam("awardId", school.awardId()).queryParam("after", cursor).get("/v1/ledger").then().body("items.movement", contains("CANCELLED"));
        preparer("penny").queryParam("programme", scene.programme).queryParam("financialYear", "2031/32").get("/v1/ledger/balances").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger_entry set amount_pence = 1", "delete from ledger_entry", "delete from ledger_transaction", "truncate ledger_entry"})
    void nobodyChangesItNotEvenTheOwner(String sql) {
        assertThatThrownBy(() -> run(SharedInfrastructure.asApplication(), sql)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(SharedInfrastructure.asOwner(), sql)).hasMessageContaining("append-only");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "two unequal lines | ('DEBIT', 'COMMITMENTS', 2, 1), ('CREDIT', 'COMMITMENTS_CONTRA', 1, 2)",
        "one line          | ('DEBIT', 'COMMITMENTS', 1, 1)",
        "no line           | -"})
    void anUnbalancedTransactionIsNotCommitted(String name, String lines) {
        String entries = "-".equals(lines) ? "" : """
                ; insert into ledger_entry (transaction_id, side, account, amount_pence, line)
                select t.id, v.side, v.account, v.pence, v.line from ledger_transaction t, (values %s) as v(side, account, pence, line)
                where t.award_id = '%s' and t.movement = 'CANCELLED'""".formatted(lines, school.awardId());
        assertThatThrownBy(() -> run(SharedInfrastructure.asApplication(), """
                insert into ledger_transaction (id, created_at, movement, award_id, commitment, programme, financial_year)
                select gen_random_uuid(), now(), 'CANCELLED', id, 1, programme, financial_year from award where id = '%s'""".formatted(school.awardId()) + entries))
                .hasMessageContaining("not balanced");
        assertThat(Scene.rows("select movement from ledger_transaction where award_id = '" + school.awardId() + "'")).containsExactly("COMMITTED");
    }

    @Test
    void aBalancedTransactionNeverGetsAnotherLine() {
        assertThatThrownBy(() -> run(SharedInfrastructure.asApplication(), """
                insert into ledger_entry (transaction_id, line, account, side, amount_pence)
                select id, 3, 'BANK', 'DEBIT', 1 from ledger_transaction where award_id = '%s'""".formatted(school.awardId()))).hasMessageContaining("not balanced");
    }

    @Test
    void aMovementIsPostedOnce() {
        assertThatThrownBy(() -> run(SharedInfrastructure.asApplication(), """
                insert into ledger_transaction (id, created_at, movement, award_id, commitment, programme, financial_year)
                select gen_random_uuid(), now(), movement, award_id, commitment, programme, financial_year from ledger_transaction where award_id = '%s'"""
                .formatted(school.awardId()))).hasMessageContaining("ledger_movement_once");
    }

    @ParameterizedTest
    @CsvSource({Roles.FINANCE_PREPARER + ",200", Roles.FINANCE_APPROVER + ",200", Roles.AUDITOR + ",200", Roles.DFE + ",403", Roles.SCHOOL + ",403", Roles.PROGRAMME_TEAM + ",403"})
    void financeAndAuditReadIt(String role, int status) {
        as("reader", role).get("/v1/ledger").then().statusCode(status);
        as("reader", role).get("/v1/ledger/balances").then().statusCode(status);
        preparer("penny").queryParam("financialYear", "26/27").get("/v1/ledger").then().spec(problem(400, "invalid"));
    }

    private static void run(Connection opened, String sql) throws Exception {
        try (Connection connection = opened; Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }
}
