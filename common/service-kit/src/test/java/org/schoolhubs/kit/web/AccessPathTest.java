package org.schoolhubs.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the access log says of a path. */
class AccessPathTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/schools/100049, /v1/schools/100049",
        "/v1/applications/0199f0c8-0000-7000-8000-000000000001/history, /v1/applications/0199f0c8-0000-7000-8000-000000000001/history",
        "/v1/notification-templates/expression-of-interest-drafted/versions, /v1/notification-templates/expression-of-interest-drafted/versions",
        "/v1/unsubscriptions/jRlRkawMCEMhjmAR89YOVkpvfE9A1C8iFFfTpzWgMSA, /v1/unsubscriptions/*",
        "/v1/unsubscriptions/jRlRkawMCEMhjmAR89YOVkpvfE9A1C8iFFfTpzWgMSA/, /v1/unsubscriptions/*/",
    })
    void idsAreWrittenAndSecretsAreNot(String path, String written) {
        assertThat(AccessPath.of(path)).isEqualTo(written);
    }

    @Test
    void aPathIsOneLineOfLimitedLength() {
        assertThat(AccessPath.of("/v1/x\r\ny")).isEqualTo("/v1/x??y");
        assertThat(AccessPath.of("/v1/" + "a.".repeat(500))).hasSize(200);
    }
}
