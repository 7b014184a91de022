package org.schoolhubs.applications.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.schoolhubs.applications.programmes.LeadOffer;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.kit.time.LondonDates;

/**
 * What a programme asks of an application, of whichever kind; pure.
 *
 * @param window     the window in words, for refusals
 * @param whenClosed what to do once it has closed
 * @param subjects   what a live application takes of its school; empty for those who lead, who take the programme alone
 * @param lastDay    last day for which the people named are needed
 */
record Terms(String programme, String window, String whenClosed, LocalDate takesApplicationsUntil, Set<String> subjects, Instant windowOpensAt,
             Instant windowClosesAt, LocalDate lastDay, int leadersRequired, boolean statementRequired, boolean automaticAcceptance) {

    static Terms of(PathwayOffer offer) {
        return new Terms(offer.programme(), "window of cohort " + offer.cohort(),
                "Choose a cohort whose window is open, or leave an expression of interest in the next one.", offer.takesApplicationsUntil(), offer.subjects(),
                offer.windowOpensAt(), offer.windowClosesAt(), offer.cohortEndsOn(), offer.leadersRequired(), offer.statementRequired(), offer.automaticAcceptance());
    }

    /** Whoever leads is decided on by people, so nothing is accepted automatically. */
    static Terms of(LeadOffer offer) {
        return new Terms(offer.programme(), "window to apply as a lead of " + offer.programme(),
                "Ask the programme team when it opens again.", offer.takesApplicationsUntil(), Set.of(), offer.windowOpensAt(),
                offer.windowClosesAt(), LondonDates.dayOf(offer.windowClosesAt()), offer.leadersRequired(), true, false);
    }
}
