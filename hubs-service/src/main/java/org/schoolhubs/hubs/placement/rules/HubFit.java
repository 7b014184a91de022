package org.schoolhubs.hubs.placement.rules;

import java.util.EnumSet;
import java.util.Set;
import org.schoolhubs.hubs.leads.Phase;

/**
 * Whether a hub can take a school. Fitting: same programme, open, offers the pathway in the cohort, serves phase and provision, is led neither by the school
 * itself nor by a school of its trust, has not refused the school, and has a place.
 */
public final class HubFit {
    private HubFit() {
    }

    /** Everything that stands against the hub, in the order of the enum; empty if it fits and has a place. Location is not looked at here. */
    public static Set<Obstacle> obstacles(PlacementRequest school, HubFacts hub) {
        var found = EnumSet.noneOf(Obstacle.class);
        addIf(!hub.programme().equals(school.programme()), Obstacle.OTHER_PROGRAMME, found);
        addIf(!hub.open(), Obstacle.NOT_OPEN, found);
        addIf(hub.offer() == null || hub.offer().places() == 0, Obstacle.NOT_OFFERED, found);
        addIf(hub.leadUrn().equals(school.urn()), Obstacle.LED_BY_THE_SCHOOL, found);
        addIf(school.trustUid() != null && school.trustUid().equals(hub.leadTrustUid()), Obstacle.LED_BY_ITS_TRUST, found);
        addIf(!servesPhase(hub.phases(), school.phase()), Obstacle.PHASE_NOT_SERVED, found);
        addIf(!hub.provisions().isEmpty() && !hub.provisions().contains(school.provision()), Obstacle.PROVISION_NOT_SERVED, found);
        addIf(school.hubsThatRefused().contains(hub.id()), Obstacle.REFUSED_BEFORE, found);
        addIf(hub.offer() != null && hub.offer().places() > 0 && !hub.offer().hasPlace(), Obstacle.FULL, found);
        return found;
    }

    /**
     * A school without a phase (special, alternative provision) is matched by its provision alone. An all-through school fits where all-through is served,
     * or primary and secondary both.
     */
    static boolean servesPhase(Set<Phase> served, Phase phase) {
        return switch (phase) {
            case NOT_APPLICABLE -> true;
            case ALL_THROUGH -> served.contains(Phase.ALL_THROUGH) || served.containsAll(Set.of(Phase.PRIMARY, Phase.SECONDARY));
            default -> served.contains(phase);
        };
    }

    private static void addIf(boolean stands, Obstacle obstacle, Set<Obstacle> found) {
        if (stands) {
            found.add(obstacle);
        }
    }
}
