package org.schoolhubs.applications.imports.rules;

import java.util.List;
import java.util.regex.Pattern;

/** GIAS's group links file ({@code allgroupslinksdata}). What it repeats of schools and groups is read from their own files. */
public final class GroupLinkRows {
    static final String URN = "URN";
    static final String UID = "Group UID";
    static final String JOINED = "Joined date";

    /** Columns without which the file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS = List.of(URN, UID, JOINED);

    private static final Pattern UID_FORM = Pattern.compile("[1-9][0-9]{0,5}");

    private GroupLinkRows() {
    }

    /** Reads a row. */
    public static Parsed<GroupLink> parse(Columns columns, List<String> fields, long line) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(row.urnOfBroken(URN), row);
        }
        var urn = row.urn(URN);
        var uid = row.requiredKnown(UID, text -> UID_FORM.matcher(text).matches(), "form of group UID: 1 to 6 digits");
        return Parsed.of(urn, new GroupLink(urn, uid, row.date(JOINED)), row);
    }
}
