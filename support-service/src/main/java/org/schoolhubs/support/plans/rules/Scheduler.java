package org.schoolhubs.support.plans.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.support.calendars.rules.SchoolCalendar;
import org.schoolhubs.support.calendars.rules.Term;
import org.schoolhubs.support.plans.rules.Schedule.Due;
import org.schoolhubs.support.templates.rules.DueRule;

/**
 * Sets the due dates of a plan. The rules:
 * <ol>
 * <li>Terms are counted from the plan's start by the school's own calendar and go on across academic years. Only terms with a school day inside
 *     the plan count.</li>
 * <li>A term that has begun when the plan starts counts as the 1st if at least half of its school days remain, the start included; otherwise
 *     counting begins with the next term, unless the plan ends before that.</li>
 * <li>An activity is due on its anchor plus offset, held inside its term and inside the plan. If that is no school day it moves to the school day
 *     before it in that term and, if there is none, to the one after it.</li>
 * <li>An activity whose term begins after the plan has ended is due on the plan's last school day: a short plan asks no less.</li>
 * <li>Academic years are looked at one after the other, only until all terms that the template names are found.</li>
 * </ol>
 * So a due date is always a school day inside the plan, and never later than one of a later term.
 */
public final class Scheduler {

    /**
     * An activity to be scheduled.
     *
     * @param code    its code in the template
     * @param dueRule when the template wants it done
     */
    public record Item(String code, DueRule dueRule) {}

    private Scheduler() {
    }

    /** The due dates of {@code items} in a plan over {@code period}, or why they cannot be set. */
    public static Schedule schedule(List<Item> items, PlanPeriod period, SchoolCalendar calendar) {
        int termsNeeded = items.stream().mapToInt(i -> i.dueRule().termIndex()).max().orElse(1);
        List<TermInPlan> terms = new ArrayList<>();
        for (var year = AcademicYear.of(period.startsOn()); !year.firstDay().isAfter(period.endsOn()); year = year.next()) {
            if (terms.stream().filter(TermInPlan::atLeastHalfRemains).count() >= termsNeeded) {
                break;
            }
            if (!calendar.knows(year)) {
                return new Schedule.CalendarMissing(year);
            }
            calendar.terms(year).stream().map(term -> TermInPlan.of(term, period)).filter(TermInPlan::hasSchoolDays).forEach(terms::add);
        }
        if (terms.isEmpty()) {
            return new Schedule.NoSchoolDay(period);
        }
        var counted = counted(terms);
        return new Schedule.Scheduled(items.stream().map(item -> new Due(item.code(), dueOn(item.dueRule(), counted))).toList());
    }

    /** Leaves out a first term that was more than half over when the plan started, if another follows. */
    private static List<TermInPlan> counted(List<TermInPlan> terms) {
        return terms.size() > 1 && !terms.get(0).atLeastHalfRemains() ? terms.subList(1, terms.size()) : terms;
    }

    private static LocalDate dueOn(DueRule rule, List<TermInPlan> terms) {
        if (rule.termIndex() > terms.size()) {
            return terms.get(terms.size() - 1).lastSchoolDay();
        }
        var term = terms.get(rule.termIndex() - 1);
        return term.schoolDayAtOrBefore(term.anchor(rule).plusDays(rule.offsetDays()));
    }

    /** A term and those of its school days that lie in the plan. */
    private record TermInPlan(Term term, List<LocalDate> days, LocalDate planStartsOn) {

        static TermInPlan of(Term term, PlanPeriod period) {
            return new TermInPlan(term, term.schoolDays(period.startsOn(), period.endsOn()), period.startsOn());
        }

        boolean hasSchoolDays() {
            return !days.isEmpty();
        }

        boolean atLeastHalfRemains() {
            return 2 * term.schoolDays(planStartsOn, term.endsOn()).size() >= term.schoolDays().size();
        }

        LocalDate lastSchoolDay() {
            return days.get(days.size() - 1);
        }

        LocalDate anchor(DueRule rule) {
            return switch (rule.anchor()) {
                case START -> term.startsOn();
                case HALF_TERM -> term.halfTermStartsOn() != null ? term.halfTermStartsOn() : middle();
                case END -> term.endsOn();
            };
        }

        private LocalDate middle() {
            return term.startsOn().plusDays(ChronoUnit.DAYS.between(term.startsOn(), term.endsOn()) / 2);
        }

        /** The last school day up to {@code wanted}; where there is none, the first there is. */
        LocalDate schoolDayAtOrBefore(LocalDate wanted) {
            return days.stream().filter(day -> !day.isAfter(wanted)).reduce((earlier, later) -> later).orElse(days.get(0));
        }
    }
}
