package org.schoolhubs.grants.payments.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code endToEndId,status,reason}: a heading, then a line for each payment. */
public final class ResultCsv {
    /** The heading, exactly. */
    public static final List<String> HEADING = List.of("endToEndId", "status", "reason");

    /**
     * What was read.
     *
     * @param errors of the form alone; where there are any, {@code lines} is not to be used
     */
    public record Parsed(List<ResultLine> lines, List<LineError> errors) {
    }

    private ResultCsv() {
    }

    public static Parsed parse(String text) {
        List<ResultLine> lines = new ArrayList<>();
        List<LineError> errors = new ArrayList<>();
        try {
            boolean heading = true;
            for (CsvRecord line : CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
                if (heading) {
                    heading = false;
                    if (!HEADING.equals(line.getFields().stream().map(ResultCsv::trimmed).toList())) {
                        errors.add(new LineError(1, "heading-wrong", "The first line is endToEndId,status,reason."));
                    }
                } else if (line.getFieldCount() != HEADING.size()) {
                    errors.add(new LineError(line.getStartingLineNumber(), "columns-wrong", "A line has 3 columns: endToEndId,status,reason."));
                } else {
                    lines.add(new ResultLine(line.getStartingLineNumber(), line.getField(0).trim(), line.getField(1).trim(), line.getField(2).trim()));
                }
            }
            if (heading) {
                errors.add(new LineError(1, "heading-wrong", "The first line is endToEndId,status,reason."));
            }
        } catch (CsvParseException malformed) {
            errors.add(new LineError(lines.size() + 2L, "csv-malformed", "This is not CSV: a quote is left open or misplaced."));
        }
        return new Parsed(lines, errors);
    }

    /** A byte order mark is what spreadsheets put in front. */
    private static String trimmed(String field) {
        return field.replace("\uFEFF", "").trim();
    }
}
