package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the files said of a school, one after the other. */
@Schema(name = "SchoolVersions", description = "What the files said of a school, newest first. Complete: a school changes a few times a year.")
record SchoolVersionsView(
        @Schema(examples = "900001") String urn,
        List<VersionView> items) {

    /** What a file said. */
    @Schema(name = "SchoolVersion", description = "What a file said of the school until another said otherwise.")
    record VersionView(
            @Schema(description = "Version of the school; changes of its inspections, links and trusts count too, so numbers are left out here.",
                    examples = "3") long version,
            @Schema(description = "The day that the first file which said so describes.", examples = "2026-08-01") LocalDate validFrom,
            @Schema(description = "The day that the file which said otherwise describes; null for what is said now.", nullable = true, examples = "2026-09-01")
            LocalDate validTo,
            Source source,
            @Schema(description = "What differs from the version before; empty for the first one.") List<Change> changes) {
    }

    /** A field that changed. */
    @Schema(name = "SchoolChange", description = "A field that changed.")
    record Change(
            @Schema(examples = "trustUid") String field,
            @Schema(nullable = true, examples = "990001") String before,
            @Schema(nullable = true, examples = "990002") String after) {
    }
}
