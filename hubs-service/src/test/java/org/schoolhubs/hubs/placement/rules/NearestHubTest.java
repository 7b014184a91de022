package org.schoolhubs.hubs.placement.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.placement.rules.Explanation.Basis;
import org.schoolhubs.kernel.GridReference;

class NearestHubTest {
    private static final HubFacts.Offer ONE_LEFT = new HubFacts.Offer(1, 0);
    private static final HubFacts.Offer NONE_LEFT = new HubFacts.Offer(1, 1);

    @Test
    void theNearestIsChosenAndEveryOtherIsExplained() {
        var explanation = chosen(NearestHub.choose(Samples.school(), List.of(Samples.hub(3, 9_000), Samples.hub(1, 4_000), Samples.hub(2, 1_000).full())));
        assertThat(explanation.basis()).isEqualTo(Basis.DISTANCE);
        assertThat(explanation.hubId()).isEqualTo(Samples.id(1));
        assertThat(explanation.metres()).isEqualTo(4_000);
        assertThat(explanation.overridden()).isEmpty();
        assertThat(explanation.sentence()).isEqualTo("Hub 1 is the nearest fitting hub with a place, 4000 metres away.");
        assertThat(explanation.others()).extracting("hubName", "metres", "metresFurther", "obstacles").containsExactly(
                tuple("Hub 2", 1_000L, -3_000L, Set.of(Obstacle.FULL)),
                tuple("Hub 3", 9_000L, 5_000L, Set.of()));
        assertThat(explanation.others()).extracting("sentence").containsExactly("Not possible: it is full.", "Possible, but 5000 metres further away.");
    }

    @Test
    void amongEquallyFarHubsTheLowerIdGoesFirst() {
        var explanation = chosen(NearestHub.choose(Samples.school(), List.of(Samples.hub(7, 500), Samples.hub(4, -500), Samples.hub(5, 500))));
        assertThat(explanation.hubId()).isEqualTo(Samples.id(4));
        assertThat(explanation.others()).extracting("sentence").containsOnly("Possible and equally far; the lower hub id went first.");
    }

    @Test
    void withoutCoordinatesAHubOfTheSameRegionIsChosen() {
        var elsewhere = Samples.hub(1, new GridReference(400_000, 400_000), "B", ONE_LEFT);
        var sameRegion = Samples.hub(2, new GridReference(530_000, 180_000), "H", ONE_LEFT);
        var explanation = chosen(NearestHub.choose(Samples.schoolAt(null, "H"), List.of(elsewhere, sameRegion)));
        assertThat(explanation.basis()).isEqualTo(Basis.REGION);
        assertThat(explanation.hubId()).isEqualTo(Samples.id(2));
        assertThat(explanation.metres()).isNull();
        assertThat(explanation.sentence()).isEqualTo("Hub 2 is a fitting hub with a place in the same region; no distance is known.");
        assertThat(explanation.others()).singleElement().satisfies(other -> assertThat(other.obstacles()).containsExactly(Obstacle.LOCATION_UNKNOWN));
    }

    @Test
    void aHubWhoseDistanceIsKnownGoesBeforeOneOfTheRegion() {
        var unlocated = Samples.hub(1, null, "H", ONE_LEFT);
        var far = Samples.hub(2, 30_000);
        var explanation = chosen(NearestHub.choose(Samples.school(), List.of(unlocated, far)));
        assertThat(explanation.hubId()).isEqualTo(Samples.id(2));
        assertThat(explanation.others()).extracting("sentence").containsExactly("Possible; its distance is not known.");
    }

    @Test
    void withNeitherCoordinatesNorRegionAPersonIsNeeded() {
        assertThat(NearestHub.choose(Samples.schoolAt(null, null), List.of(Samples.hub(1, 0), Samples.hub(2, 5)))).isEqualTo(new Decision.PersonNeeded(2));
    }

    @Test
    void whereNothingWithAPlaceWouldFitNoPersonIsTroubled() {
        assertThat(NearestHub.choose(Samples.schoolAt(null, null), List.of(Samples.hub(1, null, null, NONE_LEFT)))).isEqualTo(new Decision.NoPlace(0, 1));
    }

    @Test
    void withoutAnyHubThereIsNoPlace() {
        assertThat(NearestHub.choose(Samples.school(), List.of())).isEqualTo(new Decision.NoPlace(0, 0));
    }

    @Test
    void fullHubsThatWouldFitAreCounted() {
        var otherPhase = Samples.hub(3, 10);
        var notFitting = new HubFacts(otherPhase.id(), otherPhase.name(), otherPhase.programme(), true, otherPhase.leadUrn(), null, Set.of(Phase.PRIMARY), Set.of(), "H",
                otherPhase.place(), ONE_LEFT);
        assertThat(NearestHub.choose(Samples.school(), List.of(Samples.hub(1, 0).full(), Samples.hub(2, 1).full(), notFitting)))
                .isEqualTo(new Decision.NoPlace(2, 3));
    }

    @Test
    void anOverrideTakesTheHubAskedForAndSaysWhatItOverrode() {
        var asked = new HubFacts(Samples.id(2), "Hub 2", "behaviour-hubs", true, "200002", "2854", Set.of(Phase.PRIMARY), Set.of(), "B", new GridReference(400_000, 400_000),
                ONE_LEFT);
        var explanation = chosen(NearestHub.override(Samples.school(), List.of(Samples.hub(1, 100), asked), Samples.id(2)));
        assertThat(explanation.basis()).isEqualTo(Basis.OVERRIDE);
        assertThat(explanation.hubId()).isEqualTo(Samples.id(2));
        assertThat(explanation.overridden()).containsExactly(Obstacle.LED_BY_ITS_TRUST, Obstacle.PHASE_NOT_SERVED);
        assertThat(explanation.sentence())
                .isEqualTo("Hub 2 was chosen by the programme team, although a school of the same trust leads it, it does not serve the school's phase.");
        assertThat(explanation.others()).singleElement().satisfies(nearer -> assertThat(nearer.sentence()).startsWith("Possible, and ").endsWith(" metres nearer."));
    }

    @Test
    void nobodyOverridesAFullHubOrOneThatTheSchoolLeads() {
        var own = new HubFacts(Samples.id(1), "Own", "behaviour-hubs", true, "100049", null, Set.of(Phase.PRIMARY), Set.of(), "H", Samples.HOME, NONE_LEFT);
        assertThat(NearestHub.override(Samples.school(), List.of(own), Samples.id(1)))
                .isEqualTo(new Decision.NotPossible(Set.of(Obstacle.LED_BY_THE_SCHOOL, Obstacle.FULL)));
    }

    @Test
    void anOverrideNamesOneOfTheHubs() {
        assertThatThrownBy(() -> NearestHub.override(Samples.school(), List.of(), Samples.id(1))).isInstanceOf(NoSuchElementException.class);
    }

    private static Explanation chosen(Decision decision) {
        return assertThat(decision).asInstanceOf(type(Decision.Chosen.class)).actual().explanation();
    }
}
