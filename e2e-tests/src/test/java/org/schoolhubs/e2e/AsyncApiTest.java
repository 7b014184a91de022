package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** contracts/asyncapi.yaml names exactly the topics that are declared and the events that have a schema, each with its example. */
class AsyncApiTest {
    private static final String SCHEMA = ".v1.schema.json";
    private static final Path CONTRACTS = ProblemTypesTest.root().resolve("contracts");
    private final JsonNode document = read();

    @Test
    void namesExactlyTheTopicsThatAreDeclared() throws IOException {
        List<String> declared = Files.readAllLines(CONTRACTS.resolveSibling("deploy/topics/topics.csv")).stream().skip(1).filter(line -> !line.isBlank())
                .map(line -> line.split(",")[0].trim()).filter(topic -> !topic.startsWith("connect-heartbeat.")).toList();

        assertThat(values(document.path("channels"), "address")).isNotEmpty().containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void refersToExactlyTheSchemasThatThereAre() throws IOException {
        List<String> referred = new ArrayList<>();
        document.path("components").path("messages").forEach(message -> referred.add(message.path("payload").path("$ref").asText().replaceFirst("^\\./", "")));

        assertThat(referred).isNotEmpty().containsExactlyInAnyOrderElementsOf(schemas());
    }

    @Test
    void namesEachMessageAsItsSchemaDoesAndGivesItsExample() throws IOException {
        for (Map.Entry<String, JsonNode> message : messages().entrySet()) {
            String schema = message.getValue().path("payload").path("$ref").asText();
            String example = message.getValue().path("x-example").asText();

            assertThat(schema).endsWith("/" + message.getKey() + SCHEMA);
            assertThat(message.getValue().path("name").asText()).isEqualTo(message.getKey());
            assertThat(new ObjectMapper().readTree(Files.readString(CONTRACTS.resolve(schema))).path("title").asText()).isEqualTo(message.getKey());
            assertThat(example).isEqualTo(schema.replace(".schema.json", ".example.json"));
            assertThat(CONTRACTS.resolve(example)).exists();
        }
    }

    @Test
    void carriesEachMessageOnExactlyOneTopic() {
        List<String> carried = new ArrayList<>();
        document.path("channels").forEach(channel -> channel.path("messages").forEach(message ->
                carried.add(message.path("$ref").asText().replace("#/components/messages/", ""))));

        assertThat(carried).containsExactlyInAnyOrderElementsOf(messages().keySet());
    }

    private Map<String, JsonNode> messages() {
        Map<String, JsonNode> messages = new TreeMap<>();
        document.path("components").path("messages").properties().forEach(message -> messages.put(message.getKey(), message.getValue()));
        return messages;
    }

    private static List<String> schemas() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS.resolve("events"))) {
            return files.filter(file -> file.toString().endsWith(SCHEMA)).map(file -> CONTRACTS.relativize(file).toString().replace('\\', '/')).toList();
        }
    }

    private static List<String> values(JsonNode parents, String field) {
        List<String> values = new ArrayList<>();
        parents.forEach(parent -> values.add(parent.path(field).asText()));
        return values;
    }

    private static JsonNode read() {
        try {
            return YAMLMapper.builder().build().readTree(Files.readString(CONTRACTS.resolve("asyncapi.yaml")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
