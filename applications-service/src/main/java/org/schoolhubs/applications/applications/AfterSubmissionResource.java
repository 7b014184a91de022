package org.schoolhubs.applications.applications;

import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    private static final List<Variant> FORMS = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE).build();
    private final AmendmentService amendments;
    private final ReconsiderationService reconsiderations;
    private final WithdrawalService withdrawals;
    private final LeaderChangeService leaderChanges;
    private final WorkQueues queues;
    private final DecisionBundleService bundles;
    private final RecomputationService recomputations;

    AfterSubmissionResource(AmendmentService amendments, ReconsiderationService reconsiderations, WithdrawalService withdrawals, LeaderChangeService leaderChanges,
            WorkQueues queues, DecisionBundleService bundles, RecomputationService recomputations) {
        this.amendments = amendments;
        this.reconsiderations = reconsiderations;
        this.withdrawals = withdrawals;
        this.leaderChanges = leaderChanges;
        this.queues = queues;
        this.bundles = bundles;
        this.recomputations = recomputations;
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

    @GET
    @Path("/{id}/decision-bundle")
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getDecisionBundle", summary = "One document that explains the application",
            description = "The application as submitted, what the rules found with every fact and file, every decision, amendment and reconsideration with reasons and "
                    + "persons (opaque), history and membership, with a SHA-256 of its canonical form: the same application gives the same hash. As JSON, or as a "
                    + "page to read and print (Accept: text/html). That you read it stands in the history. 404 before submission. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The bundle.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DecisionBundle.class)),
            @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))})
    public Response bundle(@PathParam("id") UUID id, @Context Request request) {
        Variant chosen = request.selectVariant(FORMS);
        DecisionBundle document = bundles.bundle(id);
        if (chosen != null && MediaType.TEXT_HTML_TYPE.isCompatible(chosen.getMediaType())) {
            return Response.ok(DecisionBundlePage.of(document).render(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'").build();
        }
        return Response.ok(document, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("/{id}/eligibility/recomputation")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "recomputeEligibility", summary = "What the rules say with today's facts",
            description = "Applies the rules of the submission, in the same version, to today's facts and shows the differences rule by rule. Decides and changes nothing. "
                    + "404 before submission. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The comparison.")
    public RecomputationView recompute(@PathParam("id") UUID id) {
        return recomputations.recompute(id);
    }
}
