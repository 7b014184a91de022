package org.schoolhubs.gateway.journeys;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.gateway.journeys.rules.Composition;
import org.schoolhubs.gateway.journeys.rules.Journey;
import org.schoolhubs.gateway.journeys.rules.Part;
import org.schoolhubs.gateway.journeys.rules.Reading;
import org.schoolhubs.gateway.problems.GatewayError;
import org.schoolhubs.gateway.problems.Problem;
import org.schoolhubs.gateway.problems.ProblemBody;

/** GET /v1/journeys/{applicationId}. */
@Path("/v1/journeys")
@Tag(name = "Journeys")
@Authenticated
class JourneyResource {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final PartReader reader;

    JourneyResource(PartReader reader) {
        this.reader = reader;
    }

    @GET
    @Path("/{applicationId}")
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getJourney", summary = "One journey across all services",
            description = "What has happened with an application, its membership, plan and award, and what is next. Each service decides what you may see. "
                    + "When a service cannot be reached the rest is given and `missing` names what is not there.")
    @APIResponse(responseCode = "200", description = "The journey", content = @Content(schema = @Schema(implementation = Journey.class)))
    @APIResponse(responseCode = "401", description = "No valid token", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(responseCode = "403", description = "Your role does not allow reading applications", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(responseCode = "404", description = "No such application that you may see", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(responseCode = "429", description = "Quota used up", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(responseCode = "503", description = "The applications service cannot be reached", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    @SecurityRequirement(name = "bearer")
    public CompletionStage<Journey> journey(
            @Parameter(description = "Id of the application") @PathParam("applicationId") UUID applicationId, @Context RoutingContext exchange) {
        List<Future<Reading>> parts = Stream.of(Part.values()).map(part -> reader.read(part, applicationId, exchange)).toList();
        return Future.all(parts)
                .map(all -> all.<Reading>list())
                .map(readings -> compose(applicationId, readings))
                .toCompletionStage();
    }

    private static Journey compose(UUID applicationId, List<Reading> readings) {
        Reading application = readings.get(Part.APPLICATION.ordinal());
        if (application instanceof Reading.Absent) {
            throw Problem.of(GatewayError.NOT_FOUND, "There is no application %s that you may see.".formatted(applicationId));
        }
        if (application instanceof Reading.Failed failed) {
            throw failed.reason() == Reading.Reason.NOT_ALLOWED
                    ? Problem.of(GatewayError.FORBIDDEN, "Your token is valid but its roles do not allow reading applications.")
                    : Problem.of(GatewayError.SERVICE_UNAVAILABLE, "The applications service cannot be reached, and a journey begins there. Try again.").retryAfter(RETRY);
        }
        return Composition.compose(applicationId, readings);
    }
}
