package org.schoolhubs.support.calendars.rules;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.schoolhubs.kernel.AcademicYear;

/**
 * The terms a school follows: those of its local authority and, in an academic year for which its authority gave none, the national ones.
 *
 * @param laCode    the school's local authority, null if it has none
 * @param calendars every calendar known that may count: the authority's and the national ones
 */
public record SchoolCalendar(String laCode, Collection<YearCalendar> calendars) {

    /** Keeps a copy of {@code calendars}. */
    public SchoolCalendar {
        calendars = List.copyOf(calendars);
    }

    /** Whether a calendar counts for this school in {@code year}. */
    public boolean knows(AcademicYear year) {
        return candidates(year).findAny().isPresent();
    }

    /** The school's terms in {@code year}, in order; empty if neither its authority nor the nation has given a calendar. */
    public List<Term> terms(AcademicYear year) {
        return candidates(year).findFirst().map(YearCalendar::terms).orElse(List.of());
    }

    /** The authority's own calendar first, the national one behind it. */
    private Stream<YearCalendar> candidates(AcademicYear year) {
        var own = calendars.stream().filter(c -> c.laCode() != null && Objects.equals(c.laCode(), laCode));
        var national = calendars.stream().filter(c -> c.laCode() == null);
        return Stream.concat(own, national).filter(c -> c.year().equals(year));
    }
}
