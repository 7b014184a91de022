package org.schoolhubs.applications.imports;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How fresh the register is, over HTTP. */
@Path("/v1/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register", description = "Schools and trusts, as GIAS and Ofsted gave them last.")
class FreshnessResource {
    private final FreshnessService freshness;

    FreshnessResource(FreshnessService freshness) {
        this.freshness = freshness;
    }

    @GET
    @Path("/freshness")
    @Authenticated
    @Operation(operationId = "getRegisterFreshness", summary = "Read how fresh the register is", description = "Of every source the newest file that went in, its day, its age, "
            + "and whether it is older than it should be. Open to every role.")
    @APIResponse(responseCode = "200", description = "The sources")
    public FreshnessView get() {
        return freshness.today();
    }
}
