package org.schoolhubs.applications.calendars.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.kernel.AcademicYear;

class CalendarRulesTest {
    private static final AcademicYear YEAR = new AcademicYear(2025);
    private static final TermDates AUTUMN = term(Term.AUTUMN, "2025-09-01", "2025-10-27", "2025-10-31", "2025-12-19");
    private static final TermDates SPRING = term(Term.SPRING, "2026-01-05", "2026-02-16", "2026-02-20", "2026-03-27");
    private static final TermDates SUMMER = term(Term.SUMMER, "2026-04-13", "2026-05-25", "2026-05-29", "2026-07-21");

    private static TermDates term(Term term, String starts, String halfTermStarts, String halfTermEnds, String ends) {
        return new TermDates(term, LocalDate.parse(starts), LocalDate.parse(halfTermStarts), LocalDate.parse(halfTermEnds), LocalDate.parse(ends));
    }

    @Test
    void threeTermsInOrderMakeACalendar() {
        assertThat(CalendarRules.check(YEAR, List.of(AUTUMN, SPRING, SUMMER))).isEmpty();
    }

    @Test
    void termsMissingRepeatedOrOutOfOrderDoNot() {
        for (var terms : List.of(List.<TermDates>of(), List.of(AUTUMN, SPRING), List.of(AUTUMN, AUTUMN, SUMMER), List.of(SPRING, AUTUMN, SUMMER))) {
            assertThat(CalendarRules.check(YEAR, terms)).extracting(CalendarRules.Fault::code).containsExactly("terms-incomplete");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-19,2026-02-16,2026-02-20,2026-03-27,/terms/1/startsOn,terms-overlap",
        "2025-12-01,2026-02-16,2026-02-20,2026-03-27,/terms/1/startsOn,terms-overlap",
        "2026-01-05,2026-01-05,2026-02-20,2026-03-27,/terms/1/halfTermStartsOn,half-term-outside-term",
        "2026-01-05,2026-02-16,2026-03-27,2026-03-27,/terms/1/halfTermStartsOn,half-term-outside-term",
        "2026-01-05,2026-02-20,2026-02-16,2026-03-27,/terms/1/halfTermEndsOn,half-term-ends-before-start",
        "2026-01-05,2026-02-16,2026-02-20,2026-04-13,/terms/2/startsOn,terms-overlap"})
    void aTermThatDoesNotFitIsNamed(String starts, String halfTermStarts, String halfTermEnds, String ends, String pointer, String code) {
        var faults = CalendarRules.check(YEAR, List.of(AUTUMN, term(Term.SPRING, starts, halfTermStarts, halfTermEnds, ends), SUMMER));
        assertThat(faults).contains(new CalendarRules.Fault(pointer, code, faults.get(0).detail()));
    }

    @Test
    void everyDayLiesInTheAcademicYear() {
        assertThat(CalendarRules.check(new AcademicYear(2024), List.of(AUTUMN, SPRING, SUMMER))).extracting(CalendarRules.Fault::code)
                .contains("outside-academic-year");
        assertThat(CalendarRules.check(YEAR, List.of(AUTUMN, SPRING, term(Term.SUMMER, "2026-04-13", "2026-05-25", "2026-05-29", "2026-09-01"))))
                .extracting(CalendarRules.Fault::pointer).containsExactly("/terms/2/endsOn");
    }

    @Test
    void aTermEndsAfterItBegins() {
        assertThat(CalendarRules.check(YEAR, List.of(AUTUMN, SPRING, term(Term.SUMMER, "2026-07-21", "2026-05-25", "2026-05-29", "2026-04-13"))))
                .extracting(CalendarRules.Fault::code).contains("ends-before-start");
    }
}
