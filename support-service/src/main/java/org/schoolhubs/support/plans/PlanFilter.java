package org.schoolhubs.support.plans;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the list of plans; one that is left out filters nothing. */
public class PlanFilter {
    @QueryParam("applicationId")
    @Parameter(description = "Only the plan of this application.")
    UUID applicationId;

    @QueryParam("urn")
    @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits, for example 100049.")
    @Parameter(description = "Only plans of this partner school.", example = "100049")
    String urn;

    @QueryParam("hubId")
    @Parameter(description = "Only plans of this hub's members.")
    UUID hubId;

    @QueryParam("state")
    @Parameter(description = "Only plans in this state.", example = "ACTIVE")
    PlanState state;

    @QueryParam("overdue")
    @Pattern(regexp = "true|false", message = "overdue is true or false.")
    @Parameter(description = "true: only active plans with an open activity that is past its due date; false: only the others.", example = "true")
    String overdue;

    /** For JAX-RS. */
    public PlanFilter() {
        // fields are filled from the query
    }

    /** Null where it is left out. */
    Boolean overdue() {
        return overdue == null ? null : Boolean.valueOf(overdue);
    }
}
