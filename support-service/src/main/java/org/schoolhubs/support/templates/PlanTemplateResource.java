package org.schoolhubs.support.templates;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plan templates, for everyone who is signed in. */
@Path("/v1/plan-templates")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Plan templates")
class PlanTemplateResource {
    private final PlanTemplateService templates;

    PlanTemplateResource(PlanTemplateService templates) {
        this.templates = templates;
    }

    /** All templates in force; one per pathway, so the list is never paged. */
    @Schema(description = "All plan templates in force.")
    record PlanTemplates(List<PlanTemplateView> items, @Schema(description = "Always null: the list is whole.", nullable = true) String next) {}

    @GET
    @Operation(operationId = "listPlanTemplates", summary = "List plan templates",
            description = "The template of each pathway that has one, in the version that is in force today. Not paged: there is one per pathway.")
    @APIResponse(responseCode = "200", description = "The templates, by code")
    public PlanTemplates list() {
        return new PlanTemplates(templates.all(), null);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getPlanTemplate", summary = "Read a plan template",
            description = "The version that is in force today, with all its activities. Plans keep the version they were opened from.")
    @APIResponse(responseCode = "200", description = "The template")
    public PlanTemplateView get(@PathParam("code") @Size(max = 64) @Parameter(description = "Code of the template", example = "core") String code) {
        return templates.get(code);
    }
}
