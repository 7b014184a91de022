package org.schoolhubs.applications.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the rows of a file. Of a completed import read = created + changed + unchanged + rejected.
 *
 * @param missing  schools that the register has and the file has not; they are left as they are
 * @param warnings values that rows went in without
 */
@Schema(description = "What became of the rows. Of a completed import: read = created + changed + unchanged + rejected.")
record ImportCounts(
        @Schema(description = "Rows of the file without its header.", examples = "52014") long read,
        @Schema(description = "Schools that the register did not have, or had no inspection of.", examples = "112") long created,
        @Schema(description = "Schools of which something changed.", examples = "2310") long changed,
        @Schema(description = "Schools of which nothing changed.", examples = "49580") long unchanged,
        @Schema(description = "Rows that did not go in, see rejected-rows.", examples = "12") long rejected,
        @Schema(description = "Schools of the register that the file does not have. They are left as they are, not closed.", examples = "3") long missing,
        @Schema(description = "Values that could not be true and were left out of rows that went in, see rejected-rows.", examples = "4") long warnings) {
}
