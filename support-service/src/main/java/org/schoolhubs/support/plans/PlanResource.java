package org.schoolhubs.support.plans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Support plans. */
@Path("/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Support plans")
class PlanResource {
    private final PlanService plans;

    PlanResource(PlanService plans) {
        this.plans = plans;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listPlans", summary = "List support plans",
            description = "A school sees its own plan and those of the hub it leads, a trust those of its schools, the programme team, the Department and auditors all. "
                    + "`overdue` depends on the day, so a plan can begin to match it without having changed.")
    @APIResponse(responseCode = "200", description = "A page of plans")
    public Page<PlanSummary> list(@Valid @BeanParam PlanFilter filter, @Valid @BeanParam PageRequest page) {
        return plans.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getPlan", summary = "Read a support plan",
            description = "The plan with its activities in the order of their due dates, what you may do with it, and what is next. "
                    + "Due dates follow the term calendar of the school's local authority, or the national one.")
    @APIResponse(responseCode = "200", description = "The plan", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(plans.get(id));
    }

    @GET
    @Path("/{id}/history")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getPlanHistory", summary = "Read what happened to a plan", description = "Who did what, when and why, oldest first.")
    @APIResponse(responseCode = "200", description = "What happened")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return plans.history(id);
    }

    @POST
    @Path("/{id}/activities/{activityId}/completion")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM})
    @Idempotent
    @Operation(operationId = "completeActivity", summary = "Record that an activity was done",
            description = "By the partner school, its trust, the hub's lead school or the programme team. Needs evidence where the activity says so, and days for a record of time.")
    @APIResponse(responseCode = "200", description = "The plan with the activity completed", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response completeActivity(@PathParam("id") UUID id, @PathParam("activityId") UUID activityId, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ActivityCompletion body) {
        return Responses.ok(plans.completeActivity(id, activityId, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/activities/{activityId}/waiver")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "waiveActivity", summary = "Waive an activity",
            description = "By a person of the programme team, with a reason. A waived activity no longer stands in the way of the plan's completion.")
    @APIResponse(responseCode = "200", description = "The plan with the activity waived", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response waiveActivity(@PathParam("id") UUID id, @PathParam("activityId") UUID activityId, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ActivityWaiver body) {
        return Responses.ok(plans.waiveActivity(id, activityId, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed({Roles.SCHOOL, Roles.PROGRAMME_TEAM})
    @Idempotent
    @Operation(operationId = "completePlan", summary = "Complete a plan",
            description = "By the hub's lead school or the programme team, once every mandatory activity is completed or waived; otherwise 409 "
                    + "`activities-open` names those that are open. A plan stopped by a withdrawal can be completed only as of a day before it.")
    @APIResponse(responseCode = "200", description = "The completed plan", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response complete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PlanCompletion body) {
        return Responses.ok(plans.complete(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "pausePlan", summary = "Pause a plan", description = "A paused plan can only be read, and nothing in it is overdue. Due dates stay.")
    @APIResponse(responseCode = "200", description = "The paused plan", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response pause(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PlanPause body) {
        return Responses.ok(plans.pause(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/resumption")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "resumePlan", summary = "Resume a plan", description = "A paused plan goes on where it was. Due dates stay as they were.")
    @APIResponse(responseCode = "200", description = "The active plan", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response resume(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PlanResumption body) {
        return Responses.ok(plans.resume(id, Precondition.of(ifMatch), body));
    }
}
