package org.schoolhubs.grants.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.grants.Scene.SOON;
import static org.schoolhubs.grants.Scene.TODAY;
import static org.schoolhubs.grants.Scene.actOnRun;
import static org.schoolhubs.grants.Scene.approver;
import static org.schoolhubs.grants.Scene.rows;
import static org.schoolhubs.grants.Scene.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolhubs.grants.Scene;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class AwardFactsTest {
    private static List<String> types(Scene.School school) {
        return Facts.types("grants.v1", school.application);
    }

    private static List<String> openTasks(Scene.School school) {
        return rows("select kind from task where application_id = ? and state = 'OPEN' order by kind", school.application);
    }

    private static void awaitNoted(Scene.School school, String event) {
        await().atMost(SOON).until(() -> !rows("select id from journal where aggregate_id = ? and event_type = ?", school.awardId(), event).isEmpty());
    }

    @Test
    void theAmountIsTheTariffOfTheDayOfAcceptance() {
        Scene scene = Scene.with(null, 10_000_000L);
        team().body(scene.tariff(480_000, "2025-01-01", "2025-12-31")).post("/v1/tariffs").then().statusCode(201);
        team().body(scene.tariff(500_000, "2026-01-01", null)).post("/v1/tariffs").then().statusCode(201);
        Scene.School lastDay = scene.school().activated("core", LocalDate.of(2025, 12, 31)).becomes("RESERVED");
        Scene.School nextDay = scene.school().activated("core", LocalDate.of(2026, 1, 1)).becomes("RESERVED");
        team().get("/v1/awards/" + lastDay.awardId()).then().body("amount.pence", equalTo(480_000)).body("financialYear", equalTo(scene.year));
        team().get("/v1/awards/" + nextDay.awardId()).then().body("amount.pence", equalTo(500_000));
    }

    @Test
    void withoutATariffTheJourneyEndsWithThePlan() {
        Scene scene = Scene.with(null, 1_000_000L);
        Scene.School school = scene.school().activated();
        await().atMost(SOON).untilAsserted(() -> school.head().get("/v1/journeys/" + school.application + "/award").then().statusCode(200)
                .body("state", equalTo("NOT_APPLICABLE")).body("next.size()", equalTo(0)));
        school.completed(TODAY);
        Scene.as("stranger", "school", "urn:100999").get("/v1/journeys/" + school.application + "/award").then().spec(problem(404, "not-found"));
        assertThat(school.state()).isNull();
    }

    @Test
    void anAwardThatDoesNotFitWaitsVisiblyAndIsReservedWhenTheBudgetIsRaised() {
        Scene scene = Scene.with(480_000L, 480_000L);
        scene.school().activated().becomes("RESERVED");
        Scene.School second = scene.school().activated("core", LocalDate.of(2025, 10, 2)).becomes("WAITING_FOR_BUDGET");
        Scene.School first = scene.school().activated("core", LocalDate.of(2025, 10, 1)).becomes("WAITING_FOR_BUDGET");
        assertThat(types(second)).containsExactly("AwardWaitingForBudget");
        assertThat(openTasks(second)).containsExactly("award-waiting-for-budget");
        second.head().get("/v1/journeys/" + second.application + "/award").then().body("state", equalTo("WAITING_FOR_BUDGET")).body("next[0].step", equalTo("budget"));

        raise(scene, 960_000);
        assertThat(first.state()).as("accepted a day earlier, it is first").isEqualTo("RESERVED");
        assertThat(second.state()).isEqualTo("WAITING_FOR_BUDGET");
        raise(scene, 1_440_000);
        assertThat(second.state()).isEqualTo("RESERVED");
        assertThat(types(second)).containsExactly("AwardWaitingForBudget", "AwardReserved");
        assertThat(openTasks(second)).containsExactly("award-offer");
        assertThat(scene.budgetUse()).containsExactly(1_440_000L, 0L, 1_440_000L);
    }

    @Test
    void withoutABudgetItWaitsForOneToBeMade() {
        Scene scene = Scene.with(480_000L, null);
        Scene.School school = scene.school().activated().becomes("WAITING_FOR_BUDGET");
        scene.budget(480_000).then().body("committed.pence", equalTo(480_000));
        assertThat(school.state()).isEqualTo("RESERVED");
    }

    @Test
    void aCancelledAwardMakesRoomForTheNextThatWaits() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School leaving = scene.school().activated().becomes("RESERVED");
        Scene.School waiting = scene.school().activated().becomes("WAITING_FOR_BUDGET");
        leaving.withdrawn(TODAY).becomes("CANCELLED");
        waiting.becomes("RESERVED");
        assertThat(types(leaving)).containsExactly("AwardReserved", "AwardCancelled");
        assertThat(openTasks(leaving)).isEmpty();
        assertThat(scene.budgetUse()).containsExactly(480_000L, 0L, 480_000L);
    }

    @Test
    void anApplicationHasOneAwardThroughTransferAndSuccession() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School school = scene.school().activated().becomes("RESERVED");
        UUID transferred = UUID.randomUUID();
        Facts.send("hubs.v1", school.application.toString(), "MembershipActivated",
                school.membershipFact(transferred, "ACTIVE", "core", LocalDate.of(2025, 10, 1), TODAY, null).replace("\"urn\": \"" + school.urn, "\"urn\": \"148888"));
        awaitNoted(school, "AwardFollowedMembership");
        team().get("/v1/awards/" + school.awardId()).then().body("urn", equalTo("148888")).body("membershipId", equalTo(transferred.toString()))
                .body("state", equalTo("RESERVED")).body("amount.pence", equalTo(480_000));
        assertThat(types(school)).containsExactly("AwardReserved");
        assertThat(scene.budgetUse()).startsWith(480_000L);
    }

    @Test
    void theAwardPassesToTheSchoolThatFollowedWithoutASecondOneAndWithoutMoreMoney() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School school = scene.school().activated().becomes("RESERVED");
        Facts.send("hubs.v1", school.application.toString(), "MembershipPassedToSuccessor",
                school.membershipFact(school.membership, "ACTIVE", "core", LocalDate.of(2025, 10, 1), TODAY, null)
                        .replace("\"urn\": \"" + school.urn, "\"urn\": \"148889"));
        awaitNoted(school, "AwardFollowedMembership");
        team().get("/v1/awards/" + school.awardId()).then().body("urn", equalTo("148889")).body("membershipId", equalTo(school.membership.toString()))
                .body("state", equalTo("RESERVED")).body("amount.pence", equalTo(480_000));
        assertThat(types(school)).containsExactly("AwardReserved");
        assertThat(scene.budgetUse()).startsWith(480_000L);
    }

    @Test
    void aPlanThatIsCompletedBeforeAcceptanceMakesItPayableAtAcceptance() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School school = scene.school().activated().becomes("RESERVED").completed(TODAY.minusDays(3));
        awaitNoted(school, "PlanCompletionRecorded");
        assertThat(school.state()).isEqualTo("RESERVED");
        school.offered().accepted(school.usablePayee());
        assertThat(school.state()).isEqualTo("PAYABLE");
        assertThat(types(school)).containsExactlyInAnyOrder("AwardReserved", "AwardOffered", "AwardAccepted", "AwardPayable");
    }

    @Test
    void aPlanThatIsCompletedBeforeTheMembershipIsKnownWaitsForIt() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School school = scene.school().completed(TODAY.minusDays(3));
        await().atMost(SOON).until(() -> rows("select state from dead_letter where event_key = ?", school.application.toString()).equals(List.of("WAITING")));
        school.activated().becomes("RESERVED");
        awaitNoted(school, "PlanCompletionRecorded");
    }

    @Test
    void aWithdrawalAfterCompletionChangesNothingInEitherOrder() {
        Scene scene = Scene.with(480_000L, 2_000_000L);
        Scene.School inOrder = scene.school().payable().withdrawn(TODAY);
        awaitNoted(inOrder, "WithdrawalRecorded");
        assertThat(inOrder.state()).isEqualTo("PAYABLE");

        Scene.School late = scene.school().activated().becomes("RESERVED");
        late.offered().accepted(late.usablePayee());
        late.withdrawn(TODAY).becomes("CANCELLED");
        assertThat(scene.budgetUse()).startsWith(480_000L);
        late.completed(TODAY.minusDays(1)).becomes("PAYABLE");
        assertThat(scene.budgetUse()).startsWith(960_000L);
        assertThat(rows("select movement from ledger_transaction where award_id = '" + late.awardId() + "' order by id")).containsExactly("COMMITTED", "CANCELLED", "COMMITTED");
    }

    @Test
    void aWithdrawalBeforeCompletionCancelsInEitherOrder() {
        Scene scene = Scene.with(480_000L, 2_000_000L);
        Scene.School late = scene.school().payable().withdrawn(TODAY.minusDays(3)).becomes("CANCELLED");
        Scene.School inOrder = scene.school().activated().becomes("RESERVED").withdrawn(TODAY.minusDays(3)).becomes("CANCELLED").completed(TODAY.minusDays(2));
        awaitNoted(inOrder, "PlanCompletionRecorded");
        assertThat(inOrder.state()).isEqualTo("CANCELLED");
        assertThat(late.state()).isEqualTo("CANCELLED");
        assertThat(scene.budgetUse()).startsWith(0L, 0L);
    }

    @Test
    void aReinstatedAwardThatNoLongerFitsWaits() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().activated().becomes("RESERVED").withdrawn(TODAY).becomes("CANCELLED");
        scene.school().activated().becomes("RESERVED");
        school.completed(TODAY.minusDays(1)).becomes("WAITING_FOR_BUDGET");
        raise(scene, 960_000);
        assertThat(school.state()).isEqualTo("RESERVED");
    }

    @Test
    void aPaidAwardIsNotCancelledButReviewed() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().payable();
        String run = scene.releasedRun();
        Scene.sendResults("penny", run, "endToEndId,status,reason\n" + school.endToEndId() + ",PAID,\n").then().statusCode(200);
        school.withdrawn(TODAY.minusDays(10));
        awaitNoted(school, "WithdrawalRecorded");
        assertThat(school.state()).isEqualTo("PAID");
        assertThat(openTasks(school)).containsExactly("recovery-review");
        assertThat(scene.budgetUse()).containsExactly(0L, 480_000L, 480_000L);
    }

    @Test
    void aRunWithAWithdrawnAwardIsNeitherApprovedNorReleasedAndItsCancellationCancelsTheAward() {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().payable();
        String run = scene.prepare("penny").then().statusCode(201).extract().path("id");
        school.withdrawn(TODAY.minusDays(10));
        awaitNoted(school, "WithdrawalRecorded");
        assertThat(openTasks(school)).containsExactly("withdrawn-in-run");
        actOnRun(approver("april"), run, "approval").then().spec(problem(409, "run-has-withdrawn-awards"));
        actOnRun(approver("april"), run, "cancellation").then().statusCode(200);
        assertThat(school.state()).isEqualTo("CANCELLED");
        assertThat(openTasks(school)).isEmpty();
        assertThat(scene.budgetUse()).containsExactly(0L, 0L, 480_000L);
    }

    @Test
    void aRepeatedFactHasItsEffectOnce() {
        Scene scene = Scene.with(480_000L, 2_000_000L);
        Scene.School school = scene.school();
        String fact = school.membershipFact(school.membership, "ACTIVE", "core", LocalDate.of(2025, 10, 1), TODAY, null);
        var headers = java.util.Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "MembershipActivated", "ce_specversion", "1.0", "ce_source", "/tests");
        for (int i = 0; i < 4; i++) {
            Facts.send("hubs.v1", school.application.toString(), headers, fact);
        }
        school.becomes("RESERVED").withdrawn(TODAY).becomes("CANCELLED");
        assertThat(types(school)).containsExactly("AwardReserved", "AwardCancelled");
    }

    private static void raise(Scene scene, long pence) {
        String id = team().queryParam("programme", scene.programme).get("/v1/budgets").path("items[0].id");
        team().header("If-Match", team().get("/v1/budgets/" + id).header("ETag")).body("{\"amount\": {\"pence\": %d, \"currency\": \"GBP\"}}".formatted(pence))
                .put("/v1/budgets/" + id).then().statusCode(200);
    }
}
