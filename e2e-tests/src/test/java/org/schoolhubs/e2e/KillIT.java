package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.schoolhubs.local.Component;
import org.schoolhubs.local.Part;
import org.schoolhubs.local.Service;
import org.schoolhubs.local.tour.Answer;
import org.schoolhubs.local.tour.Finance;
import org.schoolhubs.local.tour.Journey;

/**
 * kill -9 of everything in turn while schools are on their way: each journey that was begun ends, nothing is lost, nothing doubled. The seed is printed;
 * {@code -De2e.kill.seed=…} replays its schedule, {@code -De2e.kill.faults=200} makes it longer.
 */
class KillIT {
    private static final long SEED = Long.getLong("e2e.kill.seed", System.nanoTime());
    private static final int FAULTS = Integer.getInteger("e2e.kill.faults", 8);
    private static final int WALKERS = Integer.getInteger("e2e.kill.walkers", 4);
    /** Between the end of one recovery and the next fault. */
    private static final int LONGEST_CALM_MS = Integer.getInteger("e2e.kill.calm", 3_000);
    private static final long GRANT_PENCE = 480_000;
    private static final List<Part> VICTIMS = List.of(Part.APPLICATIONS, Part.HUBS, Part.SUPPORT, Part.GRANTS, Part.GATEWAY, Part.CONNECT, Part.BROKER, Part.POSTGRES);

    /** What happens exactly once on the way to a paid grant, by the part whose service says so; the application's part also hears of its membership. */
    private static final Map<String, List<String>> ONCE = Map.of(
            "application", List.of("ApplicationSubmitted", "ApplicationAccepted", "MembershipProposed", "MembershipConfirmed", "MembershipActivated", "MembershipCompleted"),
            "membership", List.of("MembershipProposed", "MembershipConfirmed", "MembershipActivated", "MembershipCompleted"),
            "plan", List.of("PlanOpened", "PlanCompleted"),
            "award", List.of("AwardReserved", "AwardOffered", "AwardAccepted", "AwardPayable", "AwardInRun", "AwardPaid"));

    private final RunningSystem system = RunningSystem.get();
    private final AtomicBoolean faultsOver = new AtomicBoolean();
    private final AtomicBoolean walkersOver = new AtomicBoolean();

    @Test
    void everyJourneyEndsAndNothingIsLostOrDoubledHoweverOftenAPartIsKilled() throws Exception {
        System.out.printf("[kill] seed %d, %d faults, %d walkers%n", SEED, FAULTS, WALKERS);
        raiseBudget();
        ExecutorService threads = Executors.newCachedThreadPool();
        Future<Map<Part, Integer>> faults = threads.submit(this::killInTurn);
        List<Future<List<Journey>>> walks = new ArrayList<>();
        for (int i = 0; i < WALKERS; i++) {
            walks.add(threads.submit(this::walkUntilOver));
        }
        Future<?> finance = threads.submit(this::payUntilOver);

        Map<Part, Integer> kills = faults.get();
        List<Journey> journeys = new ArrayList<>();
        for (Future<List<Journey>> walk : walks) {
            journeys.addAll(walk.get());
        }
        walkersOver.set(true);
        finance.get();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        System.out.printf("[kill] %d journeys paid, kills: %s%n", journeys.size(), kills);
        assertThat(journeys).isNotEmpty();
        compareWithWhatWasAcknowledged(journeys);
    }

