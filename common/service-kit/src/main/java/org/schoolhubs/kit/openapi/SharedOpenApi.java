package org.schoolhubs.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.schoolhubs.kit.problem.ProblemBody;

/**
 * Adds to every operation what all of them share: the problems that it can answer with, the Idempotency-Key of POSTs that need one, the If-Match of those that
 * change an aggregate, and the request id.
 */
public class SharedOpenApi implements OASFilter {
    /** Extension of POSTs that may be repeated as they are: they change nothing, or have a key of their own. */
    public static final String REPEATABLE = "x-repeatable";
    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "400", "The request is malformed or has values that are not valid",
            "429", "Too many requests; wait for Retry-After",
            "500", "Something went wrong on our side; nothing was changed",
            "503", "The service cannot answer at the moment; wait for Retry-After"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("FieldError", fieldErrorSchema()).addSchema("Problem", problemSchema());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        sayRoles(operation);
        ALWAYS.forEach((status, description) -> problem(operation, status, description));
        problem(operation, "401", "The access token is missing or not valid");
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            problem(operation, "403", "None of the token's roles allows this");
        }
        if (path.contains("{")) {
            problem(operation, "404", "It does not exist, or you may not see it");
        }
        if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH) {
            problem(operation, "409", "The state of the resource does not allow this");
            problem(operation, "413", "The body is too large");
            problem(operation, "415", "Another media type is expected");
            problem(operation, "422", "A rule refuses this");
        }
        if (method == PathItem.HttpMethod.POST && !operation.hasExtension(REPEATABLE)) {
            operation.addParameter(OASFactory.createParameter().name("Idempotency-Key").in(Parameter.In.HEADER).required(true)
                    .description("Fresh for each new request, the same when you repeat it; 8 to 128 printable characters. A repeat gets the first answer again.")
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).minLength(8).maxLength(128)).example("5f0c1c1e-6a53-4b1b-9d0e-3a1f6d3f8a10"));
        }
        List<Parameter> parameters = operation.getParameters();
        if (parameters != null && parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            problem(operation, "412", "The resource has changed since you read it");
            problem(operation, "428", "If-Match is missing");
            parameters.stream().filter(parameter -> "If-Match".equals(parameter.getName())).forEach(parameter -> parameter
                    .description("The ETag that you read").required(true).example("\"3\""));
        }
    }

    /** Roles are no scopes of the bearer scheme: they stand in an extension for machines and in the description for people. */
    private static void sayRoles(Operation operation) {
        if (operation.getSecurity() == null) {
            return;
        }
        Set<String> roles = new TreeSet<>();
        operation.getSecurity().forEach(requirement -> requirement.getSchemes().values().forEach(roles::addAll));
        if (roles.isEmpty()) {
            return;
        }
        operation.setSecurity(operation.getSecurity().stream().map(requirement -> {
            SecurityRequirement plain = OASFactory.createSecurityRequirement();
            requirement.getSchemes().keySet().forEach(plain::addScheme);
            return plain;
        }).toList());
        operation.addExtension("x-roles", List.copyOf(roles));
        operation.setDescription("%s\n\nRoles: %s.".formatted(operation.getDescription() == null ? "" : operation.getDescription(), String.join(", ", roles)).strip());
    }

    private static void problem(Operation operation, String status, String description) {
        APIResponse documented = operation.getResponses().getAPIResponse(status);
        if (documented != null && documented.getContent() != null) {
            return;
        }
        APIResponse response = OASFactory.createAPIResponse().description(description).content(OASFactory.createContent()
                .addMediaType(ProblemBody.MEDIA_TYPE, OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        operation.getResponses().addAPIResponse(status, response);
    }

    private static Schema problemSchema() {
        return object("What went wrong and what to do (RFC 9457).")
                .addProperty("type", text("Identifies the kind of problem", "urn:school-hubs:problem:stale"))
                .addProperty("title", text("The same for every occurrence of this kind", "The resource has changed since you read it"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description("HTTP status").addExample(412))
                .addProperty("detail", text("What is wrong this time and what to do", "The resource is at ETag \"4\" by now."))
                .addProperty("instance", text("Path of the request", "/v1/plans/0199f0c8-0000-7000-8000-000000000001"))
                .addProperty("code", text("Stable code of the catalogue", "stale"))
                .addProperty("correlationId", text("Quote this when you ask for help", "9f0c8a52-7c1e-4a51-9d43-2f7e9a0f4d11"))
                .addProperty("errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).description("The places in the request that this is about")
                        .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")))
                .required(List.of("type", "title", "status", "detail", "code", "correlationId"));
    }

    private static Schema fieldErrorSchema() {
        return object("A place in the request and what is wrong with it. One of pointer, parameter and header is set.")
                .addProperty("pointer", text("JSON pointer into the body", "/leaders/0/email"))
                .addProperty("parameter", text("Name of a query or path parameter", "limit"))
                .addProperty("header", text("Name of a request header", "If-Match"))
                .addProperty("code", text("Stable code", "email-invalid"))
                .addProperty("detail", text("What is wrong and what to do", "Give an e-mail address such as a.head@school.example."))
                .required(List.of("code", "detail"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description).addExample(example);
    }
}
