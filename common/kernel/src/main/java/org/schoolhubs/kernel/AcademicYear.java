package org.schoolhubs.kernel;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Pattern;

/**
 * An academic year: 1 September to 31 August. Written {@code 2025/26}.
 *
 * @param startYear the calendar year it begins in
 */
public record AcademicYear(int startYear) implements Comparable<AcademicYear> {
    private static final Pattern FORM = Pattern.compile("(20[0-9]{2})/([0-9]{2})");

    /** The academic year that {@code day} lies in. */
    public static AcademicYear of(LocalDate day) {
        return new AcademicYear(day.getMonth().compareTo(Month.SEPTEMBER) >= 0 ? day.getYear() : day.getYear() - 1);
    }

    /** @throws IllegalArgumentException if {@code text} is not of the form 2025/26 */
    public static AcademicYear parse(String text) {
        var match = FORM.matcher(text == null ? "" : text);
        if (!match.matches() || (Integer.parseInt(match.group(1)) + 1) % 100 != Integer.parseInt(match.group(2))) {
            throw new IllegalArgumentException("An academic year is written 2025/26.");
        }
        return new AcademicYear(Integer.parseInt(match.group(1)));
    }

    public LocalDate firstDay() {
        return LocalDate.of(startYear, Month.SEPTEMBER, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, Month.AUGUST, 31);
    }

    public AcademicYear next() {
        return new AcademicYear(startYear + 1);
    }

    @Override
    public int compareTo(AcademicYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @Override
    public String toString() {
        return "%d/%02d".formatted(startYear, (startYear + 1) % 100);
    }
}
