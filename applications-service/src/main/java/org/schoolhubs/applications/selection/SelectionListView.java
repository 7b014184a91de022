package org.schoolhubs.applications.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Versioned;

/** A selection list as third parties see it. */
@Schema(name = "SelectionList", description = "Schools that the Department selected for a pathway of a cohort.")
record SelectionListView(
        UUID id,
        @Schema(description = "Counts changes; also in the ETag.", examples = "0") long version,
        @Schema(description = "When it was last changed: published, or superseded.", examples = "2026-08-02T02:14:07.120394Z") Instant updatedAt,
        @Schema(examples = "behaviour-and-attendance-hubs") String programme,
        @Schema(examples = "enhanced") String pathway,
        @Schema(examples = "2026-09") String cohort,
        @Schema(description = "Version of the list within its programme, pathway and cohort, from 1.", examples = "2") int listNumber,
        @Schema(description = "The day the list is dated.", examples = "2026-08-01") LocalDate datedOn,
        @Schema(description = "Whether it holds; false once a newer list of the same cohort took its place.") boolean current,
        @Schema(description = "How many schools are on it.", examples = "367") int entries,
        @Schema(description = "The import that brought it, see GET /v1/imports/{id}.") UUID importId,
        @Schema(description = "Name of its file.", examples = "selected-schools.csv") String fileName) implements Versioned {

    static SelectionListView of(SelectionList list) {
        return new SelectionListView(list.id(), list.version(), list.changedAt(), list.programme(), list.pathway(), list.cohort(), list.listNumber(),
                list.datedOn(), list.isCurrent(), list.entries(), list.importId(), list.sourceFile());
    }
}
