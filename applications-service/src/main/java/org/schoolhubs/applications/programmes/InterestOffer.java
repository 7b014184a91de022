package org.schoolhubs.applications.programmes;

import java.time.LocalDate;

/**
 * What an expression of interest needs of a pathway.
 *
 * @param taken                  whether the pathway takes them
 * @param takesApplicationsUntil last day of the programme for new applications, or null
 * @param replacedBy             code of the programme that takes its place, or null
 */
public record InterestOffer(String programme, String pathway, PartnerKind partnerKind, boolean taken, LocalDate takesApplicationsUntil, String replacedBy) {
    /** Whether the programme takes no new applications on a day. */
    public boolean isClosed(LocalDate day) {
        return takesApplicationsUntil != null && day.isAfter(takesApplicationsUntil);
    }
}
