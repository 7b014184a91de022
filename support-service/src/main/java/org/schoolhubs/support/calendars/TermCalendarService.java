package org.schoolhubs.support.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.support.calendars.rules.SchoolCalendar;
import org.schoolhubs.support.calendars.rules.YearCalendar;

/** Keeps the term calendars that are published and says which of them count for a school. */
@ApplicationScoped
public class TermCalendarService {
    private final TermCalendarRepository calendars;
    private final Clock clock;

    TermCalendarService(TermCalendarRepository calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Takes over the full state of a calendar. Plans that are open keep the due dates they were opened with. */
    @Transactional
    void keep(YearCalendar calendar) {
        calendars.find(calendar.laCode(), calendar.year()).ifPresentOrElse(
                known -> known.replaceTerms(calendar),
                () -> calendars.persist(new TermCalendar(calendar, clock.instant())));
    }

    /**
     * There is no such calendar any more. Plans that are open keep the due dates they were opened with.
     *
     * @param laCode null for the national default
     */
    @Transactional
    void forget(String laCode, AcademicYear year) {
        calendars.find(laCode, year).ifPresent(calendars::delete);
    }

    /** What is known of the terms of a school in the academic years from {@code from} to {@code to}; perhaps not every year. */
    @Transactional
    public SchoolCalendar forSchool(String laCode, LocalDate from, LocalDate to) {
        List<AcademicYear> years = new ArrayList<>();
        for (var year = AcademicYear.of(from); !year.firstDay().isAfter(to); year = year.next()) {
            years.add(year);
        }
        return new SchoolCalendar(laCode, calendars.findFor(laCode, years).stream().map(TermCalendar::calendar).toList());
    }
}
