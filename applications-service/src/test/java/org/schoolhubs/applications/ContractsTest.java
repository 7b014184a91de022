package org.schoolhubs.applications;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.applications.Given.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

/** What third parties and the other services were promised. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theOpenApiDocumentIsTheOneThatWasPublished() {
        given().queryParam("format", "json").get("/openapi").then().statusCode(200).body("openapi", equalTo("3.1.0")).body("info.title", equalTo("School Hubs: applications"));
        OpenApiSnapshot.check("applications");
    }

    @Test
    void everyEventThatGoesOutFitsItsSchemaAndSoDoesItsGoldenExample() throws IOException {
        Draft accepted = Given.accepted();
        accepted.byHead().body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(accepted.path("/withdrawal")).then().statusCode(200);
        Draft declined = Given.submitted(Given.eligibleSchool());
        declined.by(team("decider")).body(Given.DECLINE).post(declined.path("/decision")).then().statusCode(200);
        List<Facts.Published> facts = new ArrayList<>(Facts.published("applications.v1", accepted.id()));
        facts.addAll(Facts.published("applications.v1", declined.id()));
        facts.addAll(Facts.published("programmes.v1", "behaviour-hubs"));
        facts.addAll(Facts.published("programmes.v1", "behaviour-and-attendance-hubs"));

        assertThat(facts).extracting(Facts.Published::type).contains("ApplicationSubmitted", "ApplicationAccepted", "ApplicationWithdrawn", "ApplicationDeclined", "ProgrammeUpdated");
        for (Facts.Published fact : facts) {
            JsonNode schema = contract(fact.type() + ".v1.schema.json");
            assertThat(violations(schema, JSON.readTree(fact.payload()), "")).as(fact.type()).isEmpty();
            assertThat(violations(schema, contract(fact.type() + ".v1.example.json"), "")).as("example of " + fact.type()).isEmpty();
        }
    }

    @Test
    void whatTrustsLeadsAndInvitedSchoolsArePublishedAsFitsTheSameSchemas() throws IOException {
        Given.GivenTrust trust = Given.trust(2);
        Draft ofTrust = Given.completeTrust(trust, Given.openCohort("behaviour-hubs", "multi-school"), trust.urns());
        ofTrust = ofTrust.seen(ofTrust.by(trust.officer()).body(Given.DECLARATION).post(ofTrust.path("/submission")));
        ofTrust.by(team("decider")).body(Given.ACCEPT).post(ofTrust.path("/decision")).then().statusCode(200);
        String urn = Given.eligibleSchool();
        Draft lead = Given.completeLead(Given.head(urn), "LEAD_SCHOOL", urn, null);
        lead.byHead().body(Given.DECLARATION).post(lead.path("/submission")).then().statusCode(200);
        String list = Given.selectionList(Given.openCohort("behaviour-and-attendance-hubs", "enhanced"), List.of(Given.eligibleSchool()));
        String invited = Given.as(team("inviter")).body("{\"confirmBy\":\"2099-01-01\"}").post("/v1/selection-lists/" + list + "/invitations").path("invited[0].applicationId");
        for (String application : List.of(ofTrust.id(), lead.id(), invited)) {
            for (Facts.Published fact : Facts.published("applications.v1", application)) {
                assertThat(violations(contract(fact.type() + ".v1.schema.json"), JSON.readTree(fact.payload()), "")).as(fact.type()).isEmpty();
            }
        }
        for (String event : List.of("SchoolInvited", "InvitationRefused", "InvitationLapsed", "ExpressionOfInterestBecameDraft", "ExpressionOfInterestOffered")) {
            assertThat(violations(contract(event + ".v1.schema.json"), contract(event + ".v1.example.json"), "")).as("example of " + event).isEmpty();
        }
    }

    @Test
    void theExampleOfAReplacementFitsItsSchema() throws IOException {
        assertThat(violations(contract("ProgrammeReplaced.v1.schema.json"), contract("ProgrammeReplaced.v1.example.json"), "")).isEmpty();
    }

    private static JsonNode contract(String file) throws IOException {
        return JSON.readTree(Files.readString(OpenApiSnapshot.projectRoot().resolve("contracts/events/applications/" + file)));
    }

    /** The part of JSON Schema that our event schemas use: type, enum, pattern, required, properties, items, minItems. Unlisted fields count, too: we emit none. */
    private static List<String> violations(JsonNode schema, JsonNode value, String at) {
        List<String> found = new ArrayList<>();
        if (schema.has("type") && !hasType(schema.get("type"), value)) {
            found.add(at + " is of another type than " + schema.get("type"));
            return found;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            found.add(at + " is none of " + schema.get("enum"));
        }
        if (schema.has("pattern") && !value.asText().matches(schema.get("pattern").asText())) {
            found.add(at + " does not match " + schema.get("pattern"));
        }
        schema.path("required").forEach(name -> {
            if (value.isObject() && !value.has(name.asText())) {
                found.add(at + "/" + name.asText() + " is missing");
            }
        });
        if (schema.has("properties")) {
            value.properties().forEach(field -> {
                JsonNode property = schema.get("properties").get(field.getKey());
                if (property == null) {
                    found.add(at + "/" + field.getKey() + " is not described");
                } else {
                    found.addAll(violations(property, field.getValue(), at + "/" + field.getKey()));
                }
            });
        }
        if (schema.has("items")) {
            value.forEach(item -> found.addAll(violations(schema.get("items"), item, at + "/*")));
            if (value.size() < schema.path("minItems").asInt()) {
                found.add(at + " has too few items");
            }
        }
        return found;
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (hasType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static boolean contains(JsonNode options, JsonNode value) {
        for (JsonNode option : options) {
            if (option.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
