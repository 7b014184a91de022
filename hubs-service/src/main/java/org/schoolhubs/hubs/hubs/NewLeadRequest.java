package org.schoolhubs.hubs.hubs;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who leads a hub whose lead school has closed. */
@Schema(name = "NewLead", description = "The school that leads the hub from now on.")
record NewLeadRequest(
        @Schema(description = "URN of an open school that is no member of the hub", examples = "100051")
        @NotNull(message = "Give the URN.") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String leadUrn) {
}
