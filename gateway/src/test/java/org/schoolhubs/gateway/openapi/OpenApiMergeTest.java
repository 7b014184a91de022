package org.schoolhubs.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {
    private static final String HUBS = """
            openapi: 3.1.0
            tags: [{name: Hubs}, {name: Tasks, description: first}]
            security: [{oidc: []}]
            paths:
              /v1/hubs:
                get: {operationId: list, responses: {"200": {content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}}
              /v1/journeys/{id}/membership:
                get: {operationId: journey, responses: {}}
            components:
              schemas:
                Problem: {type: object}
                Page: {properties: {items: {items: {$ref: '#/components/schemas/Item'}}}}
                Item: {type: string}
              securitySchemes:
                oidc: {type: openIdConnect}
            """;
    private static final String GRANTS = """
            openapi: 3.1.0
            tags: [{name: Tasks, description: second}, {name: Grants}]
            paths:
              /v1/awards:
                get:
                  operationId: list
                  security: [{oidc: []}]
                  responses:
                    "200": {content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
                    "400": {content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
            components:
              schemas:
                Problem: {type: object}
                Page: {properties: {items: {items: {$ref: '#/components/schemas/Item'}}}}
                Item: {type: integer}
                Award: {discriminator: {mapping: {a: '#/components/schemas/Item'}}}
              securitySchemes:
                oidc: {type: http}
            """;

    private static ObjectNode merged() throws JsonProcessingException {
        YAMLMapper yaml = new YAMLMapper();
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        documents.put("hubs", yaml.readTree(HUBS));
        documents.put("grants", yaml.readTree(GRANTS));
        return OpenApiMerge.merge(documents, JsonNodeFactory.instance.objectNode().put("title", "All"), "https://api.example", Documents::isReachable);
    }

    @Test
    void equalComponentsBecomeOne() throws JsonProcessingException {
        assertThat(merged().at("/components/schemas").has("GrantsProblem")).isFalse();
        assertThat(merged().at("/paths/~1v1~1awards/get/responses/400/content/application~1json/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void differentComponentsAndWhatLeadsToThemArePrefixed() throws JsonProcessingException {
        JsonNode schemas = merged().at("/components/schemas");
        assertThat(schemas.at("/Item/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/GrantsItem/type").asText()).isEqualTo("integer");
        assertThat(schemas.at("/Page/properties/items/items/$ref").asText()).isEqualTo("#/components/schemas/Item");
        assertThat(schemas.at("/GrantsPage/properties/items/items/$ref").asText()).isEqualTo("#/components/schemas/GrantsItem");
        assertThat(schemas.at("/Award/discriminator/mapping/a").asText()).isEqualTo("#/components/schemas/GrantsItem");
        assertThat(merged().at("/paths/~1v1~1awards/get/responses/200/content/application~1json/schema/$ref").asText()).isEqualTo("#/components/schemas/GrantsPage");
    }

    @Test
    void securitySchemesAreRenamedWhereTheyAreRequired() throws JsonProcessingException {
        assertThat(merged().at("/paths/~1v1~1hubs/get/security/0").has("oidc")).isTrue();
        assertThat(merged().at("/paths/~1v1~1awards/get/security/0").has("GrantsOidc")).isTrue();
        assertThat(merged().at("/components/securitySchemes/GrantsOidc/type").asText()).isEqualTo("http");
    }

    @Test
    void operationIdsStayUnique() throws JsonProcessingException {
        assertThat(merged().at("/paths/~1v1~1hubs/get/operationId").asText()).isEqualTo("list");
        assertThat(merged().at("/paths/~1v1~1awards/get/operationId").asText()).isEqualTo("grantsList");
    }

    @Test
    void pathsThatNoClientReachesAreLeftOutAndTagsComeOnce() throws JsonProcessingException {
        assertThat(merged().path("paths").has("/v1/journeys/{id}/membership")).isFalse();
        assertThat(merged().path("tags")).hasSize(3);
        assertThat(merged().at("/tags/1/description").asText()).isEqualTo("first");
        assertThat(merged().at("/servers/0/url").asText()).isEqualTo("https://api.example");
    }

    @Test
    void noDocumentsMakeAnEmptyOne() {
        ObjectNode empty = OpenApiMerge.merge(Map.of(), JsonNodeFactory.instance.objectNode(), "/", (service, path) -> true);
        assertThat(empty.path("paths")).isEmpty();
        assertThat(empty.path("openapi").asText()).isEqualTo("3.1.0");
    }
}
