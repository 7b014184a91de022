package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school's inspections, now and before. */
@Schema(name = "InspectionHistory", description = "A school's inspections, newest first.")
record InspectionHistoryView(
        @Schema(examples = "900001") String urn,
        List<Item> items) {

    /** One inspection as a file gave it. */
    @Schema(name = "InspectionOverTime", description = "An inspection as files gave it from one day until another.")
    record Item(
            @Schema(description = "Whether it is the latest of its kind today.", examples = "true") boolean current,
            @Schema(description = "As-at day of the file that said so first.", examples = "2026-08-31") LocalDate validFrom,
            @Schema(description = "As-at day of the file that said otherwise; absent for what is said today.", nullable = true, examples = "2026-09-30") LocalDate validTo,
            InspectionView inspection) {
    }
}
