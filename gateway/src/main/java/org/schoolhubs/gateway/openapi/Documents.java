package org.schoolhubs.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.gateway.routing.RouteTable;
import org.schoolhubs.gateway.routing.Service;

/** The documents that were packaged with the gateway at its build (contracts/openapi), and the one made of them. */
@Singleton
class Documents {
    private static final String GATEWAY = "gateway";
    private static final String DESCRIPTION = """
            Applications, hubs, support plans and grants of England's school hubs, behind one gateway.

            JSON in camelCase, instants in UTC, dates in Europe/London, money as pence. Refusals are problems (RFC 9457) with a stable `code`. \
            Every POST takes an `Idempotency-Key`; changes of an existing resource need `If-Match`. Lists are read with `limit` and `after`.""";

    private final Map<String, String> originals;
    private final String yaml;
    private final String json;

    Documents(@ConfigProperty(name = "gateway.public-url") String publicUrl) {
        this.originals = Collections.unmodifiableMap(load());
        ObjectNode merged = merge(publicUrl);
        try {
            this.yaml = yamlMapper().writeValueAsString(merged);
            this.json = new ObjectMapper().writeValueAsString(merged);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Names of the documents that there are, the gateway's own last. */
    List<String> names() {
        return List.copyOf(originals.keySet());
    }

    /** A document as it was published, or null. */
    String original(String name) {
        return originals.get(name);
    }

    String yaml() {
        return yaml;
    }

    String json() {
        return json;
    }

    private static Map<String, String> load() {
        Map<String, String> documents = new LinkedHashMap<>();
        Stream.concat(Stream.of(Service.values()).map(Service::word), Stream.of(GATEWAY)).forEach(name -> {
            // Snapshots are named after the context or after the module.
            String text = resource(name) != null ? resource(name) : resource(name + "-service");
            if (text != null) {
                documents.put(name, text);
            }
        });
        return documents;
    }

    private static String resource(String name) {
        try (InputStream resource = Documents.class.getClassLoader().getResourceAsStream("openapi/" + name + ".v1.yaml")) {
            return resource == null ? null : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The document of " + name + " cannot be read", unreadable);
        }
    }

    private ObjectNode merge(String publicUrl) {
        YAMLMapper mapper = yamlMapper();
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        originals.forEach((name, text) -> {
            try {
                trees.put(name, mapper.readTree(text));
            } catch (JsonProcessingException broken) {
                throw new UncheckedIOException("The document of " + name + " is not YAML", broken);
            }
        });
        ObjectNode info = mapper.createObjectNode().put("title", "School Hubs API").put("version", "1.0.0").put("description", DESCRIPTION);
        info.putObject("license").put("name", "MIT").put("identifier", "MIT");
        return OpenApiMerge.merge(trees, info, publicUrl, Documents::isReachable);
    }

    /** Services serve more than the gateway routes, for example their parts of a journey. Tasks and dead letters are one operation, answered by the context's service. */
    static boolean isReachable(String service, String path) {
        if (service.equals(GATEWAY)) {
            return true;
        }
        return RouteTable.of(path.replace("{context}", service)).filter(route -> route.service().word().equals(service)).isPresent();
    }

    private static YAMLMapper yamlMapper() {
        return YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).disable(YAMLGenerator.Feature.SPLIT_LINES).build();
    }
}
