package org.schoolhubs.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Makes one OpenAPI document of several. Components of one name and equal content become one; where the contents differ, or lead to ones that differ, the later
 * document's get its name as a prefix and its references follow. Operation ids stay unique in the same way. A pure function over document trees.
 */
final class OpenApiMerge {
    private static final String COMPONENTS = "#/components/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final Map<String, JsonNode> tags = new LinkedHashMap<>();
    private final Set<String> operationIds = new HashSet<>();
    private final BiPredicate<String, String> reachable;

    private OpenApiMerge(BiPredicate<String, String> reachable) {
        this.reachable = reachable;
    }

    /**
     * Merges documents in order; earlier ones keep their names.
     *
     * @param documents by the name of the service, which is the prefix where names clash
     * @param info the merged document's {@code info}
     * @param server URL of the one server
     * @param reachable whether (service, path) can be reached by a client; other paths are left out
     */
    static ObjectNode merge(Map<String, JsonNode> documents, ObjectNode info, String server, BiPredicate<String, String> reachable) {
        OpenApiMerge merge = new OpenApiMerge(reachable);
        documents.forEach(merge::add);
        return merge.result(info, server);
    }

    private ObjectNode result(ObjectNode info, String server) {
        merged.put("openapi", "3.1.0");
        merged.set("info", info);
        merged.putArray("servers").addObject().put("url", server);
        ArrayNode listed = merged.putArray("tags");
        tags.values().forEach(listed::add);
        merged.set("paths", paths);
        merged.set("components", components);
        return merged;
    }

    private void add(String service, JsonNode document) {
        Map<String, String> renamed = renames(service, document.path("components"));
        JsonNode rewritten = rewrite(document, renamed);
        rewritten.path("components").properties().forEach(section -> section.getValue().properties().forEach(component -> {
            String reference = COMPONENTS + section.getKey() + "/" + component.getKey();
            String target = renamed.getOrDefault(reference, reference);
            components.withObjectProperty(section.getKey()).set(target.substring(target.lastIndexOf('/') + 1), component.getValue());
        }));
        rewritten.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        JsonNode security = rewritten.path("security");
        rewritten.path("paths").properties().forEach(path -> {
            if (reachable.test(service, path.getKey())) {
                addPath(service, path.getKey(), (ObjectNode) path.getValue(), security);
            }
        });
    }

    private void addPath(String service, String path, ObjectNode item, JsonNode security) {
        ObjectNode target = paths.withObjectProperty(path);
        item.properties().forEach(entry -> {
            if (target.has(entry.getKey())) {
                return;
            }
            if (METHODS.contains(entry.getKey())) {
                ObjectNode operation = (ObjectNode) entry.getValue();
                if (!operation.has("security") && security.isArray()) {
                    operation.set("security", security);
                }
                uniqueId(service, operation);
            }
            target.set(entry.getKey(), entry.getValue());
        });
    }

    private void uniqueId(String service, ObjectNode operation) {
        String id = operation.path("operationId").asText(null);
        if (id == null || operationIds.add(id)) {
            return;
        }
        String unique = free(service + capital(id), operationIds);
        operationIds.add(unique);
        operation.put("operationId", unique);
    }

    /** References of this document that must be renamed: different content, or content that leads to something renamed. */
    private Map<String, String> renames(String service, JsonNode own) {
        Map<String, JsonNode> clashing = new LinkedHashMap<>();
        Set<String> different = new LinkedHashSet<>();
        own.properties().forEach(section -> section.getValue().properties().forEach(component -> {
            JsonNode known = components.path(section.getKey()).path(component.getKey());
            if (!known.isMissingNode()) {
                String reference = COMPONENTS + section.getKey() + "/" + component.getKey();
                clashing.put(reference, component.getValue());
                if (!known.equals(component.getValue())) {
                    different.add(reference);
                }
            }
        }));
        boolean grown = true;
        while (grown) {
            List<String> led = clashing.entrySet().stream()
                    .filter(component -> !different.contains(component.getKey()) && leadsTo(component.getValue(), different))
                    .map(Map.Entry::getKey).toList();
            grown = different.addAll(led);
        }
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String reference : different) {
            String section = reference.substring(0, reference.lastIndexOf('/') + 1);
            Set<String> taken = new HashSet<>();
            String sectionName = section.substring(COMPONENTS.length(), section.length() - 1);
            components.path(sectionName).fieldNames().forEachRemaining(taken::add);
            own.path(sectionName).fieldNames().forEachRemaining(taken::add);
            renamed.put(reference, section + free(capital(service) + capital(reference.substring(section.length())), taken));
        }
        return renamed;
    }

    private static boolean leadsTo(JsonNode content, Set<String> references) {
        if (content.isTextual()) {
            return references.contains(content.textValue());
        }
        for (JsonNode child : content) {
            if (leadsTo(child, references)) {
                return true;
            }
        }
        return false;
    }

    /** Copies the tree with its references, and the names of security schemes, renamed. */
    private static JsonNode rewrite(JsonNode node, Map<String, String> renamed) {
        if (node.isTextual()) {
            return TextNode.valueOf(renamed.getOrDefault(node.textValue(), node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(child -> copy.add(rewrite(child, renamed)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(),
                    field.getKey().equals("security") ? requirements(field.getValue(), renamed) : rewrite(field.getValue(), renamed)));
            return copy;
        }
        return node;
    }

    private static JsonNode requirements(JsonNode security, Map<String, String> renamed) {
        if (!security.isArray()) {
            return rewrite(security, renamed);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        security.forEach(requirement -> {
            ObjectNode schemes = copy.addObject();
            requirement.properties().forEach(scheme -> {
                String reference = COMPONENTS + "securitySchemes/" + scheme.getKey();
                String target = renamed.getOrDefault(reference, reference);
                schemes.set(target.substring(target.lastIndexOf('/') + 1), scheme.getValue());
            });
        });
        return copy;
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; taken.contains(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
