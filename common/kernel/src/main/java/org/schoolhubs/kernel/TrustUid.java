package org.schoolhubs.kernel;

import java.util.regex.Pattern;

/**
 * Group UID of a trust in GIAS: 1 to 6 digits. The "TR" number (Group ID) is not used: it is blank or dirty in places.
 *
 * @param value the digits
 */
public record TrustUid(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,5}");

    /** @throws IllegalArgumentException if {@code value} is not 1 to 6 digits */
    public TrustUid {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A trust UID is 1 to 6 digits, for example 2854.");
        }
    }

    /** How a token's {@code organisations} claim writes this trust. */
    public String organisation() {
        return "uid:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
