package org.schoolhubs.support.calendars;

import java.time.LocalDate;
import java.util.List;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.support.calendars.rules.Term;
import org.schoolhubs.support.calendars.rules.TermName;
import org.schoolhubs.support.calendars.rules.YearCalendar;

/**
 * What this service reads of the event TermCalendarUpdated: the full state of one calendar.
 *
 * @param laCode       null for the national default
 * @param academicYear written 2025/26
 * @param terms        the terms it has so far
 */
record TermCalendarUpdated(String laCode, String academicYear, List<TermOfYear> terms) {

    /** A term as the event writes it. */
    record TermOfYear(TermName term, LocalDate startsOn, LocalDate halfTermStartsOn, LocalDate halfTermEndsOn, LocalDate endsOn) {
        Term value() {
            return new Term(term, startsOn, halfTermStartsOn, halfTermEndsOn, endsOn);
        }
    }

    /** @throws IllegalArgumentException if it is not a possible calendar */
    YearCalendar calendar() {
        return new YearCalendar(laCode, AcademicYear.parse(academicYear), terms == null ? null : terms.stream().map(TermOfYear::value).toList());
    }
}
