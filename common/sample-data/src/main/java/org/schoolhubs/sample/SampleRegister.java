package org.schoolhubs.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A fictional register: schools of every kind over England's nine regions, with trusts and inspections. The same for the same seed, size and day. */
public final class SampleRegister {
    private final List<SampleSchool> schools;
    private final LocalDate asAt;

    private SampleRegister(List<SampleSchool> schools, LocalDate asAt) {
        this.schools = schools;
        this.asAt = asAt;
    }

    /**
     * Makes a register.
     *
     * @param schools how many; 31 hold every kind, about 300 hold every kind in every state
     * @param asAt    the day it describes
     */
    public static SampleRegister generate(long seed, int schools, LocalDate asAt) {
        requirePossible(schools);
        var maker = new SchoolMaker(seed, asAt);
        return new SampleRegister(IntStream.range(0, schools).mapToObj(maker::make).toList(), asAt);
    }

    /**
     * Writes a GIAS file of any size without holding it, for measuring.
     *
     * @param rows 990,000 at the most: URNs have 5 or 6 digits, there are no more
     */
    public static void streamGias(long seed, int rows, LocalDate asAt, OutputStream out) throws IOException {
        requirePossible(rows);
        var maker = new SchoolMaker(seed, asAt);
        try (var csv = new CsvRows(out, GiasFormat.HEADER, "")) {
            for (int i = 0; i < rows; i++) {
                GiasRows.write(maker.make(i), csv);
            }
        }
    }

    /** The schools, by URN. */
    public List<SampleSchool> schools() {
        return schools;
    }

    /** The day it describes. */
    public LocalDate asAt() {
        return asAt;
    }

    /** Writes GIAS's establishment file, Windows-1252, and closes the stream. */
    public void writeGias(OutputStream out) throws IOException {
        try (var csv = new CsvRows(out, GiasFormat.HEADER, "")) {
            schools.forEach(school -> GiasRows.write(school, csv));
        }
    }

    /** Writes Ofsted's management information, Windows-1252, and closes the stream. */
    public void writeOfsted(OutputStream out) throws IOException {
        try (var csv = new CsvRows(out, OfstedFormat.HEADER, "NULL")) {
            schools.stream().filter(school -> school.inspection() != InspectionPattern.NOT_LISTED).forEach(school -> OfstedRows.write(school, asAt, csv));
        }
    }

    /** Writes GIAS's groups file with the trusts of the schools, and closed, coming and other groups, Windows-1252, and closes the stream. */
    public void writeGroups(OutputStream out) throws IOException {
        new SampleGroups(schools, asAt).writeGroups(out);
    }

    /** Writes GIAS's group links file: the open schools of each trust, some with a sponsor besides, and closes the stream. */
    public void writeGroupLinks(OutputStream out) throws IOException {
        new SampleGroups(schools, asAt).writeLinks(out);
    }

    /** Writes GIAS's links file: conversions, mergers, splits, chains, links to the outside, and closes the stream. */
    public void writeLinks(OutputStream out) throws IOException {
        new SampleLinks(schools).write(out);
    }

    /** URN of each closed school that the links lead to exactly one open school, and the URN of that. */
    public Map<String, String> successors() {
        return Map.copyOf(new SampleLinks(schools).successors());
    }

    /** Writes the attendance sharing of the open state-funded schools, and closes the stream. */
    public void writeAttendanceSharing(OutputStream out) throws IOException {
        SampleLists.writeSharing(schools, asAt, out);
    }

    /** Writes a selection list of the first open state-funded schools, and closes the stream. */
    public void writeSelectionList(int count, OutputStream out) throws IOException {
        SampleLists.writeSelection(schools, count, out);
    }

    /** Writes the term calendars of an academic year, for the national default and each authority of the register, and closes the stream. */
    public void writeTermCalendars(int startYear, OutputStream out) throws IOException {
        SampleLists.writeCalendars(schools, startYear, out);
    }

    private static void requirePossible(int schools) {
        if (schools < 0 || schools > SchoolMaker.MOST_SCHOOLS) {
            throw new IllegalArgumentException("0 to " + SchoolMaker.MOST_SCHOOLS + " schools: URNs have 5 or 6 digits, there are no more.");
        }
    }
}
