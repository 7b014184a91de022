package org.schoolhubs.hubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.act;
import static org.schoolhubs.hubs.World.active;
import static org.schoolhubs.hubs.World.awaitState;
import static org.schoolhubs.hubs.World.confirmed;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.school;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.sendPassedOn;
import static org.schoolhubs.hubs.World.sendPlanCompleted;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.team;

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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

/** What is published keeps to contracts/: the OpenAPI document, and each event to its schema. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS = OpenApiSnapshot.projectRoot().resolve("contracts/events/hubs");

    @Test
    void theOpenApiDocumentIsTheSnapshot() {
        OpenApiSnapshot.check("hubs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HubPrepared", "HubAnnounced", "HubOpened", "HubClosed", "MembershipProposed", "MembershipConfirmed", "MembershipActivated", "MembershipRefused",
            "MembershipWithdrawn", "MembershipCompleted", "MembershipPassedToSuccessor"})
    void theGoldenExampleKeepsToItsSchema(String event) throws IOException {
        assertThat(violations(event, Files.readString(EVENTS.resolve(event + ".v1.example.json")))).isEmpty();
    }

    @Test
    void everyEventThatIsPublishedKeepsToItsSchema() throws IOException {
        String programme = newProgramme();
        String lead = knownSchool(530_000, 184_000);
        String hub = openHub(programme, lead, 5);
        Applicant refused = accepted(programme, 528_000, 184_000);
        act("/v1/memberships/" + confirmed(refused), "lead-refusal", school(lead), "{\"reasonCode\": \"TOO_FAR\"}");
        Applicant withdrawn = accepted(programme, 528_000, 184_000);
        String ended = active(withdrawn, lead);
        sendWithdrawn(withdrawn.applicationId(), LocalDate.of(2026, 3, 31));
        awaitState(ended, "WITHDRAWN");
        Applicant finisher = accepted(programme, 528_000, 184_000);
        String membership = active(finisher, lead);
        sendPassedOn(finisher, newUrn());
        sendPlanCompleted(finisher, membership, LocalDate.of(2026, 11, 20));
        awaitState(membership, "COMPLETED");
        act("/v1/hubs/" + hub, "closure", team(), "{\"reasonCode\": \"OTHER\"}");

        var types = new TreeSet<String>();
        for (String key : List.of(hub, refused.applicationId(), withdrawn.applicationId(), finisher.applicationId())) {
            for (var fact : Facts.published("hubs.v1", key)) {
                types.add(fact.type());
                assertThat(violations(fact.type(), fact.payload())).as(fact.type() + " " + fact.payload()).isEmpty();
            }
        }
        assertThat(types).containsExactly("HubAnnounced", "HubClosed", "HubOpened", "HubPrepared", "MembershipActivated", "MembershipCompleted", "MembershipConfirmed",
                "MembershipPassedToSuccessor", "MembershipProposed", "MembershipRefused", "MembershipWithdrawn");
    }

    /** The part of JSON Schema that the events' schemas use, and no field that they do not describe. */
    private static List<String> violations(String event, String payload) throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(EVENTS.resolve(event + ".v1.schema.json")));
        JsonNode value = JSON.readTree(payload);
        var violations = new ArrayList<String>();
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
        return violations;
    }

    private static void check(String name, JsonNode schema, JsonNode value, List<String> violations) {
        if (schema.has("const") && !schema.get("const").equals(value)) {
            violations.add(name + " is not " + schema.get("const"));
        }
        if (schema.has("type") && !types(schema.get("type")).contains(typeOf(value))) {
            violations.add(name + " is a " + typeOf(value));
        }
        if (schema.has("enum") && StreamSupport.stream(schema.get("enum").spliterator(), false).noneMatch(value::equals)) {
            violations.add(name + " is none of " + schema.get("enum"));
        }
        if (schema.has("pattern") && value.isTextual() && !value.asText().matches(schema.get("pattern").asText())) {
            violations.add(name + " does not match");
        }
        if (schema.has("format") && value.isTextual() && !hasFormat(schema.get("format").asText(), value.asText())) {
            violations.add(name + " is no " + schema.get("format").asText());
        }
        if (value.isArray()) {
            value.forEach(item -> check(name, schema.get("items"), item, violations));
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
