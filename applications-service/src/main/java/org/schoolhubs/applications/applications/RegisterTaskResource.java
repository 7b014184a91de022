package org.schoolhubs.applications.applications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** What a person does about an application after the register changed, over HTTP. */
@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class RegisterTaskResource {
    private final RegisterTaskService service;

    RegisterTaskResource(RegisterTaskService service) {
        this.service = service;
    }

    /** Which school takes the place of which. */
    @Schema(name = "ApplicationSuccession", description = "The school that takes the place of a closed one.")
    record Succession(
            @Schema(description = "The closed school that the application is of, or names.", examples = "100049")
            @NotNull(message = "Give the URN.") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String fromUrn,
            @Schema(description = "The open school that takes its place.", examples = "100050")
            @NotNull(message = "Give the URN.") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String toUrn) {
    }

    /** Why an application goes on although the rules say otherwise now. */
    @Schema(name = "EligibilityReview", description = "Why the application goes on although the rules no longer find the applicant eligible.")
    record Review(@NotNull(message = "Give a reason.") EligibilityReviewReason reasonCode) {
    }

    @POST
    @Path("/{id}/succession")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "chooseSuccessorOfApplication", summary = "Choose the school that an application passes to",
            description = "Where its school, or one that its trust named, has closed and a person has to choose (tasks school-closed, succession-blocked): it is the chosen "
                    + "one's with its claims, as where the register names exactly one. 409 succession-impossible says what stands in the way. By a person of the programme team.")
    @APIResponse(responseCode = "200", description = "Passed on.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response passOn(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Succession body) {
        return Responses.ok(service.passOn(id, Precondition.of(ifMatch), body.fromUrn(), body.toUrn()));
    }

    @POST
    @Path("/{id}/eligibility-review")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "reviewEligibility", summary = "Let an application go on that the rules no longer find eligible",
            description = "Settles the task eligibility-lost or eligibility-doubtful: somebody has looked, and the application goes on as it is. The same finding of a later "
                    + "day is no new task; another one is. To end it, withdraw it instead. By a person of the programme team.")
    @APIResponse(responseCode = "200", description = "It goes on.", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response review(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Review body) {
        return Responses.ok(service.review(id, Precondition.of(ifMatch), body.reasonCode()));
    }
}
