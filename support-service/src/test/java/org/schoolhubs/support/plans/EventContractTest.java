package org.schoolhubs.support.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.support.Scenario.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.schoolhubs.support.Scenario;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

/** Every event of this service, as it is written, against its schema and beside its golden example. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class EventContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyEventThatAPlanCanHaveKeepsItsContract() throws IOException {
        Scenario.nationalCalendars();
        var school = Scenario.withPlan();
        school.post(team(), "/pause", "{\"reasonCode\": \"INSPECTION\"}").then().statusCode(200);
        school.post(team(), "/resumption", "{\"reasonCode\": \"READY_TO_CONTINUE\"}").then().statusCode(200);
        school.settleAllMandatory("2026-01-19");
        school.post(team(), "/completion", "{\"completedOn\": \"2026-07-01\"}").then().statusCode(200);
        school.withdraw("2026-06-01");
        school.awaitState("STOPPED");

        var facts = Facts.published("support.v1", school.applicationId);
        assertThat(facts.stream().map(Facts.Published::type).distinct()).containsExactlyInAnyOrder(
                "PlanOpened", "PlanPaused", "PlanResumed", "ActivityCompleted", "ActivityWaived", "PlanCompleted", "PlanStopped");
        for (var fact : facts) {
            var schema = contract(fact.type(), "schema");
            var example = contract(fact.type(), "example");
            var payload = JSON.readTree(fact.payload());
            assertThat(violations(schema, payload)).as(fact.type()).isEmpty();
            assertThat(violations(schema, example)).as("example of %s", fact.type()).isEmpty();
            assertThat(names(payload)).as(fact.type()).containsExactlyInAnyOrderElementsOf(names(example)).containsExactlyInAnyOrderElementsOf(names(schema.get("properties")));
        }
    }

    /** What the schemas of this service use of JSON Schema: required, type, const, enum, pattern, format. */
    private static List<String> violations(JsonNode schema, JsonNode payload) {
        var violations = new ArrayList<String>();
        schema.get("required").forEach(name -> {
            if (!payload.has(name.asText())) {
                violations.add(name.asText() + " is missing");
            }
        });
        schema.get("properties").properties().forEach(property -> {
            var value = payload.get(property.getKey());
            if (value != null && !fits(property.getValue(), value)) {
                violations.add(property.getKey() + " is " + value + ", not " + property.getValue());
            }
        });
        return violations;
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        if (schema.has("const")) {
            return schema.get("const").equals(value);
        }
        if (value.isNull()) {
            return schema.get("type").toString().contains("\"null\"");
        }
        var format = schema.path("format").asText();
        return value.isTextual()
                && (!schema.has("enum") || schema.get("enum").toString().contains(value.toString()))
                && (!schema.has("pattern") || Pattern.matches(schema.get("pattern").asText(), value.asText()))
                && (!format.equals("uuid") || value.asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                && (!format.equals("date") || value.asText().matches("\\d{4}-\\d{2}-\\d{2}"));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode contract(String event, String kind) throws IOException {
        return JSON.readTree(Files.readString(OpenApiSnapshot.projectRoot().resolve("contracts/events/support/%s.v1.%s.json".formatted(event, kind))));
    }
}
