package org.schoolhubs.support.plans.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.support.calendars.rules.SchoolCalendar;
import org.schoolhubs.support.calendars.rules.Term;
import org.schoolhubs.support.calendars.rules.TermName;
import org.schoolhubs.support.calendars.rules.YearCalendar;
import org.schoolhubs.support.plans.rules.Schedule.CalendarMissing;
import org.schoolhubs.support.plans.rules.Schedule.Due;
import org.schoolhubs.support.plans.rules.Schedule.NoSchoolDay;
import org.schoolhubs.support.plans.rules.Schedule.Scheduled;
import org.schoolhubs.support.plans.rules.Scheduler.Item;
import org.schoolhubs.support.templates.rules.Anchor;
import org.schoolhubs.support.templates.rules.DueRule;

class SchedulerTest {
    private static final YearCalendar Y2025 = new YearCalendar(null, AcademicYear.parse("2025/26"), List.of(
            term(TermName.AUTUMN, "2025-09-01", "2025-10-27", "2025-10-31", "2025-12-19"),
            term(TermName.SPRING, "2026-01-05", "2026-02-16", "2026-02-20", "2026-03-27"),
            term(TermName.SUMMER, "2026-04-13", "2026-05-25", "2026-05-29", "2026-07-21")));
    private static final YearCalendar Y2026 = new YearCalendar(null, AcademicYear.parse("2026/27"), List.of(
            term(TermName.AUTUMN, "2026-09-01", "2026-10-26", "2026-10-30", "2026-12-18"),
            term(TermName.SPRING, "2027-01-04", null, null, "2027-03-24"),
            term(TermName.SUMMER, "2027-04-12", "2027-05-31", "2027-06-04", "2027-07-21")));
    private static final YearCalendar CAMDEN_2025 = new YearCalendar("202", AcademicYear.parse("2025/26"), List.of(
            term(TermName.AUTUMN, "2025-09-03", "2025-10-20", "2025-10-31", "2025-12-18"),
            term(TermName.SPRING, "2026-01-06", "2026-02-12", "2026-02-20", "2026-03-31"),
            term(TermName.SUMMER, "2026-04-20", "2026-05-25", "2026-05-29", "2026-07-17")));
    private static final SchoolCalendar NATIONAL = new SchoolCalendar("203", List.of(Y2025, Y2026, CAMDEN_2025));
    private static final SchoolCalendar CAMDEN = new SchoolCalendar("202", List.of(Y2025, Y2026, CAMDEN_2025));

