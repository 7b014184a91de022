package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

/** The events of register and calendars have the fields of their schemas, and so have the examples. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class EventContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void schoolUpdatedIsAsPromised() throws IOException {
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("865001", "Trusts (code)", "2854", "Trusts (name)", "A Trust")));
        promised("SchoolUpdated", Facts.published("schools.v1", "865001").get(0).payload());
    }

    @Test
    void termCalendarUpdatedIsAsPromised() throws IOException {
        promised("TermCalendarUpdated", Facts.published("calendars.v1", "national:2028/29").get(0).payload());
    }

    @Test
    void termCalendarWithdrawnIsAsPromised() throws IOException {
        Files.undo(KindFiles.dfe(), Files.bringIn("term-calendars", KindFiles.file(KindFiles.CALENDARS, KindFiles.calendar("985", "2034/35", 2034))));
        promised("TermCalendarWithdrawn", Facts.published("calendars.v1", "985:2034/35").get(1).payload());
    }

    @Test
    void trustUpdatedIsAsPromised() throws IOException {
        Files.bringIn("gias-groups", KindFiles.file(KindFiles.GROUPS, KindFiles.trust("720001", "A Trust")));
        promised("TrustUpdated", Facts.published("trusts.v1", "720001").get(0).payload());
    }

    private static void promised(String event, String payload) throws IOException {
        var schema = read(event + ".v1.schema.json");
        var fields = names(schema.get("properties"));
        assertThat(names(JSON.readTree(payload))).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(names(read(event + ".v1.example.json"))).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(schema.get("required")).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(fields);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String file) throws IOException {
        Path contract = OpenApiSnapshot.projectRoot().resolve("contracts/events/applications/" + file);
        return JSON.readTree(java.nio.file.Files.readString(contract));
    }
}
