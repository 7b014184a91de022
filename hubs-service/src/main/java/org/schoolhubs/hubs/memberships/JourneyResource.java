package org.schoolhubs.hubs.memberships;

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

/** This service's part of a journey over HTTP. */
@Path("/v1/journeys/{applicationId}/membership")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys", description = "One application across all services.")
class JourneyResource {
    private final JourneyService journeys;

    JourneyResource(JourneyService journeys) {
        this.journeys = journeys;
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getMembershipJourney", summary = "How an application gets its place in a hub",
            description = "State of the pool (WAITING, LEFT) while there is no membership, else of the membership; what happened and what is next. For the school, its trust, "
                    + "the hub's lead, the programme team, DfE and auditors.")
    @APIResponse(responseCode = "200", description = "The part of the journey")
    public JourneyPart get(@PathParam("applicationId") UUID applicationId) {
        return journeys.of(applicationId);
    }
}
