package org.schoolhubs.grants.ledger;

import java.util.UUID;
import org.schoolhubs.kernel.FinancialYear;

/**
 * Whose money moves.
 *
 * @param commitment which of the award's commitments, from 1: an award that is reinstated is committed again
 */
public record MoneyOf(UUID awardId, int commitment, String programme, FinancialYear financialYear) {
}
