package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One way to write a document, so that the same content has the same bytes: keys sorted, nothing between the tokens, UTF-8. For text and whole numbers, all that
 * our documents hold, that is RFC 8785.
 */
final class CanonicalJson {
    private static final ObjectMapper SORTED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private CanonicalJson() {
    }

    static String write(JsonNode document) {
        try {
            // Keys are sorted only in maps, so the tree goes through one.
            return SORTED.writeValueAsString(SORTED.treeToValue(document, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A document of ours cannot be written", impossible);
        }
    }

    /** SHA-256 of the canonical form, lower-case hexadecimal. */
    static String sha256(JsonNode document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(write(document).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
