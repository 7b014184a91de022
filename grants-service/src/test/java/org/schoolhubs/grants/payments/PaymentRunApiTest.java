package org.schoolhubs.grants.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.grants.Scene.TODAY;
import static org.schoolhubs.grants.Scene.actOnRun;
import static org.schoolhubs.grants.Scene.approver;
import static org.schoolhubs.grants.Scene.as;
import static org.schoolhubs.grants.Scene.enterDetails;
import static org.schoolhubs.grants.Scene.preparer;
import static org.schoolhubs.grants.Scene.rows;
import static org.schoolhubs.grants.Scene.sendResults;
import static org.schoolhubs.grants.Scene.verifyDetails;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.grants.Scene;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PaymentRunApiTest {
    private static final String HEADING = "endToEndId,status,reason\n";

    private static String prepared(Scene scene) {
        return scene.prepare("penny").then().statusCode(201).extract().path("id");
    }

    @Test
    void awardsWhosePayeeCannotBePaidAreLeftOutAndSaidWhy() {
        Scene scene = Scene.with(480_000L, 5_000_000L);
        Scene.School usable = scene.school().payable();
        Scene.School without = scene.school().activated().becomes("RESERVED").offered();
        without.accepted(without.payee()).completed(TODAY.minusDays(2)).becomes("PAYABLE");
        Scene.School cooling = scene.school().activated().becomes("RESERVED").offered();
        String payee = cooling.usablePayee();
        cooling.accepted(payee).completed(TODAY.minusDays(2)).becomes("PAYABLE");
        enterDetails(preparer("penny"), payee);
        verifyDetails(approver("vera"), payee);

        String run = scene.prepare("penny").then().statusCode(201).body("payments", equalTo(1))
                .body("leftOut.find { it.awardId == '" + without.awardId() + "' }.reason", equalTo("NO_BANK_DETAILS"))
                .body("leftOut.find { it.awardId == '" + cooling.awardId() + "' }.reason", equalTo("COOLING_OFF")).extract().path("id");
        assertThat(usable.state()).isEqualTo("IN_RUN");
        assertThat(without.state()).isEqualTo("PAYABLE");
        preparer("penny").get("/v1/payment-runs/" + run).then().body("leftOut", hasSize(2));
        preparer("penny").get("/v1/payment-runs/" + run + "/payments").then().body("items.awardId", contains(usable.awardId())).body("items.endToEndId", contains(usable.endToEndId()));
        scene.prepare("penny").then().spec(problem(409, "nothing-to-pay"));
    }

    @Test
    void thePreparerNeitherApprovesNorReleasesNotEvenInTheDatabase() {
        Scene scene = Scene.with(480_000L, 480_000L);
        scene.school().payable();
        String both = Tokens.person("both").role(Roles.FINANCE_PREPARER).role(Roles.FINANCE_APPROVER).token();
        String run = RestAssured.given().auth().oauth2(both).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"programme\": \"%s\", \"paymentDate\": \"%s\"}".formatted(scene.programme, Scene.paymentDay())).post("/v1/payment-runs").then().statusCode(201)
                .body("actions.find { it.name == 'approval' }.code", equalTo("second-person-required")).extract().path("id");
        RestAssured.given().auth().oauth2(both).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"")
                .post("/v1/payment-runs/" + run + "/approval").then().spec(problem(409, "second-person-required"));
        actOnRun(approver("april"), run, "approval").then().statusCode(200);
        RestAssured.given().auth().oauth2(both).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"1\"")
                .post("/v1/payment-runs/" + run + "/release").then().spec(problem(409, "second-person-required"));
        assertThatThrownBy(() -> {
            try (Connection connection = SharedInfrastructure.asApplication()) {
                connection.createStatement().execute("update payment_run set approved_by = prepared_by, approved_at = now() where id = '" + run + "'");
            }
        }).hasMessageContaining("payment_run_second_person");
    }

    @Test
    void theFileIsMadeAtApprovalKeptSealedAndItsReadingsRecorded() {
        Scene scene = Scene.with(480_000L, 480_000L);
        scene.school().payable();
        String run = prepared(scene);
        preparer("penny").accept("application/xml,application/problem+json").get("/v1/payment-runs/" + run + "/files/pain.001").then().statusCode(409);
        String sha = actOnRun(approver("april"), run, "approval").then().statusCode(200).extract().path("fileSha256");
        preparer("penny").accept("application/xml").get("/v1/payment-runs/" + run + "/files/pain.001").then().statusCode(200).header("ETag", equalTo("\"" + sha + "\""));
        assertThat(rows("select encode(sealed, 'escape') from payment_file where run_id = '" + run + "'")).singleElement().asString().doesNotContain("12345678");
        preparer("penny").get("/v1/payment-runs/" + run + "/history").then().body("type", contains("PaymentRunPrepared", "PaymentRunApproved", "PaymentFileRead"));
        as("audrey", Roles.AUDITOR).accept("application/xml").get("/v1/payment-runs/" + run + "/files/pain.001").then().statusCode(403);
        as("audrey", Roles.AUDITOR).get("/v1/payment-runs/" + run).then().statusCode(200);
    }

    @Test
    void bankDetailsThatChangedSincePreparationStopTheRun() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().activated().becomes("RESERVED").offered();
        String payee = school.usablePayee();
        school.accepted(payee).completed(TODAY.minusDays(2)).becomes("PAYABLE");
        String run = prepared(scene);
        actOnRun(approver("april"), run, "approval").then().statusCode(200);
        enterDetails(preparer("penny"), payee).then().statusCode(200);
        actOnRun(approver("april"), run, "release").then().spec(problem(409, "bank-details-changed"));
        actOnRun(preparer("penny"), run, "cancellation").then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(school.state()).isEqualTo("PAYABLE");
        assertThat(rows("select movement from ledger_transaction where award_id = '" + school.awardId() + "'")).containsExactly("COMMITTED");
    }

    @Test
    void aRunIsReleasedOnceAndThenNotCancelled() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().payable();
        String run = scene.releasedRun();
        actOnRun(approver("april"), run, "release").then().spec(problem(409, "transition-impossible"));
        actOnRun(approver("april"), run, "cancellation").then().spec(problem(409, "transition-impossible"));
        assertThat(rows("select movement from ledger_transaction where award_id = '" + school.awardId() + "' order by id")).containsExactly("COMMITTED", "RELEASED");
    }

    @Test
    void resultsAreRecordedAllOrNothing() {
        Scene scene = Scene.with(480_000L, 5_000_000L);
        Scene.School earlier = scene.school().payable();
        String old = scene.releasedRun();
        sendResults("penny", old, HEADING + earlier.endToEndId() + ",PAID,\n").then().statusCode(200);
        Scene.School one = scene.school().payable();
        Scene.School two = scene.school().payable();
        String run = scene.releasedRun();
        String bad = HEADING + one.endToEndId() + ",PAID,\n" + one.endToEndId() + ",PAID,\n" + earlier.endToEndId() + ",PAID,\n" + "ffff,PAID,\n";
        sendResults("penny", run, bad).then().spec(problem(422, "results-do-not-match")).body("errors.pointer", hasItems("/3", "/4", "/5", ""))
                .body("errors.code", hasItems("line-duplicate", "already-confirmed", "line-unknown", "line-missing"));
        sendResults("penny", run, "not,a,result\n").then().spec(problem(422, "results-do-not-match")).body("errors.code", hasItem("heading-wrong"));
        assertThat(one.state()).isEqualTo("IN_RUN");
        assertThat(two.state()).isEqualTo("IN_RUN");
        assertThat(rows("select state from payment where run_id = '" + run + "'")).containsOnly("IN_RUN");

        sendResults("penny", run, HEADING + two.endToEndId() + ",RETURNED,AC04\n" + one.endToEndId() + ",PAID,\n").then().statusCode(200).body("state", equalTo("COMPLETED"));
        assertThat(one.state()).isEqualTo("PAID");
        assertThat(two.state()).isEqualTo("HELD");
        assertThat(scene.budgetUse()).containsExactly(480_000L, 960_000L, 5_000_000L);
        sendResults("penny", run, HEADING + one.endToEndId() + ",PAID,\n").then().spec(problem(409, "transition-impossible"));
    }

    @Test
    void aReturnedPaymentIsPaidByAnotherRunAfterItsRelease() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().payable();
        String first = scene.releasedRun();
        sendResults("penny", first, HEADING + school.endToEndId() + ",RETURNED,AC04\n").then().statusCode(200);
        assertThat(rows("select state from task where kind = 'payment-returned' and subject_id = ?", school.awardId())).containsExactly("OPEN");
        approver("april").header("If-Match", school.etag()).post("/v1/awards/" + school.awardId() + "/release").then().statusCode(200).body("state", equalTo("PAYABLE"));
        assertThat(rows("select state from task where kind = 'payment-returned' and subject_id = ?", school.awardId())).containsExactly("SETTLED");
        String second = scene.releasedRun();
        sendResults("penny", second, HEADING + school.endToEndId() + ",PAID,\n").then().statusCode(200);
        assertThat(rows("select movement from ledger_transaction where award_id = '" + school.awardId() + "' order by id"))
                .containsExactly("COMMITTED", "RELEASED", "RETURNED", "RELEASED", "PAID");
        assertThat(Facts.types("grants.v1", school.application)).endsWith("AwardInRun", "AwardHeld", "AwardPayable", "AwardInRun", "AwardPaid");
        assertThat(scene.budgetUse()).containsExactly(0L, 480_000L, 480_000L);
    }

    @Test
    void anAwardIsNeverInTwoLiveRunsWhateverTheCodeDoes() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().payable();
        String run = prepared(scene);
        assertThatThrownBy(() -> {
            try (Connection connection = SharedInfrastructure.asApplication()) {
                connection.createStatement().execute("""
                        with other as (insert into payment_run (id, version, created_at, programme, payment_date, state, payments, total_pence, prepared_by)
                          select gen_random_uuid(), 0, now(), programme, payment_date, 'PREPARED', 1, total_pence, 'x' from payment_run where id = '%s' returning id)
                        insert into payment (id, version, created_at, run_id, award_id, payee_id, bank_details_id, end_to_end_id, amount_pence, state)
                          select gen_random_uuid(), 0, now(), other.id, award_id, payee_id, bank_details_id, end_to_end_id, amount_pence, 'IN_RUN'
                          from payment, other where run_id = '%s'""".formatted(run, run));
            }
        }).hasMessageContaining("payment_one_live_run");
        assertThat(school.state()).isEqualTo("IN_RUN");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2020-01-02", "2026-12-25", "2027-01-02", "2027-01-03"})
    void banksDoNotPayInThePastAtWeekendsAndOnBankHolidays(String day) {
        preparer("penny").body("{\"programme\": \"behaviour-hubs\", \"paymentDate\": \"" + day + "\"}").post("/v1/payment-runs")
                .then().spec(problem(422, "payment-date-invalid")).body("errors.pointer", hasItem("/paymentDate"));
    }

    @ParameterizedTest
    @CsvSource({Roles.SCHOOL, Roles.PROGRAMME_TEAM, Roles.FINANCE_APPROVER, Roles.DFE, Roles.AUDITOR})
    void onlyAFinancePreparerPrepares(String role) {
        as("somebody", role).body("{\"programme\": \"behaviour-hubs\", \"paymentDate\": \"2027-01-04\"}").post("/v1/payment-runs").then().spec(problem(403, "forbidden"));
    }

    @Test
    void aMachineDoesNothingWithARun() {
        String machine = Tokens.client("machine").role(Roles.FINANCE_PREPARER).token();
        RestAssured.given().auth().oauth2(machine).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"programme\": \"behaviour-hubs\", \"paymentDate\": \"" + Scene.paymentDay() + "\"}").post("/v1/payment-runs").then().spec(problem(403, "person-required"));
    }

    @Test
    void anUnknownRunAndMissingHeadersAreRefused() {
        UUID unknown = UUID.randomUUID();
        approver("april").header("If-Match", "\"0\"").post("/v1/payment-runs/" + unknown + "/approval").then().spec(problem(404, "not-found"));
        approver("april").post("/v1/payment-runs/" + unknown + "/approval").then().spec(problem(428, "if-match-required"));
        preparer("penny").get("/v1/payment-runs/" + unknown).then().spec(problem(404, "not-found"));
        as("head", Roles.SCHOOL, "urn:100001").get("/v1/payment-runs/" + unknown).then().spec(problem(403, "forbidden"));
    }
}
