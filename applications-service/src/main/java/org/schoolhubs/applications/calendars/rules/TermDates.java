package org.schoolhubs.applications.calendars.rules;

import java.time.LocalDate;

/**
 * A term and its half-term holiday. All days are inclusive.
 *
 * @param startsOn         first day of the term
 * @param halfTermStartsOn first day of the holiday in its middle
 * @param halfTermEndsOn   last day of that holiday
 * @param endsOn           last day of the term
 */
public record TermDates(Term term, LocalDate startsOn, LocalDate halfTermStartsOn, LocalDate halfTermEndsOn, LocalDate endsOn) {
}
