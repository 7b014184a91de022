package org.schoolhubs.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kit.openapi.SharedOpenApi;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Page;

/** For operators: the events that could not be applied. */
@Path("/v1/dead-letters/{context}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Operations", description = "For operators.")
class DeadLetterResource {
    private final DeadLetters deadLetters;
    private final DeadLetterStore store;
    private final Caller caller;
    private final String context;

    DeadLetterResource(DeadLetters deadLetters, DeadLetterStore store, Caller caller, @ConfigProperty(name = "schoolhubs.context") String context) {
        this.deadLetters = deadLetters;
        this.store = store;
        this.caller = caller;
        this.context = context;
    }

    @GET
    @RolesAllowed({"operator", "auditor"})
    @Operation(operationId = "listDeadLetters", summary = "List the events that could not be applied",
            description = "Open ones (WAITING, DEAD, PARKED) unless a state is asked for.")
    @APIResponse(responseCode = "200", description = "A page of dead letters")
    public Page<DeadLetterView> list(@PathParam("context") String asked,
            @QueryParam("state") @Pattern(regexp = "WAITING|DEAD|PARKED|APPLIED|DISCARDED", message = "One of WAITING, DEAD, PARKED, APPLIED, DISCARDED.") String state,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        requireContext(asked);
        List<DeadLetterView> found = QuarkusTransaction.requiringNew().call(() -> store.list(state, after, limit + 1));
        boolean more = found.size() > limit;
        List<DeadLetterView> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown, more ? shown.get(shown.size() - 1).id().toString() : null, null);
    }

    @POST
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @Path("/{id}/replay")
    @RolesAllowed("operator")
    @Operation(operationId = "replayDeadLetter", summary = "Apply a dead letter now",
            description = "Applies it and whatever is parked behind it, in order, until one fails again. Repeating it is harmless.")
    @APIResponse(responseCode = "200", description = "It was applied")
    public DeadLetterView replay(@PathParam("context") String asked, @PathParam("id") UUID id) {
        requireContext(asked);
        return deadLetters.replay(id, caller.subject());
    }

    @POST
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @Path("/{id}/discarding")
    @RolesAllowed("operator")
    @Operation(operationId = "discardDeadLetter", summary = "Give up on a dead letter",
            description = "It will never be applied; what is parked behind it goes on. The letter is kept.")
    @APIResponse(responseCode = "200", description = "It was discarded")
    public DeadLetterView discard(@PathParam("context") String asked, @PathParam("id") UUID id) {
        requireContext(asked);
        return deadLetters.discard(id, caller.subject());
    }

    private void requireContext(String asked) {
        if (!context.equals(asked)) {
            throw Problem.notFound("context", asked);
        }
    }
}
