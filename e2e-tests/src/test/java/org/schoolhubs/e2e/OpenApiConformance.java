package org.schoolhubs.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds every answer that the tests see to the OpenAPI documents in contracts/: the operation is documented, the status is, and the body fits its schema. */
final class OpenApiConformance {
    private static final int GATEWAY_TIMEOUT = 504;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final Set<String> breaches = new ConcurrentSkipListSet<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final ObjectMapper json = new ObjectMapper();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private record Operation(String document, String method, String template, Pattern path, JsonNode node, ObjectNode root) {
    }

    OpenApiConformance(Path projectRoot) {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (Stream<Path> files = Files.list(projectRoot.resolve("contracts/openapi"))) {
            for (Path file : files.filter(candidate -> candidate.toString().endsWith(".yaml")).sorted().toList()) {
                ObjectNode root = (ObjectNode) yaml.readTree(file.toFile());
                root.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> operations.add(new Operation(file.getFileName().toString(),
                        method.getKey().toUpperCase(), path.getKey(), Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")), method.getValue(), root))));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Remembers what does not fit; asking never fails, so that it does not disturb the test that was under way. */
    void check(String method, String pathAndQuery, int status, String contentType, String body) {
        String path = pathAndQuery.replaceFirst("\\?.*", "");
        if (!path.startsWith("/v1/") || status == GATEWAY_TIMEOUT) {
            // That a service did not answer in time is the gateway's word for any operation.
            return;
        }
        Operation operation = operations.stream().filter(candidate -> candidate.method().equals(method) && candidate.path().matcher(path).matches())
                .min((a, b) -> Integer.compare(a.template().split("\\{").length, b.template().split("\\{").length)).orElse(null);
        if (operation == null) {
            if (status != 404 && status != 405) {
                breaches.add("%s %s is in no OpenAPI document but answered %d".formatted(method, path, status));
            }
            return;
        }
        String name = "%s %s %d".formatted(method, operation.template(), status);
        seen.add(name);
        JsonNode response = operation.node().path("responses").path(String.valueOf(status));
        if (response.isMissingNode()) {
            breaches.add(name + " is not documented");
            return;
        }
        if (contentType.contains("json")) {
            checkBody(operation, name, status, contentType.replaceFirst(";.*", "").strip(), body);
        }
    }

    private void checkBody(Operation operation, String name, int status, String mediaType, String body) {
        JsonNode content = operation.node().path("responses").path(String.valueOf(status)).path("content").path(mediaType);
        if (content.path("schema").isMissingNode()) {
            breaches.add(name + " has no schema for " + mediaType);
            return;
        }
        try {
            Set<ValidationMessage> wrong = schemas.computeIfAbsent(operation.document() + name + mediaType, any -> schema(operation, status, mediaType))
                    .validate(json.readTree(body));
            wrong.stream().limit(3).forEach(message -> breaches.add(name + ": " + message.getMessage()));
        } catch (IOException notJson) {
            breaches.add(name + " is not JSON");
        }
    }

    /** The whole document is the schema's resource, so that its references into components resolve. */
    private JsonSchema schema(Operation operation, int status, String mediaType) {
        String pointer = "/paths/%s/%s/responses/%d/content/%s/schema".formatted(escape(operation.template()), operation.method().toLowerCase(), status, escape(mediaType));
        ObjectNode document = json.createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.setAll(operation.root());
        document.put("$ref", "#" + pointer);
        return factory.getSchema(SchemaLocation.of("https://schoolhubs.example/" + operation.document()), document, SchemaValidatorsConfig.builder().build());
    }

    private static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }

    Collection<String> breaches() {
        return breaches;
    }

    /** Operations with the status that was seen, for the record. */
    Collection<String> seen() {
        return seen;
    }
}
