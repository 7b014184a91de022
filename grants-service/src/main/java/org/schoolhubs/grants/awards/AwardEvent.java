package org.schoolhubs.grants.awards;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.kernel.Money;

/** The public payload of every Award… event. */
record AwardEvent(UUID awardId, UUID applicationId, String urn, String programme, String pathway, AwardState state, Money amount, String financialYear,
        LocalDate effectiveOn, String reasonCode) {
    static AwardEvent of(Award award, LocalDate effectiveOn, String reasonCode) {
        return new AwardEvent(award.id(), award.applicationId(), award.urn(), award.programme(), award.pathway(), award.state(), award.amount(),
                award.financialYear().toString(), effectiveOn, reasonCode);
    }
}
