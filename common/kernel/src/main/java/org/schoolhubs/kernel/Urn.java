package org.schoolhubs.kernel;

import java.util.regex.Pattern;

/**
 * Unique Reference Number of an establishment in GIAS: 6 digits (5 for children's centres). It names an <em>instance</em>: a school that converts or
 * merges gets a new one.
 *
 * @param value the digits, without leading zero
 */
public record Urn(String value) implements Comparable<Urn> {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{4,5}");

    /** @throws IllegalArgumentException if {@code value} is not 5 or 6 digits */
    public Urn {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A URN is 5 or 6 digits, for example 100049.");
        }
    }

    /** Whether {@code text} could be a URN; says nothing about whether such a school exists. */
    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** How a token's {@code organisations} claim writes this school. */
    public String organisation() {
        return "urn:" + value;
    }

    @Override
    public int compareTo(Urn other) {
        return Integer.compare(Integer.parseInt(value), Integer.parseInt(other.value));
    }

    @Override
    public String toString() {
        return value;
    }
}
