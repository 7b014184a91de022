package org.schoolhubs.hubs.placement.rules;

import java.util.Set;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kernel.GridReference;

/**
 * A hub as placement sees it.
 *
 * @param id           the hub
 * @param name         its name, for the explanation
 * @param programme    code of its programme
 * @param open         whether it takes members
 * @param leadUrn      URN of the school that leads it
 * @param leadTrustUid UID of the lead's trust, or null
 * @param phases       phases it serves
 * @param provisions   provisions it serves; empty means all
 * @param region       its region (GOR code), or null
 * @param place        where its lead is on the British National Grid, or null
 * @param offer        its places for the pathway and cohort asked for, or null if it offers none
 */
public record HubFacts(UUID id, String name, String programme, boolean open, String leadUrn, String leadTrustUid, Set<Phase> phases, Set<Provision> provisions,
        String region, GridReference place, Offer offer) {

    /** Copies the sets. */
    public HubFacts {
        phases = Set.copyOf(phases);
        provisions = Set.copyOf(provisions);
    }

    /**
     * Places for one pathway and cohort.
     *
     * @param places how many there are
     * @param held   how many are held
     */
    public record Offer(int places, int held) {
        /** Whether a place is left. */
        public boolean hasPlace() {
            return held < places;
        }
    }

    /** The same hub with no place left: what is known after another school took the last one. */
    public HubFacts full() {
        return new HubFacts(id, name, programme, open, leadUrn, leadTrustUid, phases, provisions, region, place,
                offer == null ? null : new Offer(offer.places(), offer.places()));
    }
}
