package org.schoolhubs.applications.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fresh each source of the register is. */
@Schema(name = "RegisterFreshness", description = "How fresh each source of the register is.")
record FreshnessView(
        @Schema(description = "The day of which ages are counted, Europe/London.", examples = "2026-08-04") LocalDate today,
        List<SourceFreshness> sources) {

    /** One kind of file. */
    @Schema(name = "SourceFreshness", description = "The newest file of a kind that went in. Without any, only kind, limit and stale are there.")
    record SourceFreshness(
            ImportKind kind,
            @Schema(nullable = true, examples = "0197f3a0-7c1e-7d2a-9b1f-3f1f0c9a1b2c") UUID importId,
            @Schema(nullable = true, examples = "edubasealldata20260801.csv") String fileName,
            @Schema(description = "The day that the file describes.", nullable = true, examples = "2026-08-01") LocalDate asAt,
            @Schema(description = "Days since then.", nullable = true, examples = "3") Long ageDays,
            @Schema(description = "When it had gone in.", nullable = true, examples = "2026-08-02T02:10:09Z") Instant importedAt,
            @Schema(description = "Rows of the file that went in.", nullable = true, examples = "52002") Long rows,
            @Schema(description = "From which age on it is stale.", examples = "7") int staleAfterDays,
            @Schema(description = "Whether it is older than that, or nothing ever came.", examples = "false") boolean stale) {
    }
}
