package org.schoolhubs.support.calendars.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * One term of a school: the days between its first and its last, weekends and half term taken out.
 *
 * @param name             which of the three
 * @param startsOn         first day of term
 * @param halfTermStartsOn first day of the half-term holiday, null if the term has none
 * @param halfTermEndsOn   last day of the half-term holiday, null if the term has none
 * @param endsOn           last day of term
 */
public record Term(TermName name, LocalDate startsOn, LocalDate halfTermStartsOn, LocalDate halfTermEndsOn, LocalDate endsOn) {

    /** @throws IllegalArgumentException if the dates do not follow each other, or one of the two half-term dates is missing */
    public Term {
        if (name == null || startsOn == null || endsOn == null || startsOn.isAfter(endsOn)) {
            throw new IllegalArgumentException("A term has a name, a first day, and a last day that is not before it.");
        }
        if ((halfTermStartsOn == null) != (halfTermEndsOn == null)) {
            throw new IllegalArgumentException("A half term has both a first and a last day.");
        }
        if (halfTermStartsOn != null
                && (!halfTermStartsOn.isAfter(startsOn) || halfTermEndsOn.isBefore(halfTermStartsOn) || !halfTermEndsOn.isBefore(endsOn))) {
            throw new IllegalArgumentException("A half term lies inside its term.");
        }
    }

    /** Whether pupils are taught on {@code day}: inside the term, on a weekday, not in half term. Bank holidays are not known here. */
    public boolean isSchoolDay(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn) && !isWeekend(day) && !isHalfTerm(day);
    }

    /** The school days of this term from {@code from} to {@code to}, both included, in order; empty if there are none. */
    public List<LocalDate> schoolDays(LocalDate from, LocalDate to) {
        var first = from.isAfter(startsOn) ? from : startsOn;
        var last = to.isBefore(endsOn) ? to : endsOn;
        return first.isAfter(last) ? List.of() : first.datesUntil(last.plusDays(1)).filter(this::isSchoolDay).toList();
    }

    /** All school days of this term, in order. */
    public List<LocalDate> schoolDays() {
        return schoolDays(startsOn, endsOn);
    }

    private boolean isHalfTerm(LocalDate day) {
        return halfTermStartsOn != null && !day.isBefore(halfTermStartsOn) && !day.isAfter(halfTermEndsOn);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
