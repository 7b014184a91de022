package org.schoolhubs.applications.notifications;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Templates over HTTP. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "E-mail to the people named in applications: what was sent at which event, and what it says.")
class TemplateResource {
    private final TemplateService templates;

    TemplateResource(TemplateService templates) {
        this.templates = templates;
    }

    @GET
    @Path("/notification-templates")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listNotificationTemplates", summary = "What e-mail says",
            description = "The templates with all their versions, and which one is in force.")
    @APIResponse(responseCode = "200", description = "A page of templates.")
    public Page<TemplateViews.Template> list(@Valid @BeanParam PageRequest page) {
        return templates.list(page);
    }

    @GET
    @Path("/notification-templates/{code}")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getNotificationTemplate", summary = "One template",
            description = "With all its versions. Its ETag is what another version needs as If-Match.")
    @APIResponse(responseCode = "200", description = "The template.", content = @Content(schema = @Schema(implementation = TemplateViews.Template.class)))
    public Response get(@PathParam("code") @Size(max = 60) @Parameter(description = "Code of the template.", example = "application-accepted") String code) {
        return Responses.ok(templates.get(code));
    }

    @POST
    @Path("/notification-templates/{code}/versions")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "addNotificationTemplateVersion", summary = "Change what an e-mail says",
            description = "Adds a version, in force from now on or from a later instant. Placeholders are those of its event; what can be opted out of must "
                    + "say where. E-mail that waits is sent by the version in force when it goes out.")
    @APIResponse(responseCode = "200", description = "Added.", content = @Content(schema = @Schema(implementation = TemplateViews.Template.class)))
    public Response add(@PathParam("code") @Size(max = 60) @Parameter(description = "Code of the template.", example = "application-accepted") String code,
            @HeaderParam("If-Match") String ifMatch, @NotNull(message = "Send the version.") @Valid TemplateViews.NewVersion body) {
        return Responses.ok(templates.add(code, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/notification-templates/{code}/versions/{number}/preview")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "previewNotificationTemplate", summary = "How it reads", description = "A version with sample values in its placeholders.")
    @APIResponse(responseCode = "200", description = "Subject and body.", content = @Content(schema = @Schema(implementation = TemplateViews.Preview.class)))
    public TemplateViews.Preview preview(@PathParam("code") @Size(max = 60) @Parameter(description = "Code of the template.",
            example = "application-accepted") String code,
            @PathParam("number") @Parameter(description = "Number of the version.", example = "1") int number) {
        return templates.preview(code, number);
    }

    @GET
    @Path("/notification-placeholders")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listNotificationPlaceholders", summary = "What templates may leave open",
            description = "For each event at which e-mail goes out: the placeholders, what they mean, a sample.")
    @APIResponse(responseCode = "200", description = "The whole list.")
    public List<TemplateViews.MomentPlaceholders> placeholders() {
        return Arrays.stream(Moment.values()).map(TemplateViews.MomentPlaceholders::of).toList();
    }
}
