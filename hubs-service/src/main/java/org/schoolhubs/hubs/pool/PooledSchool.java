package org.schoolhubs.hubs.pool;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kernel.GridReference;

/**
 * A school of the pool as other features see it.
 *
 * @param entryId         id of the pool entry
 * @param place           where it is, or null where the register has no coordinates
 * @param hubsThatRefused hubs that are not proposed again
 */
public record PooledSchool(UUID entryId, UUID applicationId, PoolState state, String programme, String pathway, String cohort, LocalDate cohortStartsOn,
        LocalDate cohortEndsOn, LocalDate acceptedOn, String urn, String name, String laCode, String trustUid, Phase phase, Provision provision, String region,
        GridReference place, Set<UUID> hubsThatRefused) {
}
