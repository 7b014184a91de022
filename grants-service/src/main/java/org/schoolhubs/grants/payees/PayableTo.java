package org.schoolhubs.grants.payees;

import java.util.UUID;
import org.schoolhubs.grants.payees.rules.Usability;

/**
 * Whether a payee can be paid now, and with which bank details.
 *
 * @param bankDetailsId the latest details; null where there are none
 */
public record PayableTo(UUID payeeId, UUID bankDetailsId, Usability usability) {
    public boolean isUsable() {
        return usability == Usability.USABLE;
    }
}
