package org.schoolhubs.hubs.leads;

import org.schoolhubs.kernel.GridReference;

/**
 * A school that leads or could lead a hub, as the register has it now.
 *
 * @param urn       its URN
 * @param name      its name
 * @param open      whether it is open (proposed to close counts as open)
 * @param phase     its phase
 * @param provision its provision
 * @param region    GOR code of its region, or null
 * @param trustUid  UID of its trust, or null
 * @param place     where it is, or null where the register has no coordinates
 */
public record Lead(String urn, String name, boolean open, Phase phase, Provision provision, String region, String trustUid, GridReference place) {
}
