package org.schoolhubs.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.response.Response;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.junit.jupiter.api.Test;
import org.schoolhubs.gateway.routing.Service;
import org.schoolhubs.gateway.testing.GatewayTest;
import org.schoolhubs.testkit.OpenApiSnapshot;

@GatewayTest
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    @Test
    void theGatewaysOwnDocumentIsTheSnapshot() throws IOException {
        String document = given().queryParam("format", "yaml").get("/q/openapi").then().statusCode(200).extract().asString();
        Path snapshot = OpenApiSnapshot.projectRoot().resolve("contracts/openapi/gateway.v1.yaml");
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(snapshot, document);
        }
        assertThat(document).as("Differs from %s. If the change is meant: ./mvnw test -Dcontracts.update=true", snapshot.getFileName()).isEqualTo(Files.readString(snapshot));
    }

    @Test
    void theMergedDocumentIsSoundAndTheSameInBothForms() throws IOException {
        JsonNode json = new ObjectMapper().readTree(given().get("/openapi.json").then().statusCode(200).contentType("application/json").extract().asString());
        JsonNode yaml = new YAMLMapper().readTree(given().get("/openapi.yaml").then().statusCode(200).contentType("application/yaml").extract().asString());
        assertThat(yaml).isEqualTo(json);
        assertThat(json.path("openapi").asText()).startsWith("3.1");
        assertThat(unresolved(json)).isEmpty();
        Set<String> ids = new HashSet<>();
        json.path("paths").properties().forEach(path -> path.getValue().properties().stream().filter(entry -> METHODS.contains(entry.getKey())).forEach(operation -> {
            assertThat(ids.add(operation.getValue().path("operationId").asText())).as("operationId of %s %s", operation.getKey(), path.getKey()).isTrue();
            assertThat(operation.getValue().path("responses")).as("responses of %s %s", operation.getKey(), path.getKey()).isNotEmpty();
        }));
        assertThat(ids).contains("getMe", "getJourney");
        assertThat(json.at("/components/schemas").properties()).extracting(Map.Entry::getKey).contains("Problem", "FieldError")
                .as("problems look the same everywhere").noneMatch(name -> name.matches("(Applications|Hubs|Support|Grants|Gateway)(Problem|FieldError)\\d*"));
    }

    @Test
    void whatAServicePublishesAndTheGatewayRoutesIsInTheMergedDocument() throws IOException {
        JsonNode merged = new ObjectMapper().readTree(given().get("/openapi.json").then().extract().asString()).path("paths");
        for (Service service : Service.values()) {
            Response published = given().get("/openapi/" + service.word() + ".yaml");
            if (published.statusCode() == 200) {
                JsonNode own = new YAMLMapper().readTree(published.asString()).path("paths");
                assertThat(own.properties()).extracting(Map.Entry::getKey).filteredOn(path -> Documents.isReachable(service.word(), path))
                        .isNotEmpty().allMatch(merged::has);
            }
        }
    }

    @Test
    void openApiLibrariesCanReadTheMergedDocument() {
        byte[] json = given().get("/openapi.json").then().extract().asByteArray();
        OpenAPI document = SmallRyeOpenAPI.builder().withCustomStaticFile(() -> new ByteArrayInputStream(json)).enableAnnotationScan(false).enableModelReader(false)
                .enableStandardStaticFiles(false).enableStandardFilter(false).build().model();
        assertThat(document.getPaths().getPathItems()).containsKeys("/v1/me", "/v1/journeys/{applicationId}");
    }

    @Test
    void theFormIsNegotiated() {
        given().accept("application/json").get("/openapi").then().statusCode(200).contentType("application/json");
        given().accept("application/yaml").get("/openapi").then().statusCode(200).contentType("application/yaml");
        given().accept("*/*").get("/openapi").then().statusCode(200).contentType("application/yaml");
    }

    @Test
    void eachDocumentIsServedAsItWasPublished() throws IOException {
        String snapshot = Files.readString(OpenApiSnapshot.projectRoot().resolve("gateway/target/classes/openapi/gateway.v1.yaml"));
        assertThat(given().get("/openapi/gateway.yaml").then().statusCode(200).extract().asString()).isEqualTo(snapshot);
        given().get("/openapi/nobody.yaml").then().spec(problem(404, "not-found"));
        given().get("/openapi/..%5cgateway.yaml").then().statusCode(400);
    }

    @Test
    void thePortalLeadsToAllOfIt() {
        given().get("/").then().statusCode(200).contentType("text/html").body(containsString("/openapi.yaml")).body(containsString("/docs"))
                .body(containsString("/openapi/gateway.yaml")).body(containsString("/.well-known/openid-configuration")).body(containsString("$TOKEN"));
        given().get("/portal/portal.css").then().statusCode(200);
        given().get("/docs").then().statusCode(200).body(containsString("/openapi.json"));
    }

    private static List<String> unresolved(JsonNode document) {
        List<String> missing = new ArrayList<>();
        document.findValuesAsText("$ref").stream().distinct().filter(ref -> !ref.startsWith("#/") || document.at(ref.substring(1)).isMissingNode()).forEach(missing::add);
        return missing;
    }
}
