package org.schoolhubs.grants.awards;

import java.util.UUID;
import org.schoolhubs.kernel.Money;

/** An award as a payment run needs it. */
public record PayableAward(UUID id, UUID payeeId, Money amount) {
}
