package org.schoolhubs.applications.applications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** What may follow the submission of an application, over HTTP. */
@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class AfterSubmissionResource {
    private final AmendmentService amendments;
    private final ReconsiderationService reconsiderations;
    private final WithdrawalService withdrawals;
    private final LeaderChangeService leaderChanges;
    private final WorkQueues queues;

    AfterSubmissionResource(AmendmentService amendments, ReconsiderationService reconsiderations, WithdrawalService withdrawals, LeaderChangeService leaderChanges,
            WorkQueues queues) {
        this.amendments = amendments;
        this.reconsiderations = reconsiderations;
        this.withdrawals = withdrawals;
        this.leaderChanges = leaderChanges;
        this.queues = queues;
    }

    @POST
    @Path("/{id}/decision/amendments")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "proposeAmendment", summary = "Propose to undo the final decision",
            description = "A person proposes, with reasons of its own, that a declined or accepted application is decided anew, or that an acceptance becomes a refusal. It "
                    + "takes effect once another person approves it. Only while the school has not been placed with a hub; then withdraw its membership instead. What "
                    + "had been decided stays in the record. Role: programme-team.")
    @APIResponse(responseCode = "200", description = "Proposed.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response amend(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid DecisionRequests.AmendmentRequest body) {
        return Responses.ok(amendments.propose(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/decision/amendments/{amendmentId}/approval")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "approveAmendment", summary = "Approve a proposed amendment or send it back",
            description = "By another person than the one who proposed it. Approved, it takes effect at once; sent back with a reason, the decision holds. Role: programme-team.")
    @APIResponse(responseCode = "200", description = "Settled.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response approveAmendment(@PathParam("id") UUID id, @PathParam("amendmentId") UUID amendmentId, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ApplicationRequests.Approval body) {
        return Responses.ok(amendments.settle(id, amendmentId, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/{id}/decision/amendments")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listAmendments", summary = "Amendments of the decision", description = "Every amendment ever proposed, oldest first. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The amendments.")
    public List<AmendmentView> amendments(@PathParam("id") UUID id) {
        return amendments.list(id);
    }

    @POST
    @Path("/{id}/reconsideration")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "askReconsideration", summary = "Ask for reconsideration",
            description = "Once an application, and only for some time after it was declined. The refusal holds until it is overturned. Roles: school, trust.")
    @APIResponse(responseCode = "200", description = "Asked for.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response askReconsideration(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid DecisionRequests.ReconsiderationRequest body) {
        return Responses.ok(reconsiderations.ask(id, Precondition.of(ifMatch), body.grounds()));
    }

    @GET
    @Path("/{id}/reconsideration")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getReconsideration", summary = "The reconsideration",
            description = "With its grounds, until they are erased, and its outcome. 404 where none was asked for. Roles: school, trust, programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The reconsideration.")
    public ReconsiderationView reconsideration(@PathParam("id") UUID id) {
        return reconsiderations.get(id);
    }

    @POST
    @Path("/{id}/reconsideration/decision")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "decideReconsideration", summary = "Decide the reconsideration, or propose a decision",
            description = "By a person who did not take part in any decision before. UPHELD: the refusal stays. OVERTURNED: the application is accepted, unless the school has "
                    + "another live application by now. Where a decision needs a second person, so does this one. Role: programme-team.")
    @APIResponse(responseCode = "200", description = "Decided or proposed.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response decideReconsideration(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid DecisionRequests.ReconsiderationDecision body) {
        return Responses.ok(reconsiderations.decide(id, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM})
    @Operation(operationId = "previewWithdrawal", summary = "What a withdrawal would bring about",
            description = "Changes nothing. Send its ETag as If-Match with the withdrawal: if anything has changed since, the withdrawal is refused as stale. "
                    + "Roles: school, trust, programme-team.")
    @APIResponse(responseCode = "200", description = "The consequences.", content = @Content(schema = @Schema(implementation = WithdrawalPreview.class)))
    public Response previewWithdrawal(@PathParam("id") UUID id) {
        return Responses.ok(withdrawals.preview(id));
    }

    @POST
    @Path("/{id}/leader-changes")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "changeLeader", summary = "Replace a named leader by another",
            description = "From submission to the end of the support. The former leader's data is erased after some time; that a leader changed, when and why is kept. "
                    + "Roles: school, trust.")
    @APIResponse(responseCode = "200", description = "Replaced.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response changeLeader(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid DecisionRequests.LeaderChangeRequest body) {
        return Responses.ok(leaderChanges.change(id, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/{id}/leader-changes")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listLeaderChanges", summary = "Changes of leaders",
            description = "That leaders changed, when and why; names nobody. Roles: school, trust, programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The changes, oldest first.")
    public List<LeaderChangeService.LeaderChangeView> leaderChanges(@PathParam("id") UUID id) {
        return leaderChanges.list(id);
    }

    @PUT
    @Path("/{id}/assignee")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "assignApplication", summary = "Say who looks after it", description = "A member of the programme team, or nobody. Role: programme-team.")
    @APIResponse(responseCode = "200", description = "Assigned.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response assign(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid DecisionRequests.Assignment body) {
        return Responses.ok(queues.assign(id, Precondition.of(ifMatch), body.assignee()));
    }
}
