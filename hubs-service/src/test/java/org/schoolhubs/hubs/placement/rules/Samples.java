package org.schoolhubs.hubs.placement.rules;

import java.util.Set;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kernel.GridReference;

/** A secondary school in London and hubs that fit it, to be varied by tests. */
final class Samples {
    static final GridReference HOME = new GridReference(528_000, 184_000);

    private Samples() {
    }

    static UUID id(int number) {
        return new UUID(0x0199_f0c8_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static PlacementRequest school() {
        return schoolAt(HOME, "H");
    }

    static PlacementRequest schoolAt(GridReference place, String region) {
        return new PlacementRequest("behaviour-hubs", "core", "2025-11", "100049", "2854", Phase.SECONDARY, Provision.MAINSTREAM, region, place, Set.of());
    }

    static PlacementRequest school(Phase phase, Provision provision) {
        return new PlacementRequest("behaviour-hubs", "core", "2025-11", "100049", "2854", phase, provision, "H", HOME, Set.of());
    }

    static PlacementRequest refusedBy(UUID hub) {
        return new PlacementRequest("behaviour-hubs", "core", "2025-11", "100049", "2854", Phase.SECONDARY, Provision.MAINSTREAM, "H", HOME, Set.of(hub));
    }

    /** An open hub with a place, that many metres east of the school. */
    static HubFacts hub(int number, int metresEast) {
        return hub(number, new GridReference(HOME.easting() + metresEast, HOME.northing()), "H", new HubFacts.Offer(6, 2));
    }

    static HubFacts hub(int number, GridReference place, String region, HubFacts.Offer offer) {
        return new HubFacts(id(number), "Hub " + number, "behaviour-hubs", true, "20000" + number % 10, null, Set.of(Phase.SECONDARY), Set.of(), region, place, offer);
    }
}
