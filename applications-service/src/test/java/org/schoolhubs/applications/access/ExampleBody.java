package org.schoolhubs.applications.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies made of the examples in an OpenAPI document, so that a request is refused for who asks and not for what it looks like. */
final class ExampleBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Rule sets hold rules that hold rules. */
    private static final int DEEPEST = 12;
    private final JsonNode document;

    ExampleBody(JsonNode document) {
        this.document = document;
    }

    String of(JsonNode schema) {
        return example(schema, 0).toString();
    }

    private JsonNode example(JsonNode schema, int depth) {
        if (schema.has("examples")) {
            return given(schema);
        }
        if (schema.has("$ref")) {
            return example(document.at(schema.get("$ref").asText().substring(1)), depth + 1);
        }
        if (schema.has("anyOf")) {
            return example(schema.get("anyOf").get(0), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(true);
            default -> text(schema);
        };
    }

    /** Examples of lists stand in the document as text. */
    private static JsonNode given(JsonNode schema) {
        JsonNode example = schema.get("examples").get(0);
        if (!type(schema).equals("array") || example.isArray()) {
            return example;
        }
        try {
            return JSON.readTree(example.asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException single) {
            return NODES.arrayNode().add(example);
        }
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(property -> object.set(property.getKey(), example(property.getValue(), depth + 1)));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        return depth < DEEPEST ? array.add(example(schema.get("items"), depth + 1)) : array;
    }

    private static JsonNode text(JsonNode schema) {
        return NODES.textNode(switch (schema.path("format").asText()) {
            case "uuid" -> "0199f0c8-0000-7000-8000-000000000001";
            case "date" -> "2026-11-21";
            case "date-time" -> "2099-01-01T00:00:00Z";
            default -> "x";
        });
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }
}
