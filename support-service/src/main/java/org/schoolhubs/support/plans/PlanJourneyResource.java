package org.schoolhubs.support.plans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.JourneyPart;

/** The plan's part of an application's journey; the gateway puts the parts together. */
@Path("/v1/journeys/{applicationId}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
class PlanJourneyResource {
    private final PlanService plans;

    PlanJourneyResource(PlanService plans) {
        this.plans = plans;
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getPlanJourney", summary = "Read the plan's part of a journey",
            description = "Where the support plan of an application stands, what happened and what is next. While the plan cannot be opened its state is AWAITED.")
    @APIResponse(responseCode = "200", description = "The plan's part")
    public JourneyPart get(@PathParam("applicationId") UUID applicationId) {
        return plans.journey(applicationId);
    }
}
