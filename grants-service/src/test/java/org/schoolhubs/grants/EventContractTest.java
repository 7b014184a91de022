package org.schoolhubs.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.grants.Scene.TODAY;
import static org.schoolhubs.grants.Scene.approver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

/** What is published keeps to contracts/events/grants. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class EventContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS = OpenApiSnapshot.projectRoot().resolve("contracts/events/grants");

    static Stream<String> events() {
        return Stream.of("AwardAccepted", "AwardCancelled", "AwardHeld", "AwardInRun", "AwardOffered", "AwardPaid", "AwardPayable", "AwardReserved", "AwardWaitingForBudget");
    }

    @ParameterizedTest
    @MethodSource("events")
    void theGoldenExampleKeepsToItsSchema(String event) throws IOException {
        assertThat(violations(event, Files.readString(EVENTS.resolve(event + ".v1.example.json")))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFieldThatIsMissingOrOfAnotherFormIsFound(String event) throws IOException {
        String example = Files.readString(EVENTS.resolve(event + ".v1.example.json"));
        assertThat(violations(event, example.replace("\"pence\": 480000", "\"pence\": \"a lot\""))).containsExactly("pence is a string");
        assertThat(violations(event, example.replace("\"urn\"", "\"school\""))).containsExactlyInAnyOrder("urn is missing", "school is not described");
        assertThat(violations(event, example.replace("\"awardId\": \"", "\"awardId\": \"x"))).containsExactly("awardId is no uuid");
    }

    @Test
    void everyEventThatIsPublishedKeepsToItsSchema() throws IOException {
        Scene scene = Scene.with(480_000L, 2 * 480_000L);
        Scene.School paid = scene.school().payable();
        Scene.School returned = scene.school().payable();
        Scene.School cancelled = scene.school().activated().becomes("WAITING_FOR_BUDGET").withdrawn(TODAY).becomes("CANCELLED");
        String run = scene.releasedRun();
        Scene.sendResults("penny", run, "endToEndId,status,reason\n%s,PAID,\n%s,RETURNED,AC04\n".formatted(paid.endToEndId(), returned.endToEndId())).then().statusCode(200);
        approver("april").header("If-Match", returned.etag()).post("/v1/awards/" + returned.awardId() + "/release").then().statusCode(200);

        var types = new TreeSet<String>();
        for (Scene.School school : List.of(paid, returned, cancelled)) {
            for (Facts.Published fact : Facts.published("grants.v1", school.application)) {
                types.add(fact.type());
                assertThat(violations(fact.type(), fact.payload())).as(fact.type() + " " + fact.payload()).isEmpty();
            }
        }
        assertThat(types).containsExactlyElementsOf(events().toList());
    }

    /** The part of JSON Schema that these schemas use, and no field that they do not describe. */
    private static List<String> violations(String event, String payload) throws IOException {
        var violations = new ArrayList<String>();
        checkObject(JSON.readTree(Files.readString(EVENTS.resolve(event + ".v1.schema.json"))), JSON.readTree(payload), violations);
        return violations;
    }

    private static void checkObject(JsonNode schema, JsonNode value, List<String> violations) {
        schema.get("required").forEach(field -> {
            if (!value.has(field.asText())) {
                violations.add(field.asText() + " is missing");
            }
        });
        value.properties().forEach(field -> {
            JsonNode described = schema.get("properties").get(field.getKey());
            if (described == null) {
                violations.add(field.getKey() + " is not described");
            } else {
                check(field.getKey(), described, field.getValue(), violations);
            }
        });
    }

    private static void check(String name, JsonNode schema, JsonNode value, List<String> violations) {
        if (schema.has("const") && !schema.get("const").equals(value)) {
            violations.add(name + " is not " + schema.get("const"));
        }
        if (schema.has("type") && !types(schema.get("type")).contains(typeOf(value))) {
            violations.add(name + " is a " + typeOf(value));
        } else if (schema.has("minimum") && value.asLong() < schema.get("minimum").asLong()) {
            violations.add(name + " is too small");
        } else if (value.isObject()) {
            checkObject(schema, value, violations);
        } else if (value.isTextual()) {
            checkText(name, schema, value.asText(), violations);
        }
    }

    private static void checkText(String name, JsonNode schema, String text, List<String> violations) {
        if (schema.has("pattern") && !text.matches(schema.get("pattern").asText())) {
            violations.add(name + " does not match");
        }
        if (schema.has("maxLength") && text.length() > schema.get("maxLength").asInt()) {
            violations.add(name + " is too long");
        }
        if (schema.has("format") && !hasFormat(schema.get("format").asText(), text)) {
            violations.add(name + " is no " + schema.get("format").asText());
        }
    }

    private static List<String> types(JsonNode type) {
        return type.isTextual() ? List.of(type.asText()) : StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            case NULL -> "null";
            default -> "object";
        };
    }

    private static boolean hasFormat(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equals(text);
                case "date" -> LocalDate.parse(text).toString().equals(text);
                default -> false;
            };
        } catch (RuntimeException wrong) {
            return false;
        }
    }
}
