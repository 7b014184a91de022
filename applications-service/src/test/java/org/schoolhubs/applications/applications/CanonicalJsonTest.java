package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keysAreSortedOnEveryLevelAndNothingStandsBetweenTokens() throws Exception {
        assertThat(CanonicalJson.write(JSON.readTree("{ \"b\": [ {\"z\": 1, \"a\": null} ], \"a\": \"é\\n\\\"\" }"))).isEqualTo("{\"a\":\"é\\n\\\"\",\"b\":[{\"a\":null,\"z\":1}]}");
    }

    @Test
    void theOrderOfWritingDoesNotChangeTheHash() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<String> fields = new ArrayList<>();
            for (int f = 0; f < 1 + random.nextInt(8); f++) {
                fields.add("\"k%d\":%s".formatted(f, random.nextBoolean() ? String.valueOf(random.nextInt()) : "{\"y\":" + random.nextInt() + ",\"x\":[true,\"ü\"]}"));
            }
            String one = CanonicalJson.sha256(JSON.readTree("{" + String.join(",", fields) + "}"));
            Collections.shuffle(fields, random);
            assertThat(CanonicalJson.sha256(JSON.readTree("{" + String.join(" , ", fields) + "}"))).as("seed " + seed).isEqualTo(one).matches("[0-9a-f]{64}");
        }
    }
}
