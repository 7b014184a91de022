package org.schoolhubs.applications.imports.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.schoolhubs.applications.register.rules.GiasCodes;

/**
 * GIAS's groups file ({@code allgroupsdata}): trusts, federations, sponsors, children's centre groups; those that closed, too. Group IDs are kept as they are
 * written, dirty or blank: what names a group is its UID.
 */
public final class GroupRows {
    static final String UID = "Group UID";
    static final String GROUP_ID = "Group ID";
    static final String NAME = "Group Name";
    static final String COMPANIES_HOUSE = "Companies House Number";
    static final String TYPE_CODE = "Group Type (code)";
    static final String TYPE_NAME = "Group Type";
    static final String CLOSED = "Closed Date";
    static final String OPENED = "Open date";
    static final String INCORPORATED = "Incorporated on (open date)";
    static final String STATUS_CODE = "Group Status (code)";
    static final String STREET = "Group Street";
    static final String TOWN = "Group Town";
    static final String COUNTY = "Group County";
    static final String POSTCODE = "Group Postcode";
    static final String UKPRN = "UKPRN";

    /** Columns without which the file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS =
            List.of(UID, GROUP_ID, NAME, COMPANIES_HOUSE, TYPE_CODE, TYPE_NAME, CLOSED, OPENED, INCORPORATED, STATUS_CODE);
    /** Columns that some years' files lack or call otherwise, with the column of the register. A file without one leaves what the register says of it. */
    public static final Map<String, String> OPTIONAL_COLUMNS = optional();

    private static final Set<String> TYPES = Set.of("1", "2", "5", "6", "7", "8", "9", "10", "11");
    private static final Set<String> STATUSES = Set.of("OPEN", "CLOSED", "PROPOSED_TO_OPEN");
    private static final Pattern UID_FORM = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern UKPRN_FORM = Pattern.compile("10[0-9]{6}");
    private static final Pattern COMPANY_FORM = Pattern.compile("[A-Za-z0-9]{8}|[0-9]{6,7}");
    private static final int COMPANY_LENGTH = 8;
    private static final String NOT_RECORDED = "Not recorded";

    private GroupRows() {
    }

    private static Map<String, String> optional() {
        var columns = new LinkedHashMap<String, String>();
        columns.put(STREET, "street");
        columns.put(TOWN, "town");
        columns.put(COUNTY, "county");
        columns.put(POSTCODE, "postcode");
        columns.put(UKPRN, "ukprn");
        return columns;
    }

    /** Reads a row. */
    public static Parsed<EstablishmentGroup> parse(Columns columns, List<String> fields, long line) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(null, row);
        }
        return Parsed.of(null, read(row), row);
    }

    /** The UID of a row that may be rejected for something else; null when not even that can be read. */
    public static String uid(Columns columns, List<String> fields) {
        int position = columns.position(UID);
        var text = position < fields.size() ? fields.get(position).strip() : "";
        return UID_FORM.matcher(text).matches() ? text : null;
    }

    private static EstablishmentGroup read(RowReader row) {
        return new EstablishmentGroup(
                row.requiredKnown(UID, text -> UID_FORM.matcher(text).matches(), "form of group UID: 1 to 6 digits"),
                row.text(GROUP_ID, 100),
                row.requiredText(NAME, 300),
                GiasCodes.normalise(row.requiredKnown(TYPE_CODE, code -> TYPES.contains(GiasCodes.normalise(code)), "type of group")),
                row.text(TYPE_NAME, 200),
                row.requiredKnown(STATUS_CODE, STATUSES::contains, "status of a group"),
                row.date(OPENED),
                row.date(INCORPORATED),
                row.date(CLOSED),
                companyNumber(row.known(COMPANIES_HOUSE, text -> COMPANY_FORM.matcher(text).matches(), "form of company number: 8 letters or digits")),
                row.known(UKPRN, text -> UKPRN_FORM.matcher(text).matches(), "form of UKPRN: 8 digits that begin with 10"),
                text(row, STREET, 200),
                text(row, TOWN, 200),
                text(row, COUNTY, 200),
                text(row, POSTCODE, 10));
    }

    /** Spreadsheets drop leading zeros of company numbers. */
    private static String companyNumber(String text) {
        return text == null ? null : "0".repeat(COMPANY_LENGTH - text.length()) + text.toUpperCase(Locale.ROOT);
    }

    private static String text(RowReader row, String column, int maxLength) {
        var text = row.text(column, maxLength);
        return NOT_RECORDED.equals(text) ? null : text;
    }
}
