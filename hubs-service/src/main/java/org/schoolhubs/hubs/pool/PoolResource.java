package org.schoolhubs.hubs.pool;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** The pool over HTTP. */
@Path("/v1/pool")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pool", description = "Accepted schools that wait for a hub.")
class PoolResource {
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,59}";

    private final PoolService pool;

    PoolResource(PoolService pool) {
        this.pool = pool;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listPool", summary = "The pool of accepted schools", description = "Waiting, placed and left, in the order in which they came in.")
    @APIResponse(responseCode = "200", description = "A page of the pool")
    public Page<PoolEntryView> list(
            @QueryParam("state") @Pattern(regexp = "WAITING|PLACED|LEFT", message = "One of WAITING, PLACED, LEFT.")
            @Parameter(description = "State of the entry.", example = "WAITING") String state,
            @QueryParam("programme") @Pattern(regexp = CODE, message = "A code of the programme catalogue.")
            @Parameter(description = "Code of the programme.", example = "behaviour-hubs") String programme,
            @QueryParam("pathway") @Pattern(regexp = CODE, message = "A code of the programme catalogue.")
            @Parameter(description = "Code of the pathway.", example = "core") String pathway,
            @QueryParam("cohort") @Pattern(regexp = CODE, message = "A code of the programme catalogue.")
            @Parameter(description = "Code of the cohort.", example = "2025-11") String cohort,
            @QueryParam("applicationId")
            @Parameter(description = "The accepted application.") UUID applicationId,
            @BeanParam @Valid PageRequest page) {
        return pool.list(new PoolFilter(state, programme, pathway, cohort, applicationId), page);
    }
}
