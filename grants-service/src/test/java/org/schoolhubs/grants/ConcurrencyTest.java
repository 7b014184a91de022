package org.schoolhubs.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolhubs.grants.Scene.SOON;
import static org.schoolhubs.grants.Scene.rows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ConcurrencyTest {
    private static final int CROWD = 64;

    /** All at once. */
    private static List<Integer> statuses(Callable<Response> request) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            List<Future<Integer>> answers = IntStream.range(0, CROWD).mapToObj(i -> crowd.submit(() -> {
                start.await();
                return request.call().statusCode();
            })).toList();
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void ofManyWhoPutOneAwardIntoARunOneSucceeds() throws Exception {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().payable();
        assertThat(statuses(() -> scene.prepare("penny"))).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(rows("select count(*)::text from payment where award_id = '" + school.awardId() + "'")).containsExactly("1");
        assertThat(Facts.types("grants.v1", school.application)).containsOnlyOnce("AwardInRun");
    }

    @Test
    void ofManyWhoReleaseARunAndRecordItsResultOneSucceedsEachTime() throws Exception {
        Scene scene = Scene.with(480_000L, 480_000L);
        Scene.School school = scene.school().payable();
        String run = scene.prepare("penny").path("id");
        Scene.actOnRun(Scene.approver("april"), run, "approval").then().statusCode(200);
        assertThat(statuses(() -> Scene.actOnRun(Scene.approver("april"), run, "release"))).containsOnly(200, 409, 412).containsOnlyOnce(200);
        String csv = "endToEndId,status,reason\n" + school.endToEndId() + ",PAID,\n";
        assertThat(statuses(() -> Scene.sendResults("penny", run, csv))).containsOnly(200, 409, 412).containsOnlyOnce(200);
        assertThat(rows("select movement from ledger_transaction where award_id = '" + school.awardId() + "' order by id")).containsExactly("COMMITTED", "RELEASED", "PAID");
        assertThat(Facts.types("grants.v1", school.application)).containsOnlyOnce("AwardPaid");
        assertThat(scene.budgetUse()).containsExactly(0L, 480_000L, 480_000L);
    }

    @Test
    void manyReservationsAtOnceNeverExceedTheBudgetAndUseAllOfIt() {
        Scene scene = Scene.with(480_000L, 10 * 480_000L + 479_999L);
        List<Scene.School> schools = IntStream.range(0, 40).mapToObj(i -> scene.school()).toList();
        schools.parallelStream().forEach(Scene.School::activated);
        await().atMost(SOON.multipliedBy(2)).until(() -> rows("select count(*)::text from award where programme = ?", scene.programme).equals(List.of("40")));
        assertThat(rows("select state from award where programme = ?", scene.programme)).containsOnly("RESERVED", "WAITING_FOR_BUDGET")
                .filteredOn("RESERVED"::equals).hasSize(10);
        assertThat(scene.budgetUse()).containsExactly(4_800_000L, 0L, 5_279_999L);
    }
}
