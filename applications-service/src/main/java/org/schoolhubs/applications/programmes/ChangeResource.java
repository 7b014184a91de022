package org.schoolhubs.applications.programmes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Changes of the catalogue over HTTP. */
@Path("/v1/programme-changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programme changes", description = "Changes of programmes and cohorts, field by field; those of what is open wait for a second person.")
class ChangeResource {
    private final ChangeService changes;

    ChangeResource(ChangeService changes) {
        this.changes = changes;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listProgrammeChanges", summary = "Changes of the catalogue",
            description = "Every change that was made, proposed, rejected or withdrawn. For the programme team, the Department and auditors.")
    @APIResponse(responseCode = "200", description = "A page of changes.")
    public Page<ChangeView> list(@Valid @BeanParam PageRequest page,
            @QueryParam("programme") @Size(max = 60) @Parameter(description = "Only those of this programme.") String programme,
            @QueryParam("state") @Parameter(description = "Only those in this state.") ChangeLifecycle.State state) {
        return changes.list(page, programme, state);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getProgrammeChange", summary = "One change of the catalogue",
            description = "The change, field by field, before and after, with what the rules said and why it was asked for. "
                    + "For the programme team, the Department and auditors.")
    @APIResponse(responseCode = "200", description = "The change.", content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(changes.get(id));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "approveProgrammeChange", summary = "Approve a change",
            description = "Makes the change. Another person than the one who proposed it. Stale (409) where what it was made from has changed meanwhile. "
                    + "For the programme team.")
    @APIResponse(responseCode = "200", description = "The change was made.", content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReasonRequest body) {
        return Responses.ok(changes.approve(id, Precondition.of(ifMatch), body.reason()));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "rejectProgrammeChange", summary = "Reject a change",
            description = "The change will not be made. Another person than the one who proposed it. For the programme team.")
    @APIResponse(responseCode = "200", description = "It was rejected.", content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response reject(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReasonRequest body) {
        return Responses.ok(changes.reject(id, Precondition.of(ifMatch), body.reason()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "withdrawProgrammeChange", summary = "Withdraw a change",
            description = "Takes back one's own proposal. For the programme team.")
    @APIResponse(responseCode = "200", description = "It was withdrawn.", content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReasonRequest body) {
        return Responses.ok(changes.withdraw(id, Precondition.of(ifMatch), body.reason()));
    }
}
