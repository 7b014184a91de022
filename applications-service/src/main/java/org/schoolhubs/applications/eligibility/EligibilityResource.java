package org.schoolhubs.applications.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kit.openapi.SharedOpenApi;

/** Eligibility without an application. */
@Path("/v1/eligibility-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Eligibility", description = "Who may take part, with the reason of every rule and the fact it rests on.")
class EligibilityResource {
    private final EligibilityService eligibility;

    EligibilityResource(EligibilityService eligibility) {
        this.eligibility = eligibility;
    }

    @POST
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @PermitAll
    @Operation(operationId = "checkEligibility", summary = "Would this school be eligible?",
            description = "Judges the school by the facts of the registers as they are today and explains every rule. Needs no token, no Idempotency-Key and changes nothing.")
    @APIResponse(responseCode = "200", description = "The explained answer.")
    public EligibilityView check(@NotNull @Valid EligibilityCheckRequest body) {
        return eligibility.check(body);
    }
}
