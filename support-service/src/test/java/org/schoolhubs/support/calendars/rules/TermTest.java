package org.schoolhubs.support.calendars.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.kernel.AcademicYear;

class TermTest {
    private static final Term AUTUMN = term(TermName.AUTUMN, "2025-09-01", "2025-10-27", "2025-10-31", "2025-12-19");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2025-08-31, false", "2025-09-01, true", "2025-09-06, false", "2025-09-07, false", "2025-10-24, true", "2025-10-27, false",
        "2025-10-31, false", "2025-11-03, true", "2025-12-19, true", "2025-12-20, false", "2025-12-22, false"
    })
    void schoolDaysAreWeekdaysInsideTheTermOutsideHalfTerm(LocalDate day, boolean expected) {
        assertThat(AUTUMN.isSchoolDay(day)).isEqualTo(expected);
    }

    @Test
    void schoolDaysOfATerm() {
        assertThat(AUTUMN.schoolDays()).hasSize(75).startsWith(day("2025-09-01")).endsWith(day("2025-12-19")).isSorted();
        assertThat(AUTUMN.schoolDays(day("2025-12-18"), day("2026-01-31"))).containsExactly(day("2025-12-18"), day("2025-12-19"));
        assertThat(AUTUMN.schoolDays(day("2025-10-25"), day("2025-11-02"))).isEmpty();
        assertThat(AUTUMN.schoolDays(day("2026-01-01"), day("2026-01-31"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "2025-12-19, , , 2025-09-01",
        "2025-09-01, 2025-10-27, , 2025-12-19",
        "2025-09-01, , 2025-10-27, 2025-12-19",
        "2025-09-01, 2025-10-31, 2025-10-27, 2025-12-19",
        "2025-09-01, 2025-08-27, 2025-10-27, 2025-12-19",
        "2025-09-01, 2025-10-27, 2025-12-19, 2025-12-19"
    })
    void aTermWhoseDatesDoNotFollowEachOtherIsRefused(LocalDate startsOn, LocalDate halfTermStartsOn, LocalDate halfTermEndsOn, LocalDate endsOn) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(TermName.AUTUMN, startsOn, halfTermStartsOn, halfTermEndsOn, endsOn));
    }

    @Test
    void aYearKeepsItsTermsInOrderAndRefusesThoseThatOverlapOrReachOutOfIt() {
        var year = AcademicYear.parse("2025/26");
        var spring = term(TermName.SPRING, "2026-01-05", "2026-02-16", "2026-02-20", "2026-03-27");
        assertThat(new YearCalendar(null, year, List.of(spring, AUTUMN)).terms()).containsExactly(AUTUMN, spring);
        assertThatIllegalArgumentException().isThrownBy(() -> new YearCalendar(null, year, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new YearCalendar(null, year, List.of(AUTUMN, AUTUMN)));
        assertThatIllegalArgumentException().isThrownBy(() -> new YearCalendar(null, year.next(), List.of(AUTUMN)));
    }

    @Test
    void theAuthoritysCalendarCountsYearByYearAndTheNationalOneOtherwise() {
        var year = AcademicYear.parse("2025/26");
        var camden = term(TermName.AUTUMN, "2025-09-03", "2025-10-20", "2025-10-31", "2025-12-18");
        var next = term(TermName.AUTUMN, "2026-09-01", null, null, "2026-12-18");
        var calendars = List.of(new YearCalendar(null, year, List.of(AUTUMN)), new YearCalendar("202", year, List.of(camden)),
                new YearCalendar(null, year.next(), List.of(next)));
        assertThat(new SchoolCalendar("202", calendars).terms(year)).containsExactly(camden);
        assertThat(new SchoolCalendar("202", calendars).terms(year.next())).containsExactly(next);
        assertThat(new SchoolCalendar("203", calendars).terms(year)).containsExactly(AUTUMN);
        assertThat(new SchoolCalendar(null, calendars).terms(year)).containsExactly(AUTUMN);
        assertThat(new SchoolCalendar("202", calendars).knows(year.next().next())).isFalse();
    }

    private static Term term(TermName name, String startsOn, String halfTermStartsOn, String halfTermEndsOn, String endsOn) {
        return new Term(name, day(startsOn), day(halfTermStartsOn), day(halfTermEndsOn), day(endsOn));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
