package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What an application to lead a hub needs of its programme. Pathway and cohort are not chosen by a lead: its hub's places are set per pathway and cohort later.
 *
 * @param takesApplicationsUntil last day of the programme for new applications, or null
 * @param windowOpensAt          from when schools and trusts may apply to lead
 * @param leadersRequired        how many senior leaders are named
 */
public record LeadOffer(String programme, LocalDate takesApplicationsUntil, Set<String> subjects, Instant windowOpensAt, Instant windowClosesAt, int leadersRequired) {
}
