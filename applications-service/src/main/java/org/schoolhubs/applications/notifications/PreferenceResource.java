package org.schoolhubs.applications.notifications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** What the people of an application are written about. */
@Path("/v1/notification-preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "E-mail to the people named in applications: what was sent at which event, and what it says.")
class PreferenceResource {
    private final PreferenceService preferences;

    PreferenceResource(PreferenceService preferences) {
        this.preferences = preferences;
    }

    @GET
    @Path("/{applicationId}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.AUDITOR})
    @Operation(operationId = "getNotificationPreferences", summary = "Who wants which e-mail",
            description = "Of the people named in an application that was submitted: by position, never by name.")
    @APIResponse(responseCode = "200", description = "The preferences.", content = @Content(schema = @Schema(implementation = Preferences.class)))
    public Response get(@PathParam("applicationId") UUID applicationId) {
        return Responses.ok(preferences.get(applicationId));
    }

    @PUT
    @Path("/{applicationId}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Operation(operationId = "putNotificationPreferences", summary = "Choose which e-mail people get",
            description = "Replaces what the school has chosen. PROGRESS and NEXT_COHORT can be opted out of; DECISION, PLACEMENT and GRANT cannot, since "
                    + "the school has to know them. What a person has opted out of by the link in an e-mail stays.")
    @APIResponse(responseCode = "200", description = "The preferences.", content = @Content(schema = @Schema(implementation = Preferences.class)))
    public Response put(@PathParam("applicationId") UUID applicationId, @HeaderParam("If-Match") String ifMatch,
            @NotNull(message = "Send the preferences.") @Valid Preferences.Wanted body) {
        return Responses.ok(preferences.put(applicationId, Precondition.of(ifMatch), body));
    }
}
