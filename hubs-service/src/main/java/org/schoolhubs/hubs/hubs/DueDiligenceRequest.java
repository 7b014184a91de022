package org.schoolhubs.hubs.hubs;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What due diligence found. Recording it again replaces what was found before.")
record DueDiligenceRequest(
        @Schema(description = "The lead has capacity and is willing", examples = "true") @NotNull(message = "Say true or false.") Boolean hasCapacityAndIsWilling,
        @Schema(description = "No conflict of interest", examples = "true") @NotNull(message = "Say true or false.") Boolean noConflictOfInterest,
        @Schema(description = "The lead can be paid", examples = "true") @NotNull(message = "Say true or false.") Boolean canBePaid,
        @Schema(description = "Notes; not public", examples = "Checked by telephone with the head's office.")
        @Size(max = 4000, message = "Notes have at most 4000 characters.") String notes) {
}
