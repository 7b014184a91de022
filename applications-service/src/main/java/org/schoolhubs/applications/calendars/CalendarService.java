package org.schoolhubs.applications.calendars;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private static final String TOPIC = "calendars.v1";

    private final CalendarRepository calendars;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;
    private final ObjectMapper json;

    CalendarService(CalendarRepository calendars, EntityManager entities, Journal journal, Clock clock, ObjectMapper json) {
        this.calendars = calendars;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
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
        return calendars.find(laCode, year).filter(calendar -> !calendar.isWithdrawn()).map(TermCalendarView::of)
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
        boolean standing = existing.isPresent() && !existing.get().isWithdrawn();
        if (standing && onlyIfNew) {
            throw exists();
        }
        var terms = request.terms().stream().map(TermRequest::dates).toList();
        if (standing) {
            Precondition.of(ifMatch).check(existing.get());
        } else {
            refuseMatchOfNothing(ifMatch);
        }
        return new Outcome(set(existing.orElse(null), laCode, year, terms, null), !standing);
    }

    @Override
    @Transactional
    public TermCalendars.Outcome bring(UUID importId, LaCode laCode, AcademicYear year, List<TermDates> terms) {
        var existing = calendars.find(laCode, year);
        boolean standing = existing.isPresent() && !existing.get().isWithdrawn();
        if (standing && !existing.get().isIllustrative() && existing.get().terms().equals(terms)) {
            return TermCalendars.Outcome.UNCHANGED;
        }
        set(existing.orElse(null), laCode, year, terms, importId);
        return standing ? TermCalendars.Outcome.CHANGED : TermCalendars.Outcome.CREATED;
    }

    private TermCalendarView set(TermCalendar existing, LaCode laCode, AcademicYear year, List<TermDates> terms, UUID source) {
        if (existing == null) {
            return recordNew(new TermCalendar(laCode, year, terms, source, clock.instant()));
        }
        var before = version(existing, source);
        existing.replaceTerms(terms, source);
        calendars.keep(before);
        return record(existing, null);
    }

    @Override
    @Transactional
    public List<String> setSince(UUID importId) {
        return calendars.setSince(importId).stream().map(TermCalendar::eventKey).toList();
    }

    @Override
    @Transactional
    public void takeBack(UUID importId) {
        for (var calendar : calendars.setBy(importId)) {
            var before = calendars.before(calendar, importId);
            calendars.keep(version(calendar, importId));
            before.ifPresentOrElse(version -> calendar.restore(read(version.content()), version.importId()), calendar::withdraw);
            record(calendar, "import-undone");
        }
    }

    private TermCalendarVersion version(TermCalendar calendar, UUID supersededBy) {
        try {
            return new TermCalendarVersion(calendar, supersededBy, json.writeValueAsString(calendar.content()), clock.instant());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private TermCalendar.Content read(String content) {
        try {
            return json.readValue(content, TermCalendar.Content.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What a calendar kept is not what was written", impossible);
        }
    }

    private TermCalendarView recordNew(TermCalendar calendar) {
        try {
            calendars.persist(calendar);
            return record(calendar, null);
        } catch (ConstraintViolationException madeMeanwhile) {
            throw exists();
        }
    }

    private TermCalendarView record(TermCalendar calendar, String reason) {
        var entry = Entry.of(calendar, "TermCalendar").because(reason);
        journal.append(calendar.isWithdrawn()
                ? entry.event(TermCalendarWithdrawn.TYPE).publish(TOPIC, calendar.eventKey(), TermCalendarWithdrawn.of(calendar)).changed("withdrawn")
                : entry.event(TermCalendarUpdated.TYPE).publish(TOPIC, calendar.eventKey(), TermCalendarUpdated.of(calendar)).changed("terms"));
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