    private Map<Part, Integer> killInTurn() {
        Random random = new Random(SEED);
        Map<Part, Integer> kills = new EnumMap<>(Part.class);
        List<Part> round = new ArrayList<>();
        try {
            for (int fault = 1; fault <= FAULTS; fault++) {
                if (round.isEmpty()) {
                    round.addAll(VICTIMS);
                    Collections.shuffle(round, random);
                }
                Part victim = round.remove(0);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_CALM_MS));
                long begin = System.nanoTime();
                Component component = system.stack.component(victim);
                component.kill();
                component.start();
                component.awaitReady();
                kills.merge(victim, 1, Integer::sum);
                System.out.printf("[kill] %d/%d %s, ready again after %.1f s%n", fault, FAULTS, victim, (System.nanoTime() - begin) / 1e9);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            faultsOver.set(true);
        }
        return kills;
    }

    /** At least one journey, and no new one once the faults are over. */
    private List<Journey> walkUntilOver() {
        List<Journey> done = new ArrayList<>();
        do {
            String urn = system.nextSchool();
            if (urn == null) {
                break;
            }
            Journey journey = new Journey(system.api, system.people, urn, system.cohort, line -> { });
            journey.apply();
            journey.accept();
            journey.place();
            journey.awaitPlanAndAward();
            journey.offerAndAcceptAward();
            journey.followPlan();
            journey.completePlan();
            journey.awaitPaid();
            done.add(journey);
        } while (!faultsOver.get());
        return done;
    }

    private void payUntilOver() {
        Finance finance = new Finance(system.api, system.people, line -> { });
        while (!walkersOver.get()) {
            try {
                finance.payWhatIsPayable();
            } catch (RuntimeException failure) {
                // The walkers will wait in vain: say at once why.
                System.out.println("[kill] the finance team gave up: " + failure.getMessage());
                throw failure;
            }
        }
    }

    private void raiseBudget() {
        for (JsonNode budget : system.api.get(system.people.dfe(), "/v1/budgets?limit=500").orThrow("Listing budgets").body().path("items")) {
            if ("behaviour-hubs".equals(budget.path("programme").asText())) {
                String path = "/v1/budgets/" + budget.path("id").asText();
                system.api.put(system.people.dfe(), path, path, "{\"amount\": {\"pence\": 100000000000, \"currency\": \"GBP\"}}").orThrow("Raising a budget");
            }
        }
    }

    /** A model of one line: each acknowledged journey is one of everything. */
    private void compareWithWhatWasAcknowledged(List<Journey> journeys) {
        AtomicInteger events = new AtomicInteger();
        for (Journey journey : journeys) {
            String id = journey.application();
            JsonNode view = journey.view().body();
            assertThat(view.path("state").asText()).as(id).isEqualTo("PAID");
            ONCE.forEach((part, facts) -> facts.forEach(once -> {
                assertThat(view.path("happened")).as("%s of %s", once, id)
                        .filteredOn(entry -> part.equals(entry.path("part").asText()) && once.equals(entry.path("type").asText())).hasSize(1);
                events.incrementAndGet();
            }));
            assertThat(items("/v1/memberships?applicationId=" + id)).as("memberships of %s", id).hasSize(1);
            assertThat(items("/v1/plans?applicationId=" + id)).as("plans of %s", id).hasSize(1);
            assertThat(items("/v1/awards?applicationId=" + id)).as("awards of %s", id).hasSize(1);
        }
        System.out.printf("[kill] %d facts compared%n", events.get());

        assertThat(system.query(Service.HUBS, "select count(*) from membership group by application_id having count(*) filter (where state in ('PROPOSED','CONFIRMED','ACTIVE','COMPLETED')) > 1"))
                .as("applications with two live memberships").isEmpty();
        assertThat(system.query(Service.HUBS, "select 1 from hub_place p where held > places")).as("places exceeded").isEmpty();
        assertThat(system.query(Service.GRANTS, "select sum(amount_pence) from award where state = 'PAID'")).as("sum paid")
                .containsExactly(String.valueOf(GRANT_PENCE * Integer.parseInt(system.query(Service.GRANTS, "select count(*) from award where state = 'PAID'").get(0))));
        for (Service service : Service.values()) {
            assertThat(system.query(service, "select count(*) from dead_letter where state in ('WAITING', 'DEAD', 'PARKED')")).as("open dead letters of %s", service)
                    .containsExactly("0");
        }
        moneyAddsUp();
    }

    private void moneyAddsUp() {
        Answer balances = system.api.get(system.people.auditor(), "/v1/ledger/balances").orThrow("Reading the balances");
        long debits = 0;
        long credits = 0;
        for (JsonNode balance : balances.body().path("accounts")) {
            debits += balance.path("debits").path("pence").asLong();
            credits += balance.path("credits").path("pence").asLong();
        }
        assertThat(debits).as("debits and credits").isEqualTo(credits);
        assertThat(system.query(Service.GRANTS, "select sum(paid_pence) from budget")).as("paid by the budgets")
                .isEqualTo(system.query(Service.GRANTS, "select sum(amount_pence) from award where state = 'PAID'"));
        assertThat(system.query(Service.GRANTS, "select 1 from budget where committed_pence + paid_pence > amount_pence")).as("budgets exceeded").isEmpty();
    }

    private JsonNode items(String path) {
        return system.api.get(system.people.auditor(), path).orThrow(path).body().path("items");
    }
}
