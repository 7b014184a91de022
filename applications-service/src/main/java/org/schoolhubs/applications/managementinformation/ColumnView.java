package org.schoolhubs.applications.managementinformation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A column of the extract. */
@Schema(name = "ExtractColumn", description = "A column of the extract.")
public record ColumnView(
        @Schema(description = "Heading in the file.", examples = "submittedAt") String column,
        @Schema(description = "code, text, uuid, date, instant or number.", examples = "instant") String type,
        @Schema(examples = "When it was submitted, UTC.") String description) {
    static ColumnView of(RowColumn column) {
        return new ColumnView(column.title(), column.type(), column.description());
    }
}
