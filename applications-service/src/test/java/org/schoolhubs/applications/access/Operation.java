package org.schoolhubs.applications.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An operation as the OpenAPI document has it.
 *
 * @param roles    the roles that may use it; empty where every role may
 * @param isPublic whether it needs no token
 * @param ifMatch  whether it takes If-Match
 * @param type     of the body, or null where there is none
 * @param schema   of the body
 */
record Operation(String id, String method, String path, List<String> roles, boolean isPublic, boolean ifMatch, String type, JsonNode schema) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** What stands under these belongs to a school or a trust. */
    private static final List<String> OWNED = List.of("/v1/applications/{id}", "/v1/expressions-of-interest/{id}", "/v1/notification-preferences/{applicationId}",
            "/v1/journeys/{applicationId}");

    static List<Operation> of(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream().filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> all.add(of(path.getKey(), method.getKey(), method.getValue()))));
        return all;
    }

    private static Operation of(String path, String method, JsonNode operation) {
        List<String> roles = new ArrayList<>();
        operation.path("x-roles").forEach(role -> roles.add(role.asText()));
        boolean ifMatch = false;
        for (JsonNode parameter : operation.path("parameters")) {
            ifMatch |= parameter.path("name").asText().equals("If-Match");
        }
        var content = operation.path("requestBody").path("content").properties().stream().findFirst();
        return new Operation(operation.get("operationId").asText(), method.toUpperCase(java.util.Locale.ROOT), path, roles, operation.path("security").isEmpty(), ifMatch,
                content.map(one -> one.getKey()).orElse(null), content.map(one -> one.getValue().get("schema")).orElse(null));
    }

    boolean isOwned() {
        return OWNED.stream().anyMatch(path::startsWith);
    }

    /** Whether the role opens it, whoever owns what is asked for. */
    boolean isOpenTo(String role) {
        return isPublic || roles.isEmpty() || roles.contains(role);
    }
}
