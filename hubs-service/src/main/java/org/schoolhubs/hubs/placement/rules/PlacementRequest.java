package org.schoolhubs.hubs.placement.rules;

import java.util.Set;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kernel.GridReference;

/**
 * The school to place, as it was accepted.
 *
 * @param programme      code of the programme
 * @param pathway        code of the pathway
 * @param cohort         code of the cohort
 * @param urn            URN of the school
 * @param trustUid       UID of its trust, or null
 * @param phase          its phase
 * @param provision      its provision
 * @param region         its region (GOR code), or null where the register has none
 * @param place          where it is on the British National Grid, or null where the register has no coordinates
 * @param hubsThatRefused hubs whose lead has refused this application; they are not asked twice
 */
public record PlacementRequest(String programme, String pathway, String cohort, String urn, String trustUid, Phase phase, Provision provision, String region,
        GridReference place, Set<UUID> hubsThatRefused) {
    /** Copies the set. */
    public PlacementRequest {
        hubsThatRefused = Set.copyOf(hubsThatRefused);
    }
}
