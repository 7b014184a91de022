package org.schoolhubs.hubs.placement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kernel.GridReference;

/** Random worlds, small enough that every collision and gap occurs, against a brute force that is written from the rule's text. */
class NearestHubPropertyTest {
    private static final int WORLDS = 20_000;

    @Test
    void theChoiceIsTheBruteForceChoiceWhateverTheOrderOfTheHubs() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("NearestHubPropertyTest: -Dseed=" + seed);
        var random = new Random(seed);
        int chosen = 0;
        for (int world = 0; world < WORLDS; world++) {
            var school = school(random);
            var hubs = hubs(random);
            HubFacts expected = bruteForce(school, hubs);
            Decision decision = NearestHub.choose(school, hubs);
            assertThat(decision instanceof Decision.Chosen).as("seed %d, world %d", seed, world).isEqualTo(expected != null);
            if (decision instanceof Decision.Chosen choice) {
                chosen++;
                assertThat(choice.explanation().hubId()).as("seed %d, world %d", seed, world).isEqualTo(expected.id());
                assertThat(choice.explanation().others()).as("every other hub is explained").hasSize(hubs.size() - 1);
                assertThat(choice.explanation().others()).filteredOn(other -> other.obstacles().isEmpty() && other.metresFurther() != null)
                        .allSatisfy(other -> assertThat(other.metresFurther()).isNotNegative());
            }
            Collections.shuffle(hubs, random);
            assertThat(NearestHub.choose(school, hubs)).as("seed %d, world %d, other order", seed, world).isEqualTo(decision);
        }
        assertThat(chosen).as("worlds that say something").isBetween(WORLDS / 10, WORLDS * 9 / 10);
    }

    /** Hub after hub: better only if nearer, or as near with a lower id; a known distance beats the same region, which beats nothing. */
    private static HubFacts bruteForce(PlacementRequest school, List<HubFacts> hubs) {
        HubFacts best = null;
        for (HubFacts hub : hubs) {
            if (can(school, hub) && (best == null || better(school, hub, best))) {
                best = hub;
            }
        }
        return best;
    }

    private static boolean can(PlacementRequest school, HubFacts hub) {
        boolean phase = school.phase() == Phase.NOT_APPLICABLE || hub.phases().contains(school.phase())
                || school.phase() == Phase.ALL_THROUGH && hub.phases().contains(Phase.PRIMARY) && hub.phases().contains(Phase.SECONDARY);
        boolean provision = hub.provisions().isEmpty() || hub.provisions().contains(school.provision());
        boolean foreign = !hub.leadUrn().equals(school.urn()) && (school.trustUid() == null || !school.trustUid().equals(hub.leadTrustUid()));
        boolean place = hub.offer() != null && hub.offer().places() - hub.offer().held() > 0;
        boolean locatable = distance(school, hub) < Double.MAX_VALUE || school.region() != null && school.region().equals(hub.region());
        return phase && provision && foreign && place && locatable && hub.open() && hub.programme().equals(school.programme())
                && !school.hubsThatRefused().contains(hub.id());
    }

    private static boolean better(PlacementRequest school, HubFacts hub, HubFacts best) {
        double mine = distance(school, hub);
        double theirs = distance(school, best);
        return mine < theirs || mine == theirs && hub.id().compareTo(best.id()) < 0;
    }

    private static double distance(PlacementRequest school, HubFacts hub) {
        if (school.place() == null || hub.place() == null) {
            return Double.MAX_VALUE;
        }
        double east = school.place().easting() - hub.place().easting();
        double north = school.place().northing() - hub.place().northing();
        return Math.round(Math.sqrt(east * east + north * north));
    }

    private static PlacementRequest school(Random random) {
        var refused = random.nextInt(4) == 0 ? Set.of(Samples.id(random.nextInt(8))) : Set.<java.util.UUID>of();
        return new PlacementRequest("behaviour-hubs", "core", "2025-11", "10000" + random.nextInt(6), random.nextBoolean() ? null : "1" + random.nextInt(4),
                any(Phase.values(), random), any(Provision.values(), random), region(random), place(random), refused);
    }

    private static List<HubFacts> hubs(Random random) {
        var hubs = new ArrayList<HubFacts>();
        for (int number = 0; number < random.nextInt(9); number++) {
            int places = random.nextInt(4);
            var offer = random.nextInt(8) == 0 ? null : new HubFacts.Offer(places, places == 0 ? 0 : random.nextInt(places + 1));
            hubs.add(new HubFacts(Samples.id(number), "Hub " + number, random.nextInt(10) == 0 ? "attendance-hubs" : "behaviour-hubs", random.nextInt(8) != 0,
                    "10000" + random.nextInt(10), random.nextBoolean() ? null : "1" + random.nextInt(4), some(Phase.class, random, 3), some(Provision.class, random, 1),
                    region(random), place(random), offer));
        }
        return hubs;
    }

    private static GridReference place(Random random) {
        return random.nextInt(5) == 0 ? null : new GridReference(500_000 + random.nextInt(4), 200_000 + random.nextInt(4));
    }

    private static String region(Random random) {
        return random.nextInt(4) == 0 ? null : any(new String[] {"H", "J"}, random);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static <E extends Enum<E>> Set<E> some(Class<E> type, Random random, int oneInHowManyIsOut) {
        return EnumSet.allOf(type).stream().filter(value -> random.nextInt(1 + oneInHowManyIsOut) > 0).collect(Collectors.toSet());
    }
}
