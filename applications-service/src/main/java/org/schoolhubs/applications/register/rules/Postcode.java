package org.schoolhubs.applications.register.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postcode to search by: a whole one, or its outward part alone.
 *
 * @param outward such as NW3
 * @param whole   without spaces, such as NW32BQ; null where the outward part alone was given
 */
public record Postcode(String outward, String whole) {
    private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?");
    private static final Pattern WHOLE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    /** "NW3 2" is no outward part NW32. */
    private static final Pattern SECTOR = Pattern.compile("[0-9] +[0-9]");
    private static final int INWARD = 3;

    /** Reads what somebody typed: case and spaces do not matter; empty where it is neither a postcode nor an outward part. */
    public static Optional<Postcode> parse(String text) {
        var compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (WHOLE.matcher(compact).matches()) {
            return Optional.of(new Postcode(compact.substring(0, compact.length() - INWARD), compact));
        }
        return OUTWARD.matcher(compact).matches() && !SECTOR.matcher(text).find() ? Optional.of(new Postcode(compact, null)) : Optional.empty();
    }
}
