package org.schoolhubs.applications.applications;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Filters of the list. */
public record ApplicationQuery(
        @QueryParam("state") @Parameter(description = "Only those in this state.") ApplicationState state,
        @QueryParam("kind") @Parameter(description = "Only those of this kind.") ApplicationKind kind,
        @QueryParam("programme") @Size(max = 60) @Parameter(description = "Only those of this programme.") String programme,
        @QueryParam("pathway") @Size(max = 60) @Parameter(description = "Only those of this pathway.") String pathway,
        @QueryParam("cohort") @Size(max = 40) @Parameter(description = "Only those of this cohort.") String cohort,
        @QueryParam("urn") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") @Parameter(description = "Only those of this school.") String urn,
        @QueryParam("trustUid") @Pattern(regexp = "[1-9][0-9]{0,5}", message = "A trust UID is 1 to 6 digits.")
        @Parameter(description = "Only those of this trust itself; not those of its schools.") String trustUid,
        @QueryParam("laCode") @Pattern(regexp = "[0-9]{3}", message = "A local authority code is 3 digits.")
        @Parameter(description = "Only those of schools in the area of this local authority.") String laCode) {
}
