package org.schoolhubs.applications.imports.rules;

import java.util.List;

/**
 * Selection lists, in two shapes: {@code URN,Reason[,Rank]}, and {@code type,identifier,identifier_type} as the Department's lists of eligible schools are
 * written; there the type is the reason, and identifiers other than URNs are not taken.
 */
public final class SelectionRows {
    static final String URN = "URN";
    static final String REASON = "Reason";
    static final String RANK = "Rank";
    static final String TYPE = "type";
    static final String IDENTIFIER = "identifier";
    static final String IDENTIFIER_TYPE = "identifier_type";

    /** Columns of the first shape. */
    public static final List<String> REQUIRED_COLUMNS = List.of(URN, REASON);
    /** Columns of the second shape. */
    public static final List<String> OTHER_COLUMNS = List.of(TYPE, IDENTIFIER, IDENTIFIER_TYPE);

    private static final int LONGEST_REASON = 500;
    private static final int LAST_RANK = 999_999;

    private SelectionRows() {
    }

    /** Reads a row of either shape. */
    public static Parsed<SelectionRow> parse(Columns columns, List<String> fields, long line) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        return columns.missing(REQUIRED_COLUMNS).isEmpty() ? own(columns, row) : departments(row);
    }

    private static Parsed<SelectionRow> own(Columns columns, RowReader row) {
        var urn = row.urn(URN);
        var reason = row.requiredText(REASON, LONGEST_REASON);
        Integer rank = null;
        if (columns.missing(List.of(RANK)).isEmpty()) {
            rank = row.wholeNumber(RANK, 1, LAST_RANK);
            if (rank == null && row.rejections().stream().noneMatch(rejection -> RANK.equals(rejection.column()))) {
                row.reject(RANK, "value-missing", "A list with ranks ranks every school.");
            }
        }
        return Parsed.of(urn, new SelectionRow(urn, reason, rank), row);
    }

    private static Parsed<SelectionRow> departments(RowReader row) {
        row.requiredKnown(IDENTIFIER_TYPE, "urn"::equalsIgnoreCase, "type of identifier: only urn is taken");
        var urn = row.urn(IDENTIFIER);
        return Parsed.of(urn, new SelectionRow(urn, row.requiredText(TYPE, LONGEST_REASON), null), row);
    }
}
