package org.schoolhubs.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Files in the project's own formats: attendance sharing, selection lists, term calendars. */
final class SampleLists {
    static final List<String> SHARING_HEADER = List.of("URN", "Status", "Source", "Checked on", "Last data day");
    static final List<String> SELECTION_HEADER = List.of("URN", "Reason", "Rank");
    static final List<String> CALENDAR_HEADER =
            List.of("LA code", "Academic year", "Term", "Starts on", "Half term starts on", "Half term ends on", "Ends on");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final List<String> REASONS = List.of("High persistent absence in two years", "High suspensions", "Absence above that of similar schools");
    private static final int NOT_SHARING_EVERY = 20;
    private static final int UNKNOWN_EVERY = 33;

    private SampleLists() {
    }

    static void writeSharing(List<SampleSchool> schools, LocalDate asAt, OutputStream out) throws IOException {
        try (var csv = new CsvRows(out, SHARING_HEADER, "")) {
            int number = 0;
            for (var school : schools) {
                number++;
                if (school.isOpen() && school.kind().isInOfstedFile()) {
                    var status = number % UNKNOWN_EVERY == 0 ? "UNKNOWN" : number % NOT_SHARING_EVERY == 0 ? "NOT_SHARING" : "SHARING";
                    csv.set("URN", school.urn()).set("Status", status).set("Source", "Daily attendance collection").set("Checked on", DAY.format(asAt))
                            .set("Last data day", status.equals("SHARING") ? DAY.format(asAt.minusDays(1)) : "").end();
                }
            }
        }
    }

    static void writeSelection(List<SampleSchool> schools, int count, OutputStream out) throws IOException {
        var selected = schools.stream().filter(school -> school.isOpen() && school.kind().isInOfstedFile()).limit(count).toList();
        try (var csv = new CsvRows(out, SELECTION_HEADER, "")) {
            for (int i = 0; i < selected.size(); i++) {
                csv.set("URN", selected.get(i).urn()).set("Reason", REASONS.get(i % REASONS.size())).set("Rank", i + 1).end();
            }
        }
    }

    /** The national default and the calendar of each authority, which begins a day or a week later than its neighbour's. */
    static void writeCalendars(List<SampleSchool> schools, int startYear, OutputStream out) throws IOException {
        var authorities = new ArrayList<>(List.of("national"));
        schools.stream().map(SampleSchool::laCode).distinct().sorted().forEach(authorities::add);
        try (var csv = new CsvRows(out, CALENDAR_HEADER, "")) {
            for (int i = 0; i < authorities.size(); i++) {
                writeCalendar(authorities.get(i), startYear, i % 3, csv);
            }
        }
    }

    private static void writeCalendar(String authority, int startYear, int shift, CsvRows csv) {
        var autumn = monday(startYear, 9).plusDays(shift);
        var halfTerm = monday(startYear, 10).plusWeeks(2 + shift % 2);
        term(authority, startYear, "AUTUMN", autumn, halfTerm, LocalDate.of(startYear, 12, 18).plusDays(shift), csv);
        var spring = monday(startYear + 1, 1).plusDays(shift);
        term(authority, startYear, "SPRING", spring, monday(startYear + 1, 2).plusWeeks(1), LocalDate.of(startYear + 1, 3, 25).plusDays(shift), csv);
        var summer = monday(startYear + 1, 4).plusWeeks(1).plusDays(shift);
        term(authority, startYear, "SUMMER", summer, monday(startYear + 1, 5).plusWeeks(3), LocalDate.of(startYear + 1, 7, 20).plusDays(shift), csv);
    }

    private static LocalDate monday(int year, int month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private static void term(String authority, int startYear, String term, LocalDate starts, LocalDate halfTerm, LocalDate ends, CsvRows csv) {
        csv.set("LA code", authority).set("Academic year", "%d/%02d".formatted(startYear, (startYear + 1) % 100)).set("Term", term)
                .set("Starts on", DAY.format(starts)).set("Half term starts on", DAY.format(halfTerm)).set("Half term ends on", DAY.format(halfTerm.plusDays(4)))
                .set("Ends on", DAY.format(ends)).end();
    }
}
