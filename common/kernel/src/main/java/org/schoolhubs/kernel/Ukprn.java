package org.schoolhubs.kernel;

import java.util.regex.Pattern;

/**
 * UK Provider Reference Number: 8 digits that begin with 10. Not every school has one.
 *
 * @param value the digits
 */
public record Ukprn(String value) {
    private static final Pattern FORM = Pattern.compile("10[0-9]{6}");

    /** @throws IllegalArgumentException if {@code value} is not 8 digits beginning with 10 */
    public Ukprn {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A UKPRN is 8 digits that begin with 10, for example 10002938.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
