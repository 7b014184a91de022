package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.schoolhubs.kernel.Urn;

/** The attendance sharing file: one row a school. Status is {@code SHARING}, {@code NOT_SHARING} or {@code UNKNOWN}, in either case, with space or underscore. */
public final class AttendanceSharingRows {
    static final String URN = "URN";
    static final String STATUS = "Status";
    static final String SOURCE = "Source";
    static final String CHECKED = "Checked on";
    static final String LAST_DATA = "Last data day";

    /** Columns without which the file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS = List.of(URN, STATUS, SOURCE, CHECKED, LAST_DATA);

    private static final Set<String> STATUSES = Set.of("SHARING", "NOT_SHARING", "UNKNOWN");

    private AttendanceSharingRows() {
    }

    /**
     * Reads a row.
     *
     * @param asAt the day the file describes: nobody can have looked later
     */
    public static Parsed<AttendanceSharing> parse(Columns columns, List<String> fields, long line, LocalDate asAt) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        var urn = row.urn(URN);
        var status = row.requiredKnown(STATUS, text -> STATUSES.contains(folded(text)), "status: SHARING, NOT_SHARING or UNKNOWN");
        var source = row.requiredText(SOURCE, 100);
        return Parsed.of(urn, dated(row, urn, status, source, asAt), row);
    }

    private static AttendanceSharing dated(RowReader row, Urn urn, String status, String source, LocalDate asAt) {
        if (row.isBlank(CHECKED)) {
            row.reject(CHECKED, "value-missing", "This column must be filled.");
        }
        var checkedOn = row.date(CHECKED);
        var lastDataOn = row.date(LAST_DATA);
        if (checkedOn != null && checkedOn.isAfter(asAt)) {
            row.reject(CHECKED, "date-in-the-future", "After the day that the file describes.");
        }
        if (checkedOn != null && lastDataOn != null && lastDataOn.isAfter(checkedOn)) {
            row.reject(LAST_DATA, "date-after-check", "After the day of the check: nobody can have seen these data yet.");
        }
        return new AttendanceSharing(urn, status == null ? null : folded(status), source, checkedOn, lastDataOn);
    }

    private static String folded(String status) {
        return status.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
