package org.schoolhubs.support.calendars;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.support.calendars.rules.YearCalendar;

/** The latest state of a term calendar: of one local authority, or the national default, in one academic year. */
@Entity
@Table(name = "term_calendar")
class TermCalendar extends Aggregate {
    private String laCode;
    private String academicYear;

    @ElementCollection
    @CollectionTable(name = "term", joinColumns = @JoinColumn(name = "calendar_id"))
    private List<TermDates> terms = new ArrayList<>();

    /** For JPA. */
    protected TermCalendar() {
    }

    TermCalendar(YearCalendar calendar, Instant now) {
        super(now);
        laCode = calendar.laCode();
        academicYear = calendar.year().toString();
        replaceTerms(calendar);
    }

    void replaceTerms(YearCalendar calendar) {
        terms.clear();
        calendar.terms().forEach(term -> terms.add(new TermDates(term)));
    }

    YearCalendar calendar() {
        return new YearCalendar(laCode, AcademicYear.parse(academicYear), terms.stream().map(TermDates::term).toList());
    }
}
