package org.schoolhubs.applications.imports.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.schoolhubs.kernel.Urn;

/**
 * Reads the fields of one row and notes what is wrong with them, all of it rather than the first thing. Blank fields are null, so is the word NULL. Every
 * method returns null for a field that it rejects.
 */
final class RowReader {
    private static final Pattern DATE = Pattern.compile("([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})");
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** England's oldest school is of 597; what is planned is not planned for the next century. */
    private static final int FIRST_YEAR = 500;
    private static final int LAST_YEAR = 2100;
    /** What stands for bytes that have no meaning in the file's encoding. */
    private static final char UNDECODABLE = '\uFFFD';
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}(\\.0+)?");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cntrl}\u00a0\ufeff]+");
    /** How DfE writes a figure that is withheld or does not exist. */
    private static final Set<String> NO_FIGURE = Set.of("c", "x", "z", "SUPP", "NE", "NA");

    private final Columns columns;
    private final List<String> fields;
    private final long line;
    private final List<Rejection> rejections = new ArrayList<>(0);
    private final List<Rejection> warnings = new ArrayList<>(0);

    RowReader(Columns columns, List<String> fields, long line) {
        this.columns = columns;
        this.fields = fields;
        this.line = line;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    List<Rejection> warnings() {
        return warnings;
    }

    boolean hasRightNumberOfFields() {
        int found = fields.size();
        int expected = columns.count();
        if (found < expected) {
            rejections.add(new Rejection(line, null, null, "row-truncated",
                    "The row ends after " + found + " of " + expected + " fields. Was the file cut off, or is a quote missing?"));
        } else if (found > expected) {
            rejections.add(new Rejection(line, null, null, "wrong-number-of-fields",
                    "The row has " + found + " fields, the header " + expected + ". Look for a missing quote or an extra comma."));
        }
        return found == expected;
    }

    /** The URN of a row that has too few or too many fields, where it can be read all the same; else null. */
    Urn urnOfBroken(String column) {
        int position = columns.find(column);
        var text = position < 0 || position >= fields.size() ? null : fields.get(position).strip();
        return Urn.isValid(text) ? new Urn(text) : null;
    }

    /** Reads a value that the row may go in without: what is wrong with it becomes a warning, and it is null. */
    <V> V orWithout(Supplier<V> reading) {
        int before = rejections.size();
        var value = reading.get();
        if (rejections.size() == before) {
            return value;
        }
        var wrong = rejections.subList(before, rejections.size());
        warnings.addAll(wrong);
        wrong.clear();
        return null;
    }

    /** The text with control characters and runs of space made one space; null when nothing is left. */
    String text(String column, int maxLength) {
        var text = raw(column);
        if (text != null && text.length() > maxLength) {
            return reject(column, "too-long", "Longer than " + maxLength + " characters.");
        }
        if (text != null && text.indexOf(UNDECODABLE) >= 0) {
            return reject(column, "text-undecodable", "Some bytes are no characters of the file's encoding: send it as UTF-8 or Windows-1252.");
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

    /** The word as it is written in {@code words} (by its lower case), or null when blank. */
    String oneOf(String column, Map<String, String> words, String what) {
        var text = raw(column);
        var word = text == null ? null : words.get(text.toLowerCase(Locale.ROOT));
        return text == null || word != null ? word : reject(column, "code-unknown", "Not a known " + what + ".");
    }

    String requiredKnown(String column, Predicate<String> known, String what) {
        return raw(column) == null ? reject(column, "value-missing", "This column must be filled.") : known(column, known, what);
    }

    /** A day written DD-MM-YYYY or, after somebody saved the file from a spreadsheet, DD/MM/YYYY; ISO's YYYY-MM-DD as well. */
    LocalDate date(String column) {
        var text = raw(column);
        if (text == null) {
            return null;
        }
        var day = day(text);
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            reject(column, "date-impossible", "Not a day that exists, written DD-MM-YYYY, DD/MM/YYYY or YYYY-MM-DD.");
            return null;
        }
        return day;
    }

    private static LocalDate day(String text) {
        var match = DATE.matcher(text);
        try {
            if (match.matches()) {
                return LocalDate.of(Integer.parseInt(match.group(3)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)));
            }
            return ISO_DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException noSuchDay) {
            return null; // 31-02-2026 is as wrong as a word
        }
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

    /** What stands in a column that is read for itself elsewhere. */
    String seen(String column) {
        return raw(column);
    }

    boolean isBlank(String column) {
        return raw(column) == null;
    }

    /** Rejects the row for this column. */
    String reject(String column, String code, String reason) {
        rejections.add(new Rejection(line, column, raw(column), code, reason));
        return null;
    }

    /** Notes that this column is left out of a row that goes in. */
    void warn(String column, String code, String reason) {
        warnings.add(new Rejection(line, column, raw(column), code, reason));
    }

    private String raw(String column) {
        int position = columns.find(column);
        if (position < 0) {
            return null; // a column that the file may lack; the others were asked for before the first row
        }
        var text = fields.get(position);
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
