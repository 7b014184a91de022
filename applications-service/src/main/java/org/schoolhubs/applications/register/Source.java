package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a fact of the register came from: the file that first said what is said now.
 *
 * @param importId the import, see {@code GET /v1/imports/{id}}
 * @param fileName name of the file as it was sent
 * @param asAt     the day the file describes
 */
@Schema(description = "Where the fact came from: the file that first said what is said now.")
public record Source(
        @Schema(description = "The import, see GET /v1/imports/{id}.", examples = "0197f3a0-7c1e-7d2a-9b1f-3f1f0c9a1b2c") UUID importId,
        @Schema(description = "Name of the file as it was sent.", examples = "edubasealldata20260801.csv") String fileName,
        @Schema(description = "The day the file describes.", examples = "2026-08-01") LocalDate asAt) {
}
