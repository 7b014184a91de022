package org.schoolhubs.grants.awards;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.JourneyPart;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards", description = "The one grant of an application, from its reservation to its payment.")
class AwardResource {
    private final AwardService awards;

    AwardResource(AwardService awards) {
        this.awards = awards;
    }

    @GET
    @Path("/awards")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listAwards", summary = "List awards", description = "Those of your organisations, or all for the roles that read everything.")
    @APIResponse(responseCode = "200", description = "A page of awards")
    public Page<AwardView> list(
            @Parameter(description = "The award of one application") @QueryParam("applicationId") UUID applicationId,
            @Parameter(description = "Awards of one school", example = "100049") @QueryParam("urn") @Size(max = 6) @Pattern(regexp = "[0-9]*") String urn,
            @Parameter(description = "Awards in one state") @QueryParam("state") AwardState state,
            @Parameter(description = "Awards of one programme", example = "behaviour-hubs") @QueryParam("programme") @Size(max = 60) String programme,
            @Valid @BeanParam PageRequest page) {
        return awards.list(new AwardService.AwardFilter(applicationId, urn, state, programme), page);
    }

    @GET
    @Path("/awards/{id}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getAward", summary = "Read an award", description = "One award with what you may do next and what has to happen.")
    @APIResponse(responseCode = "200", description = "The award", content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(awards.get(id));
    }

    @GET
    @Path("/awards/{id}/history")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getAwardHistory", summary = "Read an award's history", description = "Who did what, when and why.")
    @APIResponse(responseCode = "200", description = "What happened, oldest first")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return awards.history(id);
    }

    @GET
    @Path("/journeys/{applicationId}/award")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getAwardJourney", summary = "Read the grant's part of a journey",
            description = "What happened and what is next. State NOT_APPLICABLE where the pathway carried no grant: the journey ends with the plan.")
    @APIResponse(responseCode = "200", description = "The part of the journey", content = @Content(schema = @Schema(implementation = JourneyPart.class)))
    public JourneyPart journey(@PathParam("applicationId") UUID applicationId) {
        return awards.journey(applicationId);
    }

    @POST
    @Path("/awards/{id}/offer")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "offerAward", summary = "Offer an award", description = "Puts its conditions and its permitted use to the payee.")
    @APIResponse(responseCode = "200", description = "The award", content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Response offer(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid OfferRequest body) {
        return Responses.ok(awards.offer(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/awards/{id}/acceptance")
    @Idempotent
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY})
    @Operation(operationId = "acceptAward", summary = "Accept an award",
            description = "By a person who speaks for the payee: the school, its trust, or a maintained school's local authority.")
    @APIResponse(responseCode = "200", description = "The award", content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Response accept(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AcceptanceRequest body) {
        return Responses.ok(awards.accept(id, Precondition.of(ifMatch), body.payeeId()));
    }

    @POST
    @Path("/awards/{id}/hold")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_APPROVER)
    @Operation(operationId = "holdAward", summary = "Hold an award", description = "Keeps it out of payment runs until it is released. By a person.")
    @APIResponse(responseCode = "200", description = "The award", content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Response hold(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid HoldRequest body) {
        return Responses.ok(awards.hold(id, Precondition.of(ifMatch), body.reasonCode()));
    }

    @POST
    @Path("/awards/{id}/release")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_APPROVER)
    @Operation(operationId = "releaseAward", summary = "Release a held award", description = "Payable again where its plan is completed. By a person.")
    @APIResponse(responseCode = "200", description = "The award", content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Response release(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(awards.release(id, Precondition.of(ifMatch)));
    }
}
