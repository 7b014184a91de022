package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.schoolhubs.applications.calendars.TermCalendars;
import org.schoolhubs.applications.calendars.rules.CalendarRules;
import org.schoolhubs.applications.calendars.rules.Term;
import org.schoolhubs.applications.calendars.rules.TermDates;
import org.schoolhubs.applications.imports.rules.CalendarRow;
import org.schoolhubs.applications.imports.rules.CalendarRows;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;

/** Term calendars of local authorities and the national default: three rows a calendar, all of them or none. */
@ApplicationScoped
class CalendarFile implements RegisterFile {
    private static final String STAGING = "calendar_staging";
    private static final String ROWS = """
            select line, la, start_year, term, starts_on, half_term_starts_on, half_term_ends_on, ends_on from calendar_staging
            order by la, start_year, array_position('{AUTUMN,SPRING,SUMMER}'::text[], term)""";
    private static final String MISSING = """
            select count(*) from term_calendar c
            where not c.withdrawn
              and not exists (select from calendar_staging t where t.la = coalesce(c.la_code, 'national') and t.start_year = c.start_year)""";

    private final TermCalendars calendars;

    CalendarFile(TermCalendars calendars) {
        this.calendars = calendars;
    }

    /** The rows of one calendar that the file has, in the order of terms. */
    private record Candidate(LaCode laCode, AcademicYear year, List<Long> lines, List<TermDates> terms) {
    }

    @Override
    public ImportKind kind() {
        return ImportKind.TERM_CALENDARS;
    }

    @Override
    public List<String> requiredColumns() {
        return CalendarRows.REQUIRED_COLUMNS;
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        var terms = staging.into(STAGING, "line bigint not null, la text not null, start_year int not null, term text not null, starts_on date not null, "
                + "half_term_starts_on date not null, half_term_ends_on date not null, ends_on date not null",
                "line, la, start_year, term, starts_on, half_term_starts_on, half_term_ends_on, ends_on");
        return new Loader() {
            @Override
            public void row(Columns columns, List<String> fields, long line) throws SQLException {
                var row = CalendarRows.parse(columns, fields, line);
                if (staging.acceptsOneOfMany(row)) {
                    stage(row.value(), line, terms);
                }
            }

            @Override
            public ImportCounts merge() throws SQLException {
                terms.flush();
                staging.flush();
                return mergeInto(staging);
            }
        };
    }

    private static void stage(CalendarRow row, long line, CopyBatch terms) throws SQLException {
        var term = row.term();
        terms.row(line, row.laCode() == null ? CalendarRows.NATIONAL : row.laCode(), row.year().startYear(), term.term(), term.startsOn(),
                term.halfTermStartsOn(), term.halfTermEndsOn(), term.endsOn());
    }

    private ImportCounts mergeInto(Staging staging) throws SQLException {
        staging.rejectStaged(STAGING, "exists (select from calendar_staging e where e.la = t.la and e.start_year = t.start_year and e.term = t.term "
                + "and e.line < t.line)", "Term", "term", "term-duplicate", "An earlier line has the same term of the same calendar.");
        long missing = Sql.number(staging.connection(), MISSING);
        long created = 0;
        long changed = 0;
        for (var candidate : candidates(staging)) {
            switch (bring(candidate, staging)) {
                case CREATED -> created += candidate.terms().size();
                case CHANGED -> changed += candidate.terms().size();
                default -> { }
            }
        }
        staging.flush();
        return staging.counts(created, changed, missing);
    }

    /** A calendar with a fault is rejected as a whole: each of its rows says which. */
    private TermCalendars.Outcome bring(Candidate candidate, Staging staging) throws SQLException {
        var faults = CalendarRules.check(candidate.year(), candidate.terms());
        if (faults.isEmpty()) {
            return calendars.bring(staging.lineage().importId(), candidate.laCode(), candidate.year(), candidate.terms());
        }
        var why = faults.stream().map(fault -> "%s %s".formatted(CalendarRows.place(fault.pointer()), fault.detail()).strip()).distinct().toList();
        for (long line : candidate.lines()) {
            staging.rejectLine(line, "Term", faults.get(0).code(), "The calendar did not go in. " + String.join(" ", why));
        }
        return TermCalendars.Outcome.UNCHANGED;
    }

    /** Some hundred authorities with some years each: they are held together. */
    private static List<Candidate> candidates(Staging staging) throws SQLException {
        var found = new ArrayList<Candidate>();
        try (var select = staging.connection().prepareStatement(ROWS); var rows = select.executeQuery()) {
            while (rows.next()) {
                var laCode = CalendarRows.NATIONAL.equals(rows.getString("la")) ? null : new LaCode(rows.getString("la"));
                var year = new AcademicYear(rows.getInt("start_year"));
                var last = found.isEmpty() ? null : found.get(found.size() - 1);
                if (last == null || !Objects.equals(last.laCode(), laCode) || !last.year().equals(year)) {
                    last = new Candidate(laCode, year, new ArrayList<>(), new ArrayList<>());
                    found.add(last);
                }
                last.lines().add(rows.getLong("line"));
                last.terms().add(term(rows));
            }
        }
        return found;
    }

    private static TermDates term(ResultSet row) throws SQLException {
        return new TermDates(Term.valueOf(row.getString("term")), row.getObject("starts_on", LocalDate.class), row.getObject("half_term_starts_on", LocalDate.class),
                row.getObject("half_term_ends_on", LocalDate.class), row.getObject("ends_on", LocalDate.class));
    }

    /** A calendar can be set by hand besides. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) {
        var set = calendars.setSince(undoing.importId());
        if (!set.isEmpty()) {
            throw Undoing.builtUpon("Calendars that it set were set otherwise since: " + Reversals.named(set) + ".");
        }
    }

    /** Calendars say again what they said before; those that the import brought are withdrawn. */
    @Override
    public void undo(Undoing undoing) {
        calendars.takeBack(undoing.importId());
    }
}
