package org.schoolhubs.kit.task;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** What needs a person. */
@Path("/v1/tasks/{context}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What needs a person.")
class TaskResource {
    private final Tasks tasks;
    private final Caller caller;
    private final String context;

    TaskResource(Tasks tasks, Caller caller, @ConfigProperty(name = "schoolhubs.context") String context) {
        this.tasks = tasks;
        this.caller = caller;
        this.context = context;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listTasks", summary = "List what needs a person",
            description = "Tasks for one of your roles; dfe, auditor and operator see all. A task is settled by the act that resolves it.")
    @APIResponse(responseCode = "200", description = "A page of tasks")
    public Page<TaskView> list(@PathParam("context") String asked, @Valid @BeanParam PageRequest page,
            @QueryParam("state") @DefaultValue("OPEN") Task.State state, @QueryParam("kind") @Size(max = 60) String kind) {
        if (!context.equals(asked)) {
            throw Problem.notFound("context", asked);
        }
        return tasks.list(page, state, kind, caller.hasAny("dfe", "auditor", "operator"));
    }
}
