package org.schoolhubs.applications.programmes;

import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Responses;

/** The catalogue over HTTP; reading it needs no token. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes", description = "What schools and trusts can apply to: programmes, pathways, cohorts and their windows.")
class ProgrammeResource {
    private final ProgrammeCatalogue catalogue;

    ProgrammeResource(ProgrammeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProgrammes", summary = "All programmes", description = "The programmes with their pathways. Needs no token.")
    @APIResponse(responseCode = "200", description = "A page of programmes.")
    public Page<ProgrammeView> list(@Valid @BeanParam PageRequest page) {
        return catalogue.list(page);
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getProgramme", summary = "One programme", description = "The programme with its pathways: what each asks and gives. Needs no token.")
    @APIResponse(responseCode = "200", description = "The programme.", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response get(@PathParam("code") @Size(max = 60) String code) {
        return Responses.ok(catalogue.get(code));
    }

    @GET
    @Path("/{code}/cohorts")
    @PermitAll
    @Operation(operationId = "listCohorts", summary = "Cohorts of a programme", description = "Every cohort with its window and whether it is open now. Needs no token.")
    @APIResponse(responseCode = "200", description = "A page of cohorts.")
    public Page<CohortView> cohorts(@PathParam("code") @Size(max = 60) String code, @Valid @BeanParam PageRequest page) {
        return catalogue.cohorts(code, page);
    }

    @GET
    @Path("/{code}/cohorts/{cohort}")
    @PermitAll
    @Operation(operationId = "getCohort", summary = "One cohort", description = "The cohort with its window and the pathways it offers. Needs no token.")
    @APIResponse(responseCode = "200", description = "The cohort.", content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response cohort(@PathParam("code") @Size(max = 60) String code, @PathParam("cohort") @Size(max = 40) String cohort) {
        return Responses.ok(catalogue.cohort(code, cohort));
    }

    @POST
    @Path("/{code}/cohorts")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "openCohort", summary = "Open a cohort",
            description = "Adds a cohort with its application window. The window must close after it opens; it may be open after the start, for late joiners.")
    @APIResponse(responseCode = "201", description = "The cohort was made.", content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response open(@PathParam("code") @Size(max = 60) String code, @NotNull @Valid NewCohort body) {
        CohortView cohort = catalogue.open(code, body);
        return Responses.created("/v1/programmes/%s/cohorts/%s".formatted(code, cohort.code()), cohort);
    }
}
