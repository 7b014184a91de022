package org.schoolhubs.gateway.openapi;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.schoolhubs.gateway.problems.ProblemBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** /openapi: the merged document as YAML or JSON, and each service's as it was published. */
@Path("/")
@Tag(name = "Documents")
@PermitAll
class OpenApiResource {
    static final String YAML = "application/yaml";
    static final String JSON = "application/json";

    private final Documents documents;

    OpenApiResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    @Path("openapi")
    @NonBlocking
    @Produces({YAML, JSON})
    @Operation(operationId = "getOpenApi", summary = "The OpenAPI document of everything", description = "YAML, or JSON where it is asked for.")
    @APIResponse(responseCode = "200", description = "The document")
    public Response negotiated(@Parameter(hidden = true) @HeaderParam("Accept") String accept) {
        boolean wantsJson = accept != null && accept.contains("json") && !accept.contains("yaml");
        return wantsJson ? json() : yaml();
    }

    @GET
    @Path("openapi.json")
    @NonBlocking
    @Produces(JSON)
    @Operation(operationId = "getOpenApiJson", summary = "The OpenAPI document of everything, JSON", description = "The same as /openapi.")
    @APIResponse(responseCode = "200", description = "The document")
    public Response json() {
        return Response.ok(documents.json()).type(JSON).build();
    }

    @GET
    @Path("openapi.yaml")
    @NonBlocking
    @Produces(YAML)
    @Operation(operationId = "getOpenApiYaml", summary = "The OpenAPI document of everything, YAML", description = "The same as /openapi.")
    @APIResponse(responseCode = "200", description = "The document")
    public Response yaml() {
        return Response.ok(documents.yaml()).type(YAML).build();
    }

    @GET
    @Path("openapi/{service}.yaml")
    @NonBlocking
    @Produces(YAML)
    @Operation(operationId = "getOpenApiOfService", summary = "The OpenAPI document of one service",
            description = "applications, hubs, support, grants or gateway, as published in contracts/openapi.")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "404", description = "No such service", content = @Content(mediaType = ProblemBody.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemBody.class)))
    public Response original(@Parameter(description = "Name of the service", example = "hubs") @PathParam("service") String service) {
        String document = documents.original(service);
        if (document == null) {
            throw new NotFoundException();
        }
        return Response.ok(document).type(YAML).build();
    }
}
