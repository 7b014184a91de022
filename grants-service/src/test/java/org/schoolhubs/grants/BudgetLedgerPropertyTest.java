package org.schoolhubs.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.grants.Scene.rows;
import static org.schoolhubs.grants.Scene.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.SharedInfrastructure;

/**
 * A random history of a programme (schools start, finish, leave, are paid, payments come back, the budget is raised), carried out by the service and by a model
 * of a few lines, which must agree after every step. The seed is printed; {@code -Dgrants.seed=} replays it, {@code -Dgrants.steps=} makes it longer.
 */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class BudgetLedgerPropertyTest {
    private static final long AMOUNT = 480_000;
    private static final int STEPS = Integer.getInteger("grants.steps", 30);

    /** The budget and each school's state, by the rules of the programme. */
    private static final class Model {
        final Map<Scene.School, String> states = new HashMap<>();
        final List<Scene.School> queue = new ArrayList<>();
        long budget;
        long committed;
        long paid;

        void start(Scene.School school) {
            queue.add(school);
            states.put(school, "WAITING_FOR_BUDGET");
            promote();
        }

        void leave(Scene.School school) {
            if (!queue.remove(school)) {
                committed -= AMOUNT;
            }
            states.put(school, "CANCELLED");
            promote();
        }

        void promote() {
            while (!queue.isEmpty() && committed + paid + AMOUNT <= budget) {
                committed += AMOUNT;
                states.put(queue.remove(0), "RESERVED");
            }
        }

        void settle(Scene.School school, boolean confirmed) {
            states.put(school, confirmed ? "PAID" : "HELD");
            if (confirmed) {
                committed -= AMOUNT;
                paid += AMOUNT;
            }
        }

        List<Scene.School> in(String... wanted) {
            return states.entrySet().stream().filter(entry -> List.of(wanted).contains(entry.getValue())).map(Map.Entry::getKey)
                    .sorted((one, other) -> one.urn.compareTo(other.urn)).toList();
        }
    }

    @Test
    void whateverHappensTheServiceAgreesWithTheModel() {
        long seed = Long.getLong("grants.seed", System.nanoTime());
        System.out.println("BudgetLedgerPropertyTest seed " + seed);
        Random random = new Random(seed);
        Model model = new Model();
        model.budget = AMOUNT * 2 + random.nextInt((int) AMOUNT);
        Scene scene = Scene.with(AMOUNT, model.budget);
        for (int step = 0; step < STEPS; step++) {
            String act = act(random, scene, model);
            agree(scene, model, "seed %d, step %d, %s".formatted(seed, step, act));
        }
    }

    private static String act(Random random, Scene scene, Model model) {
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                Scene.School school = scene.school().activated();
                model.start(school);
                school.becomes(model.states.get(school));
                return "start";
            }
            case 2 -> {
                List<Scene.School> candidates = model.in("RESERVED");
                if (!candidates.isEmpty()) {
                    Scene.School school = candidates.get(random.nextInt(candidates.size()));
                    school.offered().accepted(school.usablePayee()).completed(Scene.TODAY.minusDays(2)).becomes("PAYABLE");
                    model.states.put(school, "PAYABLE");
                }
                return "finish";
            }
            case 3 -> {
                List<Scene.School> candidates = model.in("WAITING_FOR_BUDGET", "RESERVED", "PAYABLE", "HELD");
                if (!candidates.isEmpty()) {
                    Scene.School school = candidates.get(random.nextInt(candidates.size()));
                    school.withdrawn(Scene.TODAY.minusDays(9)).becomes("CANCELLED");
                    model.leave(school);
                }
                return "leave";
            }
            case 4 -> {
                List<Scene.School> candidates = model.in("PAYABLE");
                if (!candidates.isEmpty()) {
                    String run = scene.releasedRun();
                    StringBuilder csv = new StringBuilder("endToEndId,status,reason\n");
                    for (Scene.School school : candidates) {
                        boolean confirmed = random.nextInt(4) > 0;
                        csv.append(school.endToEndId()).append(confirmed ? ",PAID,\n" : ",RETURNED,AC04\n");
                        model.settle(school, confirmed);
                    }
                    Scene.sendResults("penny", run, csv.toString()).then().statusCode(200);
                }
                return "pay";
            }
            default -> {
                model.budget += random.nextInt((int) AMOUNT * 2);
                raise(scene, model.budget);
                model.promote();
                return "raise";
            }
        }
    }

    private static void raise(Scene scene, long pence) {
        String id = team().queryParam("programme", scene.programme).get("/v1/budgets").path("items[0].id");
        team().header("If-Match", team().get("/v1/budgets/" + id).header("ETag")).body("{\"amount\": {\"pence\": %d, \"currency\": \"GBP\"}}".formatted(pence))
                .put("/v1/budgets/" + id).then().statusCode(200);
    }

    private static void agree(Scene scene, Model model, String when) {
        assertThat(scene.budgetUse()).as(when).containsExactly(model.committed, model.paid, model.budget);
        model.states.forEach((school, state) -> assertThat(school.state()).as(when).isEqualTo(state));
        assertThat(balance(scene, "COMMITMENTS", "DEBIT")).as(when).isEqualTo(model.committed);
        assertThat(balance(scene, "COMMITMENTS_CONTRA", "CREDIT")).as(when).isEqualTo(model.committed);
        assertThat(balance(scene, "BANK", "CREDIT")).as(when).isEqualTo(model.paid);
        assertThat(balance(scene, "GRANT_EXPENDITURE", "DEBIT")).as(when).isEqualTo(model.paid);
        assertThat(balance(scene, "PAYMENTS_IN_TRANSIT", "CREDIT")).as(when).isZero();
    }

    private static long balance(Scene scene, String account, String normalSide) {
        return Long.parseLong(rows("""
                select coalesce(sum(case when side = ? then amount_pence else -amount_pence end), 0)::text
                from ledger_entry join ledger_transaction t on t.id = transaction_id where programme = ? and account = ?""", normalSide, scene.programme, account).get(0));
    }
}
