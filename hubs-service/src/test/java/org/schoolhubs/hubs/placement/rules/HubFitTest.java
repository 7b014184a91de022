package org.schoolhubs.hubs.placement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;

class HubFitTest {
    private static final HubFacts.Offer SIX = new HubFacts.Offer(6, 2);

    @Test
    void aHubThatMeetsEverythingHasNoObstacle() {
        assertThat(HubFit.obstacles(Samples.school(), Samples.hub(1, 0))).isEmpty();
    }

    static Stream<Arguments> oneThingWrong() {
        return Stream.of(
                Arguments.of(hub("attendance-hubs", true, "200001", null, SIX), Obstacle.OTHER_PROGRAMME),
                Arguments.of(hub("behaviour-hubs", false, "200001", null, SIX), Obstacle.NOT_OPEN),
                Arguments.of(hub("behaviour-hubs", true, "200001", null, null), Obstacle.NOT_OFFERED),
                Arguments.of(hub("behaviour-hubs", true, "200001", null, new HubFacts.Offer(0, 0)), Obstacle.NOT_OFFERED),
                Arguments.of(hub("behaviour-hubs", true, "100049", null, SIX), Obstacle.LED_BY_THE_SCHOOL),
                Arguments.of(hub("behaviour-hubs", true, "200001", "2854", SIX), Obstacle.LED_BY_ITS_TRUST),
                Arguments.of(hub("behaviour-hubs", true, "200001", null, new HubFacts.Offer(6, 6)), Obstacle.FULL));
    }

    @ParameterizedTest
    @MethodSource("oneThingWrong")
    void eachThingThatIsWrongIsNamed(HubFacts hub, Obstacle obstacle) {
        assertThat(HubFit.obstacles(Samples.school(), hub)).containsExactly(obstacle);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(HubFit.obstacles(Samples.school(), hub("attendance-hubs", false, "100049", "2854", new HubFacts.Offer(1, 1))))
                .containsExactly(Obstacle.OTHER_PROGRAMME, Obstacle.NOT_OPEN, Obstacle.LED_BY_THE_SCHOOL, Obstacle.LED_BY_ITS_TRUST, Obstacle.FULL);
    }

    @Test
    void aHubThatRefusedIsNotAskedAgain() {
        assertThat(HubFit.obstacles(Samples.refusedBy(Samples.id(1)), Samples.hub(1, 0))).containsExactly(Obstacle.REFUSED_BEFORE);
        assertThat(HubFit.obstacles(Samples.refusedBy(Samples.id(1)), Samples.hub(2, 0))).isEmpty();
    }

    @Test
    void twoSchoolsWithoutATrustAreNotOfTheSameTrust() {
        var school = new PlacementRequest("behaviour-hubs", "core", "2025-11", "100049", null, Phase.SECONDARY, Provision.MAINSTREAM, "H", null, Set.of());
        assertThat(HubFit.obstacles(school, Samples.hub(1, 0))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} in a hub for {2} / {3}: {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            PRIMARY        | MAINSTREAM            | PRIMARY            | -                             | fits
            PRIMARY        | MAINSTREAM            | SECONDARY          | -                             | PHASE_NOT_SERVED
            SECONDARY      | MAINSTREAM            | PRIMARY SECONDARY  | -                             | fits
            NURSERY        | MAINSTREAM            | PRIMARY            | -                             | PHASE_NOT_SERVED
            SIXTEEN_PLUS   | COLLEGE               | SIXTEEN_PLUS       | COLLEGE                       | fits
            SIXTEEN_PLUS   | COLLEGE               | SECONDARY          | COLLEGE                       | PHASE_NOT_SERVED
            ALL_THROUGH    | MAINSTREAM            | ALL_THROUGH        | -                             | fits
            ALL_THROUGH    | MAINSTREAM            | PRIMARY SECONDARY  | -                             | fits
            ALL_THROUGH    | MAINSTREAM            | PRIMARY            | -                             | PHASE_NOT_SERVED
            ALL_THROUGH    | MAINSTREAM            | SECONDARY          | -                             | PHASE_NOT_SERVED
            PRIMARY        | MAINSTREAM            | ALL_THROUGH        | -                             | PHASE_NOT_SERVED
            NOT_APPLICABLE | SPECIAL               | PRIMARY            | -                             | fits
            NOT_APPLICABLE | SPECIAL               | PRIMARY            | SPECIAL                       | fits
            NOT_APPLICABLE | SPECIAL               | PRIMARY            | MAINSTREAM                    | PROVISION_NOT_SERVED
            NOT_APPLICABLE | ALTERNATIVE_PROVISION | SECONDARY          | SPECIAL ALTERNATIVE_PROVISION | fits
            SECONDARY      | MAINSTREAM            | PRIMARY            | SPECIAL                       | PHASE_NOT_SERVED PROVISION_NOT_SERVED
            """)
    void phaseAndProvisionDecideTogether(Phase phase, Provision provision, String phases, String provisions, String expected) {
        var hub = new HubFacts(Samples.id(1), "Hub", "behaviour-hubs", true, "200001", null, set(Phase.class, phases), set(Provision.class, provisions), "H",
                Samples.HOME, SIX);
        var wanted = "fits".equals(expected) ? Set.<Obstacle>of() : set(Obstacle.class, expected);
        assertThat(HubFit.obstacles(Samples.school(phase, provision), hub)).isEqualTo(wanted);
    }

    private static HubFacts hub(String programme, boolean open, String leadUrn, String leadTrust, HubFacts.Offer offer) {
        return new HubFacts(Samples.id(1), "Hub", programme, open, leadUrn, leadTrust, EnumSet.of(Phase.SECONDARY), Set.of(), "H", Samples.HOME, offer);
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, String names) {
        return names == null ? Set.of() : Arrays.stream(names.split(" ")).map(name -> Enum.valueOf(type, name)).collect(Collectors.toSet());
    }
}