    @ParameterizedTest(name = "plan {0} to {1}, term {2} {3} {4}: due {5} ({6})")
    @CsvSource({
        // a whole school year
        "2025-09-01, 2026-08-31, 1, START,       0, 2025-09-01, first day of term",
        "2025-09-01, 2026-08-31, 1, START,      14, 2025-09-15, a Monday stays",
        "2025-09-01, 2026-08-31, 1, START,       5, 2025-09-05, a Saturday moves to the Friday",
        "2025-09-01, 2026-08-31, 1, START,       6, 2025-09-05, a Sunday moves to the Friday",
        "2025-09-01, 2026-08-31, 1, START,      -7, 2025-09-01, never before the term",
        "2025-09-01, 2026-08-31, 1, HALF_TERM,   0, 2025-10-24, the last school day before half term",
        "2025-09-01, 2026-08-31, 1, HALF_TERM,   7, 2025-11-03, the first school day after it",
        "2025-09-01, 2026-08-31, 1, HALF_TERM,   3, 2025-10-24, inside the holiday moves before it",
        "2025-09-01, 2026-08-31, 1, END,         0, 2025-12-19, last day of term",
        "2025-09-01, 2026-08-31, 1, END,        10, 2025-12-19, never after the term",
        "2025-09-01, 2026-08-31, 1, END,        -7, 2025-12-12, a week before",
        "2025-09-01, 2026-08-31, 2, START,      14, 2026-01-19, second term",
        "2025-09-01, 2026-08-31, 3, END,         0, 2026-07-21, third term",
        "2025-09-01, 2026-08-31, 4, START,       0, 2026-07-21, a term after the plan's end: the plan's last school day",
        // a start inside a term
        "2025-10-10, 2026-10-09, 1, END,         0, 2025-12-19, more than half remains",
        "2025-10-10, 2026-10-09, 1, START,       0, 2025-10-10, never before the plan",
        "2025-11-21, 2026-11-20, 1, START,       0, 2026-01-05, less than half remains: the next term is the first",
        "2025-11-21, 2026-11-20, 2, START,      14, 2026-04-27, and summer the second",
        "2025-11-21, 2026-11-20, 3, START,       0, 2026-09-01, and the autumn of the next year the third",
        "2025-11-21, 2026-11-20, 3, END,         0, 2026-11-20, never after the plan",
        "2025-12-25, 2026-12-24, 1, START,       0, 2026-01-05, a start in the holidays",
        "2026-08-15, 2027-08-14, 1, START,       0, 2026-09-01, a start in the summer holidays",
        "2026-08-15, 2027-08-14, 2, HALF_TERM,   0, 2027-02-12, a term without half term: its middle",
        // short plans
        "2025-12-01, 2025-12-31, 1, END,         0, 2025-12-19, the only term counts though little remains",
        "2025-12-01, 2025-12-31, 3, END,         0, 2025-12-19, a short plan asks no less",
        "2025-12-01, 2026-01-05, 1, END,         0, 2026-01-05, one school day of the next term is enough for it to count",
        "2026-02-13, 2026-02-13, 1, START,       0, 2026-02-13, a plan of one day"
    })
    void setsDueDatesByTheNationalCalendar(LocalDate startsOn, LocalDate endsOn, int term, Anchor anchor, int offset, LocalDate expected, String why) {
        assertThat(due(NATIONAL, startsOn, endsOn, new DueRule(term, anchor, offset))).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "starts {0}: first term ends {1}")
    @CsvSource({
        // Autumn 2025 has 75 school days: 38 of them remain on 22 October, 37 on 23 October.
        "2025-09-01, 2025-12-19", "2025-10-22, 2025-12-19", "2025-10-23, 2026-03-27", "2025-10-27, 2026-03-27", "2025-12-19, 2026-03-27"
    })
    void aTermCountsWhileHalfOfItsSchoolDaysRemain(LocalDate startsOn, LocalDate firstTermEndsOn) {
        assertThat(due(NATIONAL, startsOn, startsOn.plusYears(1), new DueRule(1, Anchor.END, 0))).isEqualTo(firstTermEndsOn);
    }

