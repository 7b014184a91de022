package org.schoolhubs.hubs.hubs;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Hubs over HTTP. */
@Path("/v1/hubs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Hubs", description = "Hubs, their lead organisations and their places; the directory is public.")
class HubResource {
    private final HubService hubs;

    HubResource(HubService hubs) {
        this.hubs = hubs;
    }

    @POST
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "prepareHub", summary = "Prepare a hub",
            description = "Begins a hub in state PREPARING. 422 lead-not-known unless the lead is an open school of the register.")
    @APIResponse(responseCode = "201", description = "The hub is being prepared", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response prepare(@NotNull @Valid HubRequest body) {
        HubView hub = hubs.prepare(body);
        return Responses.created("/v1/hubs/" + hub.id(), hub);
    }

    @GET
    @PermitAll
    @Operation(operationId = "listHubs", summary = "The directory of hubs",
            description = "Announced and open hubs with the places left, for everybody. Programme team, DfE and auditors see hubs of every state; a lead sees its own.")
    @APIResponse(responseCode = "200", description = "A page of hubs")
    public Page<HubView> list(
            @QueryParam("programme") @Pattern(regexp = Codes.FORM, message = Codes.MESSAGE)
            @Parameter(description = "Code of the programme.", example = "behaviour-hubs") String programme,
            @QueryParam("state") @Pattern(regexp = "PREPARING|ANNOUNCED|OPEN|CLOSED", message = "One of PREPARING, ANNOUNCED, OPEN, CLOSED.")
            @Parameter(description = "State of the hub.", example = "OPEN") String state,
            @QueryParam("region") @Pattern(regexp = "[A-Z]", message = "A region is one capital letter.")
            @Parameter(description = "GOR code of the region.", example = "H") String region,
            @QueryParam("leadUrn") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.")
            @Parameter(description = "URN of the lead school.", example = "100049") String leadUrn,
            @BeanParam @Valid PageRequest page) {
        return hubs.list(new HubFilter(programme, state, region, leadUrn), page);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getHub", summary = "One hub", description = "With its places and, for the programme team, what may be done next.")
    @APIResponse(responseCode = "200", description = "The hub", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(hubs.get(id));
    }

    @POST
    @Path("/{id}/due-diligence")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "recordDueDiligence", summary = "Record due diligence",
            description = "Records the three confirmations that announcing needs. Possible while the hub is in preparation; recording again replaces.")
    @APIResponse(responseCode = "200", description = "Recorded", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response recordDueDiligence(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid DueDiligenceRequest body) {
        return Responses.ok(hubs.recordDueDiligence(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/announcement")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "announceHub", summary = "Announce a hub",
            description = "Puts it into the public directory. 409 due-diligence-incomplete, naming what is missing, until all three confirmations are recorded.")
    @APIResponse(responseCode = "200", description = "Announced", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response announce(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(hubs.announce(id, Precondition.of(ifMatch)));
    }

    @POST
    @Path("/{id}/opening")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "openHub", summary = "Open a hub", description = "From now on schools can be placed with it.")
    @APIResponse(responseCode = "200", description = "Open", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response open(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(hubs.open(id, Precondition.of(ifMatch)));
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "closeHub", summary = "Close a hub",
            description = "For good. 409 hub-has-members while a membership is proposed, confirmed or active.")
    @APIResponse(responseCode = "200", description = "Closed", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ClosureRequest body) {
        return Responses.ok(hubs.close(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/lead")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "passHubLead", summary = "Name who leads a hub whose lead has closed",
            description = "To the one open school that followed it a hub passes by itself; where there is none, or several, or it is a member of the hub, a person of the "
                    + "programme team chooses here. The live memberships go on with the new lead. 409 lead-not-closed while the lead is open.")
    @APIResponse(responseCode = "200", description = "Passed on", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response passLead(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewLeadRequest body) {
        return Responses.ok(hubs.passLead(id, Precondition.of(ifMatch), body));
    }

    @PUT
    @Path("/{id}/places")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "setHubPlaces", summary = "Set the places of a hub",
            description = "Replaces all places by pathway and cohort. 409 places-below-held if schools hold more than that; then nothing changes.")
    @APIResponse(responseCode = "200", description = "Set", content = @Content(schema = @Schema(implementation = HubView.class)))
    public Response setPlaces(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PlacesRequest body) {
        return Responses.ok(hubs.setPlaces(id, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.SCHOOL})
    @Operation(operationId = "getHubHistory", summary = "History of a hub",
            description = "Who did what, when and why, oldest first. For the programme team, DfE, auditors and the hub's lead.")
    @APIResponse(responseCode = "200", description = "What happened")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return hubs.history(id);
    }
}
