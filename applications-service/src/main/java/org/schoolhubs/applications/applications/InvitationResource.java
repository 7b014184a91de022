package org.schoolhubs.applications.applications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;

/** Invitations of selected schools over HTTP. */
@Path("/v1/selection-lists/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations", description = "The Department selects, the programme team invites, the school confirms or refuses.")
class InvitationResource {
    private final InvitationService invitations;

    InvitationResource(InvitationService invitations) {
        this.invitations = invitations;
    }

    @POST
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE})
    @Idempotent
    @Operation(operationId = "inviteSelectedSchools", summary = "Invite the schools of a selection list",
            description = "Makes an application of kind INVITED_SCHOOL in state INVITED for each open school of a current list that has none for that cohort yet (roles "
                    + "programme-team, dfe). Repeated, it invites nobody twice.")
    @APIResponse(responseCode = "200", description = "Who was invited and who was not.", content = @Content(schema = @Schema(implementation = InvitationsView.class)))
    public Response invite(@PathParam("id") UUID id, @NotNull @Valid ApplicationRequests.NewInvitations body) {
        return Response.ok(invitations.invite(id, body.confirmBy())).build();
    }
}
