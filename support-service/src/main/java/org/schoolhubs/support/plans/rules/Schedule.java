package org.schoolhubs.support.plans.rules;

import java.time.LocalDate;
import java.util.List;
import org.schoolhubs.kernel.AcademicYear;

/** What came of scheduling: the due dates, or why there are none yet. */
public sealed interface Schedule {

    /**
     * When one activity is due.
     *
     * @param code  the activity's code in the template
     * @param dueOn a school day of the plan
     */
    record Due(String code, LocalDate dueOn) {}

    /**
     * Every activity has its due date.
     *
     * @param dues one for each activity of the template, in the template's order
     */
    record Scheduled(List<Due> dues) implements Schedule {
        /** Keeps a copy of {@code dues}. */
        public Scheduled {
            dues = List.copyOf(dues);
        }
    }

    /**
     * Neither the school's local authority nor the nation has given a calendar for a year that is needed: to be tried again.
     *
     * @param year the first such year
     */
    record CalendarMissing(AcademicYear year) implements Schedule {}

    /**
     * The plan lies wholly outside term time, so nothing can ever be due in it.
     *
     * @param period the plan's days
     */
    record NoSchoolDay(PlanPeriod period) implements Schedule {}
}
