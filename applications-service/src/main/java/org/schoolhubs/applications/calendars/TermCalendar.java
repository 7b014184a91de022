package org.schoolhubs.applications.calendars;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.calendars.rules.CalendarRules;
import org.schoolhubs.applications.calendars.rules.Term;
import org.schoolhubs.applications.calendars.rules.TermDates;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** The term dates of one academic year, of a local authority or the national default. */
@Entity
class TermCalendar extends Aggregate {
    private String laCode;
    private int startYear;
    private boolean illustrative;
    private boolean withdrawn;
    private UUID importId;
    @ElementCollection
    @CollectionTable(name = "term_calendar_term", joinColumns = @JoinColumn(name = "term_calendar_id"))
    @OrderBy("startsOn")
    private List<Row> terms = new ArrayList<>();

    /** For JPA. */
    protected TermCalendar() {
    }

    /**
     * @param laCode null for the national default
     * @param source the import that says so; null for a person
     * @throws Problem 422 naming every fault of the dates
     */
    TermCalendar(LaCode laCode, AcademicYear year, List<TermDates> terms, UUID source, Instant now) {
        super(now);
        this.laCode = laCode == null ? null : laCode.value();
        this.startYear = year.startYear();
        replaceTerms(terms, source);
    }

    /**
     * Sets other dates; whoever does so vouches for them, so the calendar is no longer illustrative, and there is one again where it was withdrawn.
     *
     * @param source the import that says so; null for a person
     * @throws Problem 422 naming every fault of the dates; nothing is changed then
     */
    void replaceTerms(List<TermDates> dates, UUID source) {
        var faults = CalendarRules.check(academicYear(), dates);
        if (!faults.isEmpty()) {
            var problem = Problem.of(CalendarError.CALENDAR_INVALID, "Correct the dates named in errors; nothing was changed.");
            faults.forEach(fault -> problem.at(fault.pointer(), fault.code(), fault.detail()));
            throw problem;
        }
        illustrative = false;
        withdrawn = false;
        importId = source;
        set(dates);
    }

    /** Makes it say what it said before an import that is taken back. */
    void restore(Content before, UUID source) {
        illustrative = before.illustrative();
        withdrawn = before.withdrawn();
        importId = source;
        set(before.terms().stream().map(TermRequest::dates).toList());
    }

    /** The import that brought it is taken back: there was none before. It keeps its dates, for its history. */
    void withdraw() {
        withdrawn = true;
    }

    private void set(List<TermDates> dates) {
        terms.clear();
        dates.forEach(term -> terms.add(new Row(term)));
    }

    /** What it says, as its history keeps it. */
    record Content(boolean illustrative, boolean withdrawn, List<TermRequest> terms) {
    }

    Content content() {
        return new Content(illustrative, withdrawn, terms.stream().map(row -> TermRequest.of(row.dates())).toList());
    }

    String laCode() {
        return laCode;
    }

    AcademicYear academicYear() {
        return new AcademicYear(startYear);
    }

    boolean isIllustrative() {
        return illustrative;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** The import that said what it says now; null where it was shipped or set by hand. */
    UUID importId() {
        return importId;
    }

    List<TermDates> terms() {
        return terms.stream().map(Row::dates).toList();
    }

    /** Key of its events: {@code 202:2025/26} or {@code national:2025/26}. */
    String eventKey() {
        return (laCode == null ? CalendarService.NATIONAL : laCode) + ":" + academicYear();
    }

    /** A term as a row. */
    @Embeddable
    static class Row {
        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        private Term term;
        @Column(nullable = false)
        private LocalDate startsOn;
        @Column(nullable = false)
        private LocalDate halfTermStartsOn;
        @Column(nullable = false)
        private LocalDate halfTermEndsOn;
        @Column(nullable = false)
        private LocalDate endsOn;

        /** For JPA. */
        protected Row() {
        }

        Row(TermDates dates) {
            term = dates.term();
            startsOn = dates.startsOn();
            halfTermStartsOn = dates.halfTermStartsOn();
            halfTermEndsOn = dates.halfTermEndsOn();
            endsOn = dates.endsOn();
        }

        TermDates dates() {
            return new TermDates(term, startsOn, halfTermStartsOn, halfTermEndsOn, endsOn);
        }
    }
}
