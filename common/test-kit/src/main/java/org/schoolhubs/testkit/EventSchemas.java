package org.schoolhubs.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schemas of the events that a service emits, in {@code contracts/events/<context>}, and what a payload breaks of them. */
public final class EventSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_COUNT = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final String SCHEMA = ".v1.schema.json";

    private final Path folder;

    private EventSchemas(Path folder) {
        this.folder = folder;
    }

    /** @param context {@code applications}, {@code hubs}, {@code support} or {@code grants} */
    public static EventSchemas of(String context) {
        return new EventSchemas(OpenApiSnapshot.projectRoot().resolve("contracts/events").resolve(context));
    }

    /** Every event that has a schema, in alphabetical order. */
    public List<String> events() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.substring(0, name.length() - SCHEMA.length())).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The golden example of an event, as it stands in its file. */
    public String example(String event) {
        return read(event + ".v1.example.json");
    }

    /** What a payload breaks of its schema, one sentence each, empty for nothing. Consumers ignore unknown fields; a producer must describe what it sends, so one that is not described counts. */
    public List<String> violations(String event, String payload) {
        try {
            JsonNode described = JSON.readTree(read(event + SCHEMA));
            close(described);
            JsonSchema schema = SCHEMAS.getSchema(described, FORMATS_COUNT);
            return schema.validate(JSON.readTree(payload)).stream().map(ValidationMessage::getMessage).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(EventSchemas::close);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
