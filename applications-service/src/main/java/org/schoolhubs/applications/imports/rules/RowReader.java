package org.schoolhubs.applications.imports.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.schoolhubs.kernel.Urn;

/**
 * Reads the fields of one row and notes what is wrong with them, all of it rather than the first thing. Blank fields are null, so is the word NULL. Every
 * method returns null for a field that it rejects.
 */
final class RowReader {
    private static final Pattern DATE = Pattern.compile("([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}(\\.0+)?");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cntrl}\u00a0\ufeff]+");
    /** How DfE writes a figure that is withheld or does not exist. */
    private static final Set<String> NO_FIGURE = Set.of("c", "x", "z", "SUPP", "NE", "NA");

    private final Columns columns;
    private final List<String> fields;
    private final long line;
    private final List<Rejection> rejections = new ArrayList<>(0);

    RowReader(Columns columns, List<String> fields, long line) {
        this.columns = columns;
        this.fields = fields;
        this.line = line;
    }

    long line() {
        return line;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    boolean hasRightNumberOfFields() {
        if (fields.size() == columns.count()) {
            return true;
        }
        rejections.add(new Rejection(line, null, null, "wrong-number-of-fields",
                "The row has " + fields.size() + " fields, the header " + columns.count() + ". Look for a missing quote or an extra comma."));
        return false;
    }

    /** The text with control characters and runs of space made one space; null when nothing is left. */
    String text(String column, int maxLength) {
        var text = raw(column);
        if (text != null && text.length() > maxLength) {
            return reject(column, "too-long", "Longer than " + maxLength + " characters.");
        }
        return text;
    }

    String requiredText(String column, int maxLength) {
        return raw(column) == null ? reject(column, "value-missing", "This column must be filled.") : text(column, maxLength);
    }

    Urn urn(String column) {
        var text = raw(column);
        if (!Urn.isValid(text)) {
            reject(column, "urn-invalid", "A URN is 5 or 6 digits, for example 100049.");
            return null;
        }
        return new Urn(text);
    }

    /** A value that {@code known} accepts, or null when blank. */
    String known(String column, Predicate<String> known, String what) {
        var text = raw(column);
        return text == null || known.test(text) ? text : reject(column, "code-unknown", "Not a known " + what + ".");
    }

    String requiredKnown(String column, Predicate<String> known, String what) {
        return raw(column) == null ? reject(column, "value-missing", "This column must be filled.") : known(column, known, what);
    }

    /** A day written DD-MM-YYYY or, after somebody saved the file from a spreadsheet, DD/MM/YYYY. */
    LocalDate date(String column) {
        var text = raw(column);
        if (text == null) {
            return null;
        }
        var match = DATE.matcher(text);
        try {
            if (match.matches()) {
                return LocalDate.of(Integer.parseInt(match.group(3)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)));
            }
        } catch (DateTimeException noSuchDay) {
            // falls through to the rejection below: 31-02-2026 is as wrong as a word
        }
        reject(column, "date-impossible", "Not a day that exists, written DD-MM-YYYY or DD/MM/YYYY.");
        return null;
    }

    /** A whole number from {@code min} to {@code max}; null when blank or withheld. */
    Integer wholeNumber(String column, int min, int max) {
        var text = raw(column);
        if (text == null || NO_FIGURE.contains(text)) {
            return null;
        }
        if (WHOLE_NUMBER.matcher(text).matches()) {
            int point = text.indexOf('.');
            int number = Integer.parseInt(point < 0 ? text : text.substring(0, point));
            if (number >= min && number <= max) {
                return number;
            }
        }
        reject(column, "number-invalid", "Not a whole number from " + min + " to " + max + ".");
        return null;
    }

    /** A percentage from 0 to 100; null when blank or withheld. */
    BigDecimal percentage(String column) {
        var text = raw(column);
        if (text == null || NO_FIGURE.contains(text)) {
            return null;
        }
        if (DECIMAL.matcher(text).matches()) {
            var number = new BigDecimal(text);
            if (number.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return number;
            }
        }
        reject(column, "number-invalid", "Not a percentage from 0 to 100.");
        return null;
    }

    boolean isBlank(String column) {
        return raw(column) == null;
    }

    /** Rejects the row for this column. */
    String reject(String column, String code, String reason) {
        rejections.add(new Rejection(line, column, raw(column), code, reason));
        return null;
    }

    private String raw(String column) {
        var text = fields.get(columns.position(column));
        if (!isTidy(text)) {
            text = INVISIBLE.matcher(text).replaceAll(" ").strip();
        }
        return text.isEmpty() || text.equals("NULL") ? null : text;
    }

    /** Nearly every field is tidy; asking costs a fraction of the pattern, and a file has millions of fields. */
    private static boolean isTidy(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && c <= 0xa0 || c == 0xfeff || c == ' ' && afterSpace) {
                return false;
            }
            afterSpace = c == ' ';
        }
        return text.isEmpty() || !afterSpace;
    }
}
