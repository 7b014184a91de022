package org.schoolhubs.applications.programmes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which programme takes the place of this one, and when. */
@Schema(description = "The programme that takes the place of this one.")
record ReplacementRequest(
        @Schema(description = "Code of a published programme.", examples = "behaviour-and-attendance-hubs") @NotNull @Size(max = 60) String successor,
        @Schema(description = "First day (Europe/London) of the successor alone; today at the earliest.", examples = "2027-09-01") @NotNull LocalDate on,
        @Schema(examples = "One offer on behaviour and attendance") @NotBlank @Size(max = 500) String reason) {
}
