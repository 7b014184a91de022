package org.schoolhubs.applications.eligibility;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which school, for what. */
@Schema(name = "EligibilityCheck", description = "Which school, for which pathway.")
public record EligibilityCheckRequest(
        @Schema(description = "Unique Reference Number of the school.", examples = "100049")
        @NotNull @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String urn,
        @Schema(description = "Code of the programme.", examples = "behaviour-hubs") @NotBlank @Size(max = 60) String programme,
        @Schema(description = "Code of its pathway.", examples = "core") @NotBlank @Size(max = 60) String pathway) {
}
