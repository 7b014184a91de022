package org.schoolhubs.applications.interest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Filters of the list. */
record InterestQuery(
        @QueryParam("state") @Parameter(description = "Only those in this state.") InterestState state,
        @QueryParam("programme") @Size(max = 60) @Parameter(description = "Only those that wait for this programme.") String programme,
        @QueryParam("pathway") @Size(max = 60) @Parameter(description = "Only those that wait for this pathway.") String pathway,
        @QueryParam("urn") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") @Parameter(description = "Only those of this school.") String urn,
        @QueryParam("trustUid") @Pattern(regexp = "[1-9][0-9]{0,5}", message = "A trust UID is 1 to 6 digits.")
        @Parameter(description = "Only those of this trust itself.") String trustUid) {
}
