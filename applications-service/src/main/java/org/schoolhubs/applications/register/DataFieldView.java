package org.schoolhubs.applications.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the data dictionary. */
@Schema(name = "DataField", description = "A field of a resource and column of its extract.")
record DataFieldView(
        @Schema(description = "Name in JSON and in the header of the extract.", examples = "typeCode") String field,
        @Schema(description = "text, integer, decimal, date, instant, uuid or code.", examples = "text") String type,
        @Schema(examples = "GIAS TypeOfEstablishment, without leading zero.") String meaning,
        @Schema(description = "Column of the source's file; null where the register says it itself.", nullable = true, examples = "TypeOfEstablishment (code)")
        String sourceColumn,
        @Schema(description = "List of GET /v1/reference-data that its codes stand in.", nullable = true, examples = "types") String codeList,
        @Schema(description = "Whether it may be missing.", examples = "false") boolean nullable) {
}
