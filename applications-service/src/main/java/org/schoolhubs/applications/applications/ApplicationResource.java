package org.schoolhubs.applications.applications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.schoolhubs.applications.eligibility.EligibilityView;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Applications over HTTP. */
@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "From draft to decision. A school sees its own, a trust its own and those of its schools, "
        + "a local authority those of the schools that it maintains, the programme team, the Department and auditors all.")
class ApplicationResource {
    private final DraftService drafts;
    private final SubmissionService submissions;
    private final DecisionService decisions;
    private final ApplicationService applications;
    private final WithdrawalService withdrawals;
    private final InvitationService invitations;

    ApplicationResource(DraftService drafts, SubmissionService submissions, DecisionService decisions, ApplicationService applications,
            WithdrawalService withdrawals, InvitationService invitations) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.decisions = decisions;
        this.applications = applications;
        this.withdrawals = withdrawals;
        this.invitations = invitations;
    }

    @POST
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "beginApplication", summary = "Begin an application",
            description = "Begins a draft for your school, a school of your trust, or your trust (roles school, trust): to be a partner in a cohort of a pathway, or to lead "
                    + "a hub of a programme. One draft an applicant, pathway and cohort, or to lead, programme; possible before the window opens.")
    @APIResponse(responseCode = "201", description = "The draft was begun.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response begin(@NotNull @Valid ApplicationRequests.NewApplication body) {
        ApplicationView draft = drafts.begin(body);
        return Responses.created("/v1/applications/" + draft.id(), draft);
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listApplications", summary = "Applications", description = "The applications that you may see, oldest first, or by change with updatedSince.")
    @APIResponse(responseCode = "200", description = "A page of applications.")
    public Page<ApplicationSummary> list(@Valid @BeanParam ApplicationQuery query, @Valid @BeanParam PageRequest page) {
        return applications.list(query, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getApplication", summary = "One application", description = "The application with what you may do now and what happens next.")
    @APIResponse(responseCode = "200", description = "The application.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(applications.get(id));
    }

    @PUT
    @Path("/{id}/answers")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Operation(operationId = "saveAnswers", summary = "Save the answers", description = "Replaces the answers of a draft; they may be incomplete.")
    @APIResponse(responseCode = "200", description = "Saved.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response answer(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Answers body) {
        return Responses.ok(drafts.answer(id, Precondition.of(ifMatch), body));
    }

    @PUT
    @Path("/{id}/schools")
    @RolesAllowed(Roles.TRUST)
    @Operation(operationId = "nameSchools", summary = "Name the schools of the trust",
            description = "Replaces the schools that take part in a partner trust's plan (role trust). Each is a school of the trust today; one of them may have an extended plan.")
    @APIResponse(responseCode = "200", description = "Named.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response nameSchools(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.Schools body) {
        return Responses.ok(drafts.nameSchools(id, Precondition.of(ifMatch), body));
    }

    @PUT
    @Path("/{id}/evidence")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Operation(operationId = "giveLeadEvidence", summary = "Save the evidence of one who wants to lead",
            description = "Replaces practice statement, collaboration record, references, phases, places and, for a trust, the school of the hub (roles school, trust). "
                    + "A draft may be saved incomplete.")
    @APIResponse(responseCode = "200", description = "Saved.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response giveEvidence(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid LeadEvidence body) {
        return Responses.ok(drafts.giveEvidence(id, Precondition.of(ifMatch), body));
    }

    @PUT
    @Path("/{id}/leaders")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Operation(operationId = "nameLeaders", summary = "Name the senior leaders",
            description = "Replaces the named leaders. Personal data: kept apart, erased some time after the end of the cohort, never part of events or history.")
    @APIResponse(responseCode = "200", description = "Named.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response nameLeaders(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.Leaders body) {
        return Responses.ok(drafts.nameLeaders(id, Precondition.of(ifMatch), body.leaders()));
    }

    @GET
    @Path("/{id}/leaders")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.AUDITOR})
    @Operation(operationId = "getLeaders", summary = "The senior leaders", description = "Personal data: that you read it stands in the history of the application.")
    @APIResponse(responseCode = "200", description = "The leaders in the order in which they were named.")
    public ApplicationRequests.Leaders leaders(@PathParam("id") UUID id) {
        return new ApplicationRequests.Leaders(drafts.readLeaders(id));
    }

    @GET
    @Path("/{id}/readiness")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getReadiness", summary = "What is missing", description = "Lists what the application lacks before it can be submitted, with pointers.")
    @APIResponse(responseCode = "200", description = "Whether it is complete, and what it lacks.")
    public Readiness readiness(@PathParam("id") UUID id) {
        return applications.readiness(id);
    }

    @POST
    @Path("/{id}/submission")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "submitApplication", summary = "Submit",
            description = "Needs an open window, a complete application, a declaration, and no other live application of the school, or of its trust that names it, in an "
                    + "overlapping programme; nobody leads a hub of a programme and is a partner in it. "
                    + "Eligibility is decided with the facts of the day and stored. Where the pathway says so, an eligible school is accepted at once.")
    @APIResponse(responseCode = "200", description = "Submitted.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response submit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.Submission body) {
        return Responses.ok(submissions.submit(id, Precondition.of(ifMatch), body.declaration()));
    }

    @GET
    @Path("/{id}/eligibility")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getEligibility", summary = "What the rules said",
            description = "The outcome at submission with one explained result per rule. 404 before submission.")
    @APIResponse(responseCode = "200", description = "The explained outcome.")
    public EligibilityView eligibility(@PathParam("id") UUID id) {
        return applications.eligibility(id);
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "decideApplication", summary = "Decide, or propose a decision",
            description = "A person of the programme team accepts or declines, with at least one structured reason. Final at once, except where the rules said "
                    + "MANUAL_REVIEW, for those who want to lead a hub and where the pathway asks for it: then it is a proposal until another person approves it. An "
                    + "applicant that is NOT_ELIGIBLE cannot be accepted. Never altered once final; an amendment undoes it. Role: programme-team.")
    @APIResponse(responseCode = "200", description = "Decided or proposed.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.DecisionRequest body) {
        return Responses.ok(decisions.decide(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/decision/approval")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "approveDecision", summary = "Approve or reject a proposed decision",
            description = "By another person than the one who proposed it. Approved, it is final; sent back with a "
                    + "reason, the application may be decided anew. Also answers the proposed decision of a reconsideration. Role: programme-team.")
    @APIResponse(responseCode = "200", description = "Settled.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.Approval body) {
        return Responses.ok(decisions.approve(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM})
    @Idempotent
    @Operation(operationId = "withdrawApplication", summary = "Withdraw",
            description = "Ends the application; a place held for it is freed. GET shows the consequences first. Once the school takes part, withdraw its "
                    + "membership instead: the refusal names it. Roles: school, trust, programme-team.")
    @APIResponse(responseCode = "200", description = "Withdrawn.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.Withdrawal body) {
        return Responses.ok(withdrawals.withdraw(id, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getApplicationHistory", summary = "What happened", description = "Who did what, when and why, oldest first. Names of changed fields, never their values.")
    @APIResponse(responseCode = "200", description = "The history.")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return applications.history(id);
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "confirmInvitation", summary = "Confirm an invitation",
            description = "The invited school takes part: it names its senior leaders and accepts the declaration (roles school, trust). Eligibility is decided and stored, "
                    + "overlaps are refused, and the application goes on as a submitted one.")
    @APIResponse(responseCode = "200", description = "Confirmed.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response confirm(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.Confirmation body) {
        return Responses.ok(invitations.confirm(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "refuseInvitation", summary = "Refuse an invitation", description = "The invited school does not take part, with a structured reason (roles school, trust).")
    @APIResponse(responseCode = "200", description = "Refused.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response refuse(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ApplicationRequests.Refusal body) {
        return Responses.ok(invitations.refuse(id, Precondition.of(ifMatch), body.reasonCode()));
    }
}
