package org.schoolhubs.applications.applications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;

/** The programme team's work over HTTP. */
@Path("/v1/work-queues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class WorkQueueResource {
    private final WorkQueues queues;

    WorkQueueResource(WorkQueues queues) {
        this.queues = queues;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listWorkQueues", summary = "What waits for the programme team",
            description = "How much waits in each queue, since when, and where it is listed. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "Every queue, the empty ones too.")
    public List<WorkQueues.QueueView> list() {
        return queues.counts();
    }
}
