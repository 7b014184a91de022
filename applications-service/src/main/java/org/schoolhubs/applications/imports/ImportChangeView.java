package org.schoolhubs.applications.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import changed of one school, as third parties see it. */
@Schema(name = "ImportChange", description = "What an import changed of one school, or would have changed.")
record ImportChangeView(
        @Schema(examples = "900001") String urn,
        @Schema(description = "The school's name in the register.", examples = "Haverstock School") String name,
        @Schema(description = "ADDED new in the register; OPENED, CLOSED, REOPENED; CONVERTED of another family of types, or closed because it became an academy; "
                + "MOVED_TRUST; RENAMED; INSPECTED for the first time; REGRADED; OTHER; MISSING from the file, left as it is.") List<ImportChange.Kind> changes,
        @Schema(description = "Field of the school to its value before and after; of inspections `inspections.<kind>`.",
                examples = "{\"status\": {\"before\": \"OPEN\", \"after\": \"CLOSED\"}}") Map<String, FieldChange> fields,
        @Schema(description = "Applications of the school that were live then.") List<UUID> liveApplications) {

    /** A value before and after; what is not there was or is nothing. */
    @Schema(name = "ImportFieldChange", description = "Before and after, each as in the school's own representation; what is absent was or is not known.")
    record FieldChange(
            @Schema(description = "Text, number or date.", nullable = true, examples = "OPEN") Object before,
            @Schema(description = "Text, number or date.", nullable = true, examples = "CLOSED") Object after) {
    }
}
