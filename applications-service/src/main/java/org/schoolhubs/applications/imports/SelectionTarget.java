package org.schoolhubs.applications.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a selection list selects for. */
@Schema(description = "What a selection list selects for.")
record SelectionTarget(
        @Schema(description = "Code of the programme.", examples = "behaviour-and-attendance-hubs") String programme,
        @Schema(description = "Code of the pathway.", examples = "enhanced") String pathway,
        @Schema(description = "Code of the cohort.", examples = "2026-09") String cohort) {
}
