package org.schoolhubs.applications.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.schoolhubs.applications.calendars.rules.TermDates;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Reads and sets term calendars. */
@ApplicationScoped
class CalendarService implements TermCalendars {
    static final String NATIONAL = "national";

    private final CalendarRepository calendars;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    CalendarService(CalendarRepository calendars, EntityManager entities, Journal journal, Clock clock) {
        this.calendars = calendars;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /** What was set, and whether there was none before. */
    record Outcome(TermCalendarView view, boolean created) {
    }

    /**
     * A page of calendars.
     *
     * @param authority local authority code, {@value #NATIONAL}, or null for all
     * @param year      null for all
     */
    @Transactional
    public Page<TermCalendarView> list(String authority, AcademicYear year, PageRequest page) {
        var query = ListQuery.of(entities, TermCalendar.class).filter("e.startYear = :year", "year", year == null ? null : year.startYear());
        if (NATIONAL.equals(authority)) {
            query.restrict("e.laCode is null", Map.of());
        } else {
            query.filter("e.laCode = :laCode", "laCode", authority);
        }
        return query.fetch(page, TermCalendarView::of);
    }

    /** @throws Problem 404 where the authority has none of its own: the national default applies then */
    @Transactional
    public TermCalendarView get(LaCode laCode, AcademicYear year) {
        return calendars.find(laCode, year).map(TermCalendarView::of)
                .orElseThrow(() -> Problem.notFound("term calendar", (laCode == null ? NATIONAL : laCode) + "/" + year.startYear()));
    }

    /**
     * Sets the calendar of an authority and a year. A new one needs no If-Match (there is nothing to lose); an existing one needs it.
     *
     * @throws Problem 412, 428 by the headers; 422 when the dates do not make a calendar
     */
    @Transactional
    public Outcome put(LaCode laCode, AcademicYear year, String ifMatch, boolean onlyIfNew, TermCalendarRequest request) {
        var existing = calendars.find(laCode, year);
        if (existing.isPresent() && onlyIfNew) {
            throw exists();
        }
        var terms = request.terms().stream().map(TermRequest::dates).toList();
        if (existing.isEmpty()) {
            refuseMatchOfNothing(ifMatch);
            var created = new TermCalendar(laCode, year, terms, clock.instant());
            return new Outcome(recordNew(created), true);
        }
        Precondition.of(ifMatch).check(existing.get());
        existing.get().replaceTerms(terms);
        return new Outcome(record(existing.get()), false);
    }

    @Override
    @Transactional
    public TermCalendars.Outcome bring(LaCode laCode, AcademicYear year, List<TermDates> terms) {
        var existing = calendars.find(laCode, year);
        if (existing.isEmpty()) {
            recordNew(new TermCalendar(laCode, year, terms, clock.instant()));
            return TermCalendars.Outcome.CREATED;
        }
        if (!existing.get().isIllustrative() && existing.get().terms().equals(terms)) {
            return TermCalendars.Outcome.UNCHANGED;
        }
        existing.get().replaceTerms(terms);
        record(existing.get());
        return TermCalendars.Outcome.CHANGED;
    }

    private TermCalendarView recordNew(TermCalendar calendar) {
        try {
            calendars.persist(calendar);
            return record(calendar);
        } catch (ConstraintViolationException madeMeanwhile) {
            throw exists();
        }
    }

    private TermCalendarView record(TermCalendar calendar) {
        journal.append(Entry.of(calendar, "TermCalendar").event(TermCalendarUpdated.TYPE)
                .publish("calendars.v1", calendar.eventKey(), TermCalendarUpdated.of(calendar))
                .changed("terms"));
        return TermCalendarView.of(calendar);
    }

    private static Problem exists() {
        return Problem.of(CalendarError.CALENDAR_EXISTS, "Somebody has set this calendar already. Read it and send its ETag as If-Match to change it.");
    }

    /** If-Match on what does not exist can never hold (RFC 9110, 13.1.1). */
    private static void refuseMatchOfNothing(String ifMatch) {
        if (ifMatch != null) {
            throw Problem.of(CommonError.STALE, "There is no such calendar to match. Send it without If-Match to make it.")
                    .header("If-Match", "stale", "Leave it out.");
        }
    }
}