    @ParameterizedTest(name = "term {0} {1}: {2}")
    @CsvSource({"1, START, 2025-09-03", "1, HALF_TERM, 2025-10-17", "2, HALF_TERM, 2026-02-11", "3, END, 2026-07-17", "4, START, 2026-09-01"})
    void followsTheAuthoritysCalendarAndTheNationalOneInYearsItDidNotGive(int term, Anchor anchor, LocalDate expected) {
        assertThat(due(CAMDEN, LocalDate.parse("2025-09-01"), LocalDate.parse("2026-12-31"), new DueRule(term, anchor, 0))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "plan {0} to {1} with {2} terms: {3}")
    @CsvSource({
        "2024-09-01, 2025-08-31, 3, 2024/25",
        "2025-11-21, 2026-11-20, 3, 2026/27",
        "2026-07-20, 2027-07-19, 1, 2026/27",
        "2025-09-15, 2026-09-14, 3, ",
        "2025-09-01, 2026-08-31, 6, ",
        "2025-09-01, 2026-09-01, 6, 2026/27"
    })
    void saysWhichNeededCalendarIsMissing(LocalDate startsOn, LocalDate endsOn, int terms, String missing) {
        var schedule = Scheduler.schedule(List.of(new Item("a", new DueRule(terms, Anchor.END, 0))), new PlanPeriod(startsOn, endsOn),
                new SchoolCalendar("202", List.of(Y2025)));
        if (missing == null) {
            assertThat(schedule).isInstanceOf(Scheduled.class);
        } else {
            assertThat(schedule).isEqualTo(new CalendarMissing(AcademicYear.parse(missing)));
        }
    }

    @Test
    void aPlanOutsideTermTimeCannotBeScheduled() {
        var period = new PlanPeriod(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-31"));
        assertThat(Scheduler.schedule(List.of(new Item("a", new DueRule(1, Anchor.START, 0))), period, NATIONAL)).isEqualTo(new NoSchoolDay(period));
    }

    /** Random calendars, periods and rules; the seed is in the message, so that a failure can be played again. */
    @RepeatedTest(200)
    void everyDueDateIsASchoolDayInsideThePlanAndInTheOrderOfTheTerms() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var first = AcademicYear.parse("2025/26");
        var calendar = new SchoolCalendar("202", randomCalendars(random, first));
        var startsOn = first.firstDay().plusDays(random.nextInt(400));
        var period = new PlanPeriod(startsOn, startsOn.plusDays(random.nextInt(720)));
        var items = IntStream.range(0, 12).mapToObj(i -> new Item("a" + i, randomRule(random))).toList();

        var schedule = Scheduler.schedule(items, period, calendar);

        if (schedule instanceof NoSchoolDay) {
            assertThat(schoolDays(calendar, first, period)).as("seed %d", seed).isEmpty();
            return;
        }
        assertThat(schedule).as("seed %d", seed).isInstanceOf(Scheduled.class);
        var dues = ((Scheduled) schedule).dues();
        assertThat(dues).as("seed %d", seed).extracting(Due::code).containsExactlyElementsOf(items.stream().map(Item::code).toList());
        assertThat(schoolDays(calendar, first, period)).as("seed %d", seed).containsAll(dues.stream().map(Due::dueOn).toList());
        var dueOn = dues.stream().collect(Collectors.toMap(Due::code, Due::dueOn));
        assertThat(latestOfEachTerm(items, dueOn, Comparator.naturalOrder())).as("seed %d", seed).isSorted();
        for (var earlier : items) {
            for (var later : items) {
                if (earlier.dueRule().termIndex() < later.dueRule().termIndex()) {
                    assertThat(dueOn.get(earlier.code())).as("seed %d", seed).isBeforeOrEqualTo(dueOn.get(later.code()));
                }
            }
        }
    }

    private static List<LocalDate> latestOfEachTerm(List<Item> items, Map<String, LocalDate> dueOn, Comparator<LocalDate> order) {
        return items.stream().collect(Collectors.groupingBy(i -> i.dueRule().termIndex())).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(term -> term.getValue().stream().map(i -> dueOn.get(i.code())).max(order).orElseThrow()).toList();
    }

    private static List<YearCalendar> randomCalendars(Random random, AcademicYear first) {
        List<YearCalendar> calendars = new ArrayList<>();
        for (var year = first; year.startYear() < first.startYear() + 5; year = year.next()) {
            calendars.add(randomYear(random, null, year));
            if (random.nextBoolean()) {
                calendars.add(randomYear(random, "202", year));
            }
        }
        return calendars;
    }

    private static YearCalendar randomYear(Random random, String laCode, AcademicYear year) {
        List<Term> terms = new ArrayList<>();
        var day = year.firstDay().plusDays(random.nextInt(7));
        for (var name : TermName.values()) {
            var halfTerm = day.plusDays(35 + random.nextInt(14));
            var end = halfTerm.plusDays(30 + random.nextInt(14));
            boolean none = random.nextInt(5) == 0;
            terms.add(new Term(name, day, none ? null : halfTerm, none ? null : halfTerm.plusDays(4 + random.nextInt(6)), end));
            day = end.plusDays(10 + random.nextInt(14));
        }
        return new YearCalendar(laCode, year, terms);
    }

    private static DueRule randomRule(Random random) {
        return new DueRule(1 + random.nextInt(6), Anchor.values()[random.nextInt(3)], random.nextInt(121) - 60);
    }

    private static List<LocalDate> schoolDays(SchoolCalendar calendar, AcademicYear first, PlanPeriod period) {
        List<LocalDate> days = new ArrayList<>();
        for (var year = first; year.startYear() < first.startYear() + 5; year = year.next()) {
            calendar.terms(year).forEach(term -> days.addAll(term.schoolDays(period.startsOn(), period.endsOn())));
        }
        return days;
    }

    private static LocalDate due(SchoolCalendar calendar, LocalDate startsOn, LocalDate endsOn, DueRule rule) {
        var schedule = Scheduler.schedule(List.of(new Item("a", rule)), new PlanPeriod(startsOn, endsOn), calendar);
        assertThat(schedule).isInstanceOf(Scheduled.class);
        return ((Scheduled) schedule).dues().get(0).dueOn();
    }

    private static Term term(TermName name, String startsOn, String halfTermStartsOn, String halfTermEndsOn, String endsOn) {
        return new Term(name, LocalDate.parse(startsOn), halfTermStartsOn == null ? null : LocalDate.parse(halfTermStartsOn),
                halfTermEndsOn == null ? null : LocalDate.parse(halfTermEndsOn), LocalDate.parse(endsOn));
    }
}
