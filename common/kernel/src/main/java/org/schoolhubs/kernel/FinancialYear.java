package org.schoolhubs.kernel;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Pattern;

/**
 * A financial year of government: 1 April to 31 March. Written {@code 2026/27}.
 *
 * @param startYear the calendar year it begins in
 */
public record FinancialYear(int startYear) implements Comparable<FinancialYear> {
    private static final Pattern FORM = Pattern.compile("(20[0-9]{2})/([0-9]{2})");

    /** The financial year that {@code day} lies in. */
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(day.getMonth().compareTo(Month.APRIL) >= 0 ? day.getYear() : day.getYear() - 1);
    }

    /** @throws IllegalArgumentException if {@code text} is not of the form 2026/27 */
    public static FinancialYear parse(String text) {
        var match = FORM.matcher(text == null ? "" : text);
        if (!match.matches() || (Integer.parseInt(match.group(1)) + 1) % 100 != Integer.parseInt(match.group(2))) {
            throw new IllegalArgumentException("A financial year is written 2026/27.");
        }
        return new FinancialYear(Integer.parseInt(match.group(1)));
    }

    public LocalDate firstDay() {
        return LocalDate.of(startYear, Month.APRIL, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, Month.MARCH, 31);
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @Override
    public String toString() {
        return "%d/%02d".formatted(startYear, (startYear + 1) % 100);
    }
}
