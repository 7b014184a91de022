package org.schoolhubs.applications.eligibility;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which schools, as what, for which pathway. */
@Schema(name = "BulkEligibilityCheck", description = "Many schools for one pathway.")
record BulkCheckRequest(
        @Schema(description = "Unique Reference Numbers, up to 500.", examples = "[\"100049\"]")
        @NotEmpty @Size(max = 500) List<@NotNull @Pattern(regexp = EligibilityCheckRequest.URN, message = EligibilityCheckRequest.URN_ADVICE) String> urns,
        @Schema(description = "PARTNER_SCHOOL, which it is where left out, or LEAD_SCHOOL.", nullable = true) ApplicantRole role,
        @Schema(description = "Code of the programme.", examples = "behaviour-hubs") @NotBlank @Size(max = 60) String programme,
        @Schema(description = "Code of its pathway; left out for LEAD_SCHOOL.", examples = "core", nullable = true) @Size(max = 60) String pathway) {
}
