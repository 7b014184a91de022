package org.schoolhubs.applications.register;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;

/** Inspections of a school over time, over HTTP. */
@Path("/v1/schools/{urn}/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register", description = "Schools and trusts, as GIAS and Ofsted gave them last.")
class InspectionHistoryResource {
    private final InspectionHistory history;

    InspectionHistoryResource(InspectionHistory history) {
        this.history = history;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listInspections", summary = "Read a school's inspections", description = "Of every generation, those of today and those that later files replaced, "
            + "newest first; what Ofsted corrected stands beside what it was corrected from. What an undone import said is left out. Open to every role.")
    @APIResponse(responseCode = "200", description = "The inspections, all of them")
    public InspectionHistoryView list(@PathParam("urn") @Parameter(description = "Unique Reference Number.", example = "900001",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{4,5}$")) String urn) {
        if (!Urn.isValid(urn)) {
            throw Problem.of(RegisterError.URN_INVALID, "A URN is 5 or 6 digits, for example 100049.").parameter("urn", "urn-invalid", "Correct the URN.");
        }
        return history.of(new Urn(urn));
    }
}
