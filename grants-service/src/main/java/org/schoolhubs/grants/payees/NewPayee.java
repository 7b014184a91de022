package org.schoolhubs.grants.payees;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payee to be made. */
@Schema(examples = """
        {"organisation": {"kind": "SCHOOL", "code": "100049"}, "name": "Camden School"}""")
record NewPayee(@NotNull @Valid OrganisationRequest organisation, @NotBlank @Size(max = 200) @Schema(examples = "Camden School") String name) {
    /** Which organisation it is. */
    @Schema(name = "NewPayeeOrganisation")
    record OrganisationRequest(
            @NotNull OrganisationKind kind,
            @NotNull @Size(max = 6) @Pattern(regexp = "[0-9]{1,6}") @Schema(description = "URN, trust UID or local authority code", examples = "100049") String code) {
    }
}
