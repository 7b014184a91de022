package org.schoolhubs.support.calendars.rules;

import java.util.Comparator;
import java.util.List;
import org.schoolhubs.kernel.AcademicYear;

/**
 * The terms of one academic year, of one local authority or of the nation.
 *
 * @param laCode the local authority, null for the national default
 * @param year   the academic year
 * @param terms  its terms; kept in order of their dates
 */
public record YearCalendar(String laCode, AcademicYear year, List<Term> terms) {

    /** @throws IllegalArgumentException if there is no term, terms overlap, or one reaches out of the academic year */
    public YearCalendar {
        if (year == null || terms == null || terms.isEmpty()) {
            throw new IllegalArgumentException("A term calendar has an academic year and at least one term.");
        }
        terms = terms.stream().sorted(Comparator.comparing(Term::startsOn)).toList();
        if (terms.get(0).startsOn().isBefore(year.firstDay()) || terms.get(terms.size() - 1).endsOn().isAfter(year.lastDay())) {
            throw new IllegalArgumentException("The terms of " + year + " lie between 1 September and 31 August.");
        }
        for (int i = 1; i < terms.size(); i++) {
            if (!terms.get(i).startsOn().isAfter(terms.get(i - 1).endsOn())) {
                throw new IllegalArgumentException("The terms of " + year + " overlap.");
            }
        }
    }
}
