package org.schoolhubs.applications.calendars.rules;

import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.kernel.AcademicYear;

/** A calendar holds the three terms in order, apart from each other, each around its half-term holiday, all within 1 September to 31 August. */
public final class CalendarRules {

    /**
     * What is wrong at one place.
     *
     * @param pointer JSON pointer into the calendar
     */
    public record Fault(String pointer, String code, String detail) {
    }

    private CalendarRules() {
    }

    /** Everything that is wrong with the calendar; empty when it is valid. No date may be null. */
    public static List<Fault> check(AcademicYear year, List<TermDates> terms) {
        if (!terms.stream().map(TermDates::term).toList().equals(List.of(Term.values()))) {
            return List.of(new Fault("/terms", "terms-incomplete", "Give AUTUMN, SPRING and SUMMER, once each and in this order."));
        }
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < terms.size(); i++) {
            checkTerm("/terms/" + i, terms.get(i), year, faults);
            if (i > 0 && !terms.get(i).startsOn().isAfter(terms.get(i - 1).endsOn())) {
                faults.add(new Fault("/terms/" + i + "/startsOn", "terms-overlap", "Begin after the term before has ended."));
            }
        }
        return List.copyOf(faults);
    }

    private static void checkTerm(String place, TermDates term, AcademicYear year, List<Fault> faults) {
        if (term.startsOn().isBefore(year.firstDay()) || term.startsOn().isAfter(year.lastDay())) {
            faults.add(new Fault(place + "/startsOn", "outside-academic-year", "Lie between " + year.firstDay() + " and " + year.lastDay() + "."));
        }
        if (term.endsOn().isAfter(year.lastDay())) {
            faults.add(new Fault(place + "/endsOn", "outside-academic-year", "Lie between " + year.firstDay() + " and " + year.lastDay() + "."));
        }
        if (!term.endsOn().isAfter(term.startsOn())) {
            faults.add(new Fault(place + "/endsOn", "ends-before-start", "End after the term has begun."));
        }
        if (term.halfTermEndsOn().isBefore(term.halfTermStartsOn())) {
            faults.add(new Fault(place + "/halfTermEndsOn", "half-term-ends-before-start", "End the half-term holiday on or after its first day."));
        }
        if (!term.halfTermStartsOn().isAfter(term.startsOn()) || !term.halfTermEndsOn().isBefore(term.endsOn())) {
            faults.add(new Fault(place + "/halfTermStartsOn", "half-term-outside-term", "Keep the half-term holiday inside the term, with school days around it."));
        }
    }
}
