package org.schoolhubs.hubs.hubs;

import java.util.Set;
import java.util.UUID;
import org.schoolhubs.hubs.leads.Lead;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;

/**
 * A hub of the directory as other features see it, with its places for one pathway and cohort.
 *
 * @param id         the hub
 * @param name       its name
 * @param programme  code of its programme
 * @param open       whether it takes members
 * @param lead       its lead as the register has it now
 * @param phases     phases served
 * @param provisions provisions served; empty means all
 * @param region     GOR code, or null
 * @param places     places it has for the pathway and cohort asked for; 0 where it offers none
 * @param held       how many of them are held
 */
public record HubOverview(UUID id, String name, String programme, boolean open, Lead lead, Set<Phase> phases, Set<Provision> provisions, String region,
        int places, int held) {
}
