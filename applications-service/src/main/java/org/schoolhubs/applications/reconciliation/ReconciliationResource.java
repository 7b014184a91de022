package org.schoolhubs.applications.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Responses;

/** Reconciliation over HTTP. */
@Path("/v1/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation", description = "What changes of the register meant for live applications.")
class ReconciliationResource {
    private final ReconciliationService reconciliations;

    ReconciliationResource(ReconciliationService reconciliations) {
        this.reconciliations = reconciliations;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.DATA_COLLECTOR, Roles.OPERATOR})
    @Operation(operationId = "listReconciliations", summary = "Read what was done about changed schools", description = "The report of an import, school "
            + "by school: whose "
            + "applications passed to a successor, whose eligibility was judged again, what a person has to look at, what failed. With updatedSince: what "
            + "changed, oldest "
            + "change first.")
    @APIResponse(responseCode = "200", description = "A page of reconciliations")
    public Page<ReconciliationView> list(
            @QueryParam("importId") @Parameter(description = "Only of this import.", example = "0197f3a0-7c1e-7d2a-9b1f-3f1f0c9a1b2c") UUID importId,
            @QueryParam("urn") @Pattern(regexp = "^[1-9][0-9]{4,5}$", message = "A URN is 5 or 6 digits.")
            @Parameter(description = "Only of this school.", example = "900001") String urn,
            @QueryParam("outcome") @Parameter(description = "Only with this outcome.") ChangeOutcome outcome,
            @QueryParam("waiting") @Pattern(regexp = "^true$", message = "waiting=true, or leave it out.")
            @Parameter(description = "true: only what still waits.", example = "true") String waiting,
            @BeanParam @Valid PageRequest page) {
        return reconciliations.list(importId, urn, outcome, waiting != null, page);
    }

    @POST
    @Path("/{id}/repetition")
    @Idempotent
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "repeatReconciliation", summary = "Have a reconciliation worked again", description = "For one that was given up, once its "
            + "cause is gone; settles "
            + "the operator's task.")
    @APIResponse(responseCode = "200", description = "It waits to be worked", content = @Content(schema = @Schema(implementation = ReconciliationView.class)))
    public Response repeat(@PathParam("id") @Parameter(description = "The reconciliation.", example = "4711") long id) {
        return Responses.ok(reconciliations.repeat(id));
    }
}
