package org.schoolhubs.local.tour;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the API answered.
 *
 * @param status   HTTP status
 * @param etag     ETag, or null
 * @param location Location, or null
 * @param body     the JSON, or a missing node where the answer is none
 * @param text     the body as it came
 */
public record Answer(int status, String etag, String location, JsonNode body, String text) {
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The problem's code, or an empty string. */
    public String code() {
        return body.path("code").asText("");
    }

    /** A field of the body as text. */
    public String text(String field) {
        return body.path(field).asText(null);
    }

    /**
     * This answer, if it is a success.
     *
     * @throws ApiException otherwise
     */
    public Answer orThrow(String what) {
        if (!ok()) {
            throw new ApiException("%s: %d %s %s".formatted(what, status, code(), text), this);
        }
        return this;
    }
}
