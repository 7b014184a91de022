package org.schoolhubs.kernel;

import java.util.regex.Pattern;

/**
 * Local authority code: 3 digits, as GIAS and DfE Sign-in write it.
 *
 * @param value the digits
 */
public record LaCode(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{3}");

    /** @throws IllegalArgumentException if {@code value} is not 3 digits */
    public LaCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A local authority code is 3 digits, for example 202.");
        }
    }

    /** How a token's {@code organisations} claim writes this authority. */
    public String organisation() {
        return "la:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
