package org.schoolhubs.applications.notifications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.schoolhubs.kit.web.Responses;

/** Notifications over HTTP. */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "E-mail to the people named in applications: what was sent at which event, and what it says.")
class NotificationResource {
    private final NotificationService notifications;

    NotificationResource(NotificationService notifications) {
        this.notifications = notifications;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.AUDITOR})
    @Operation(operationId = "listNotifications", summary = "What was sent to whom",
            description = "Every e-mail that an event gave cause to: sent, waiting, given up, or not sent and why. Names nobody.")
    @APIResponse(responseCode = "200", description = "A page of notifications.")
    public Page<NotificationView> list(
            @QueryParam("applicationId") @Parameter(description = "Of this application.") UUID applicationId,
            @QueryParam("state") @Parameter(description = "In this state.") NotificationState state,
            @QueryParam("template") @Size(max = 60) @Parameter(description = "By this template.", example = "application-accepted") String template,
            @Valid @BeanParam PageRequest page) {
        return notifications.list(applicationId, state, template, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.AUDITOR})
    @Operation(operationId = "getNotification", summary = "One notification", description = "Where it stands, and what you may do.")
    @APIResponse(responseCode = "200", description = "The notification.", content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(notifications.get(id));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.AUDITOR})
    @Operation(operationId = "getNotificationHistory", summary = "What happened to a notification",
            description = "Queued, postponed, sent, given up or suppressed: when and why.")
    @APIResponse(responseCode = "200", description = "The history, oldest first.")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return notifications.history(id);
    }

    @POST
    @Path("/{id}/resend")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "resendNotification", summary = "Send it again",
            description = "Queues the same e-mail once more, to the same person or to the one who is named in their place now. It is another notification; "
                    + "opt-outs hold. Settles the task that asked for it.")
    @APIResponse(responseCode = "201", description = "Queued.", content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response resend(@PathParam("id") UUID id, @NotNull(message = "Send the reason.") @Valid Resending body) {
        NotificationView again = notifications.resend(id, body.reasonCode());
        return Responses.created("/v1/notifications/" + again.id(), again);
    }

    /** Why it is sent again. */
    @Schema(name = "Resending", description = "Why it is sent again.")
    record Resending(@NotNull(message = "Give a reason.") ResendReason reasonCode) {
    }
}
