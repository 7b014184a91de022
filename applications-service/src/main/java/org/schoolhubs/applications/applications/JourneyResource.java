package org.schoolhubs.applications.applications;

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

/** This service's part of a journey; the gateway puts the parts together. */
@Path("/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys", description = "A school's way through all services, part by part.")
class JourneyResource {
    private final ApplicationService applications;

    JourneyResource(ApplicationService applications) {
        this.applications = applications;
    }

    @GET
    @Path("/{applicationId}/application")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getApplicationJourney", summary = "The application's part of the journey",
            description = "Where the application stands, what happened to it, what happens next.")
    @APIResponse(responseCode = "200", description = "The part.")
    public JourneyPart part(@PathParam("applicationId") UUID applicationId) {
        return applications.journey(applicationId);
    }
}
