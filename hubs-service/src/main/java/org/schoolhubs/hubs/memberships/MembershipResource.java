package org.schoolhubs.hubs.memberships;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Memberships over HTTP. */
@Path("/v1/memberships")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Memberships", description = "Which school is a member of which hub, and how it came to be.")
class MembershipResource {
    private final MembershipService memberships;

    MembershipResource(MembershipService memberships) {
        this.memberships = memberships;
    }

    @POST
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "placeSchool", summary = "Place a waiting school",
            description = "With the nearest fitting open hub that has a place, or with the hub named and a reason. Holds the place at once and keeps why. "
                    + "409 no-place-left, location-unknown, hub-not-possible or not-waiting: then nothing changes and the school stays where it was.")
    @APIResponse(responseCode = "201", description = "Proposed", content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response place(@NotNull @Valid PlacementOrder body) {
        MembershipView membership = memberships.place(body);
        return Responses.created("/v1/memberships/" + membership.id(), membership);
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listMemberships", summary = "List memberships",
            description = "A school sees its own and those of the hubs it leads, a trust those of its schools; programme team, DfE and auditors see all.")
    @APIResponse(responseCode = "200", description = "A page of memberships")
    public Page<MembershipView> list(
            @QueryParam("applicationId")
            @Parameter(description = "The application.") UUID applicationId,
            @QueryParam("hubId")
            @Parameter(description = "The hub.") UUID hubId,
            @QueryParam("state") @Pattern(regexp = "PROPOSED|CONFIRMED|ACTIVE|REFUSED|WITHDRAWN|COMPLETED", message = "One of PROPOSED, CONFIRMED, ACTIVE, REFUSED, WITHDRAWN, COMPLETED.")
            @Parameter(description = "State of the membership.", example = "ACTIVE") String state,
            @QueryParam("urn") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.")
            @Parameter(description = "URN of the partner school.", example = "100049") String urn,
            @BeanParam @Valid PageRequest page) {
        return memberships.list(new MembershipFilter(applicationId, hubId, state, urn), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getMembership", summary = "One membership", description = "With why this hub was chosen, what you may do and what is next.")
    @APIResponse(responseCode = "200", description = "The membership", content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(memberships.get(id));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "confirmMembership", summary = "Confirm a proposed membership", description = "From PROPOSED; next, the hub's lead accepts or refuses.")
    @APIResponse(responseCode = "200", description = "Confirmed", content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response confirm(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(memberships.confirm(id, Precondition.of(ifMatch)));
    }

    @POST
    @Path("/{id}/lead-acceptance")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.SCHOOL)
    @Idempotent
    @Operation(operationId = "acceptMembership", summary = "Accept a school as the hub's lead",
            description = "From CONFIRMED; the membership is ACTIVE and support begins. Needs a person who acts for the lead school (403 not-the-lead otherwise).")
    @APIResponse(responseCode = "200", description = "Active", content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response acceptByLead(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(memberships.acceptByLead(id, Precondition.of(ifMatch)));
    }

    @POST
    @Path("/{id}/lead-refusal")
    @RolesAllowed(Roles.SCHOOL)
    @Idempotent
    @Operation(operationId = "refuseMembership", summary = "Refuse a school as the hub's lead",
            description = "From CONFIRMED; the place is freed and the school waits again, without being proposed to this hub. Needs a person who acts for the lead school.")
    @APIResponse(responseCode = "200", description = "Refused", content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response refuseByLead(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RefusalRequest body) {
        return Responses.ok(memberships.refuseByLead(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.SCHOOL, Roles.PROGRAMME_TEAM})
    @Idempotent
    @Operation(operationId = "withdrawMembership", summary = "Withdraw from a hub",
            description = "By the partner school or the programme team; frees the place. A plan that was completed before that day completes the membership all the same, "
                    + "also when that becomes known later. The programme team may withdraw a completed membership from a day before its completion.")
    @APIResponse(responseCode = "200", description = "Withdrawn", content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid WithdrawalRequest body) {
        return Responses.ok(memberships.withdraw(id, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getMembershipHistory", summary = "History of a membership", description = "Who did what, when and why, oldest first.")
    @APIResponse(responseCode = "200", description = "What happened")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return memberships.history(id);
    }
}
