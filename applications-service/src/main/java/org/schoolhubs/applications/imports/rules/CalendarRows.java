package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.schoolhubs.applications.calendars.rules.Term;
import org.schoolhubs.applications.calendars.rules.TermDates;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;

/** The term calendars file: one row a term, three rows a calendar. The local authority is its 3-digit code, or {@code national} for the default. */
public final class CalendarRows {
    /** How the file writes the national default. */
    public static final String NATIONAL = "national";

    static final String LA = "LA code";
    static final String YEAR = "Academic year";
    static final String TERM = "Term";
    static final String STARTS = "Starts on";
    static final String HALF_TERM_STARTS = "Half term starts on";
    static final String HALF_TERM_ENDS = "Half term ends on";
    static final String ENDS = "Ends on";

    /** Columns without which the file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS = List.of(LA, YEAR, TERM, STARTS, HALF_TERM_STARTS, HALF_TERM_ENDS, ENDS);

    private CalendarRows() {
    }

    /** Reads a row. */
    public static Parsed<CalendarRow> parse(Columns columns, List<String> fields, long line) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        var la = row.requiredKnown(LA, text -> text.equalsIgnoreCase(NATIONAL) || text.matches("[0-9]{3}"), "form of local authority: 3 digits, or national");
        var year = row.requiredKnown(YEAR, CalendarRows::isYear, "form of academic year: 2026/27");
        var term = row.requiredKnown(TERM, text -> term(text) != null, "term: AUTUMN, SPRING or SUMMER");
        var dates = new TermDates(term(term), day(row, STARTS), day(row, HALF_TERM_STARTS), day(row, HALF_TERM_ENDS), day(row, ENDS));
        if (!row.rejections().isEmpty()) {
            return Parsed.rejected(null, row);
        }
        return Parsed.of(null, new CalendarRow(la.equalsIgnoreCase(NATIONAL) ? null : new LaCode(la), AcademicYear.parse(year), dates), row);
    }

    /** The place of a fault for people, from its pointer into the calendar: {@code /terms/1/startsOn} is "SPRING, Starts on:"; empty for the whole. */
    public static String place(String pointer) {
        var parts = pointer.split("/");
        if (parts.length < 4) {
            return "";
        }
        var column = switch (parts[3]) {
            case "startsOn" -> STARTS;
            case "halfTermStartsOn" -> HALF_TERM_STARTS;
            case "halfTermEndsOn" -> HALF_TERM_ENDS;
            default -> ENDS;
        };
        return Term.values()[Integer.parseInt(parts[2])] + ", " + column + ":";
    }

    private static LocalDate day(RowReader row, String column) {
        if (row.isBlank(column)) {
            row.reject(column, "value-missing", "This column must be filled.");
        }
        return row.date(column);
    }

    private static Term term(String text) {
        return text == null ? null
                : Arrays.stream(Term.values()).filter(term -> term.name().equals(text.toUpperCase(Locale.ROOT))).findFirst().orElse(null);
    }

    private static boolean isYear(String text) {
        try {
            return AcademicYear.parse(text) != null;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
