package org.schoolhubs.applications.imports.rules;

import java.util.List;

/** GIAS's links file ({@code links_edubasealldata}): predecessors, successors and other ties. Schools outside the register are kept: the chain may pass through them. */
public final class SchoolLinkRows {
    static final String URN = "URN";
    static final String LINK_URN = "LinkURN";
    static final String NAME = "LinkName";
    static final String TYPE = "LinkType";
    static final String ESTABLISHED = "LinkEstablishedDate";

    /** Columns without which the file is refused as a whole. */
    public static final List<String> REQUIRED_COLUMNS = List.of(URN, LINK_URN, NAME, TYPE, ESTABLISHED);

    private SchoolLinkRows() {
    }

    /** Reads a row. */
    public static Parsed<SchoolLink> parse(Columns columns, List<String> fields, long line) {
        var row = new RowReader(columns, fields, line);
        if (!row.hasRightNumberOfFields()) {
            return Parsed.rejected(row.urnOfBroken(URN), row);
        }
        var urn = row.urn(URN);
        var linkUrn = row.urn(LINK_URN);
        if (urn != null && urn.equals(linkUrn)) {
            row.reject(LINK_URN, "link-to-itself", "A school is linked to another one, not to itself.");
        }
        var type = row.requiredKnown(TYPE, text -> LinkKind.of(text).isPresent(), "type of link");
        return Parsed.of(urn, new SchoolLink(urn, linkUrn, type, LinkKind.of(type).orElse(null), row.text(NAME, 200), row.date(ESTABLISHED)), row);
    }
}
