package org.schoolhubs.hubs.hubs;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Phase;

/**
 * An accepted application to lead a hub, with what the hub is prepared from.
 *
 * @param leadUrn      the school of the hub
 * @param leadTrustUid the trust that applied, or null where the school did
 * @param name         name of the school or trust that applied
 * @param phases       phases that the hub would serve
 * @param places       how many partners the lead could support at a time
 */
public record AcceptedLead(UUID applicationId, String programme, String leadUrn, String leadTrustUid, String name, Set<Phase> phases, Integer places) {
    /** @throws NullPointerException saying what is missing, for the dead letters */
    public AcceptedLead {
        Objects.requireNonNull(applicationId, "The acceptance names no application");
        Objects.requireNonNull(programme, "The acceptance names no programme");
        Objects.requireNonNull(leadUrn, "The acceptance names no lead school");
        Objects.requireNonNull(name, "The acceptance gives the lead no name");
        phases = Set.copyOf(Objects.requireNonNull(phases, "The acceptance names no phases"));
    }
}
