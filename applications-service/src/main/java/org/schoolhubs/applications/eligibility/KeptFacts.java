package org.schoolhubs.applications.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.schoolhubs.applications.eligibility.rules.Subject;

/** The facts of an assessment as they are kept, so that it can be made again years later. Their form does not follow the settings of the API. */
public final class KeptFacts {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).serializationInclusion(JsonInclude.Include.NON_NULL).build();

    private KeptFacts() {
    }

    /** A JSON object. */
    public static String write(Subject facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts cannot be written", impossible);
        }
    }

    /** What {@link #write} wrote. */
    public static Subject read(String json) {
        try {
            return JSON.readValue(json, Subject.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Kept facts cannot be read", impossible);
        }
    }
}
