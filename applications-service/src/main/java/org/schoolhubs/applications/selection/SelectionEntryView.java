package org.schoolhubs.applications.selection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A selected school as third parties see it. */
@Schema(name = "SelectionEntry", description = "A selected school, why, and its place in the order of priority.")
record SelectionEntryView(
        @Schema(description = "Unique Reference Number.", examples = "900001") String urn,
        @Schema(description = "As the register had it when the list came in.", examples = "Brackenmoor Academy") String name,
        @Schema(description = "Place in the order of priority; 1 is first.", examples = "12") int rank,
        @Schema(description = "Why the school was selected.", examples = "High persistent absence in two years") String reason) {

    static SelectionEntryView of(SelectionEntry entry) {
        return new SelectionEntryView(entry.urn(), entry.schoolName(), entry.rank(), entry.reason());
    }
}
