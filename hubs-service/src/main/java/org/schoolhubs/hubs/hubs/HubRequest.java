package org.schoolhubs.hubs.hubs;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;

@Schema(description = "A hub to prepare.")
record HubRequest(
        @Schema(description = "Name in the public directory", examples = "Camden Behaviour Hub")
        @NotBlank(message = "Give the hub a name.") @Size(max = 200, message = "A name has at most 200 characters.") String name,
        @Schema(description = "Code of the programme", examples = "behaviour-hubs")
        @NotNull(message = "Name the programme.") @Pattern(regexp = Codes.FORM, message = Codes.MESSAGE) String programme,
        @Schema(description = "URN of the school that leads it", examples = "100049")
        @NotNull(message = "Name the lead school by its URN.") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String leadUrn,
        @Schema(description = "Phases served", examples = "[\"SECONDARY\", \"ALL_THROUGH\"]")
        @NotEmpty(message = "Name at least one phase.") @Size(max = 6) Set<@NotNull Phase> phases,
        @Schema(description = "Kinds of setting served; empty or left out means all", examples = "[\"MAINSTREAM\"]")
        @Size(max = 4) Set<@NotNull Provision> provisions,
        @Schema(description = "GOR code of the region; left out, the lead's", examples = "H")
        @Pattern(regexp = "[A-Z]", message = "A region is one capital letter.") String region,
        @Schema(description = "Whether the hub meets online; left out, it does not", examples = "false") Boolean virtual) {
}
