package org.schoolhubs.gateway.me;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.gateway.problems.ProblemBody;

/** GET /v1/me: for front ends that show what they may offer, and for integrators who wonder why they get 403. */
@Path("/v1/me")
@Tag(name = "Caller")
@Authenticated
class MeResource {
    private final JsonWebToken token;

    MeResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getMe", summary = "Who am I?", description = "What the gateway reads in your token: subject, person or client, roles, organisations, end.")
    @APIResponse(responseCode = "200", description = "Who you are", content = @Content(schema = @Schema(implementation = Me.class)))
    @APIResponse(responseCode = "401", description = "No valid token", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(responseCode = "429", description = "Quota used up", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    @SecurityRequirement(name = "bearer")
    public Me me() {
        return new Me(token.getSubject(),
                "person".equals(text(token.getClaim("token_use"))) ? Me.Kind.PERSON : Me.Kind.CLIENT,
                list(token.getClaim("roles")), list(token.getClaim("organisations")),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static List<String> list(Object claim) {
        Stream<?> values = claim instanceof JsonArray array ? array.stream() : claim instanceof Collection<?> collection ? collection.stream() : Stream.of();
        return values.map(MeResource::text).sorted().distinct().toList();
    }

    private static String text(Object claim) {
        return claim instanceof JsonString string ? string.getString() : claim == null || claim == JsonValue.NULL ? "" : claim.toString();
    }
}
