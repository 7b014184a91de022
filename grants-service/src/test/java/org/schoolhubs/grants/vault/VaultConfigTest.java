package org.schoolhubs.grants.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultConfigTest {
    private static SmallRyeConfig config(String profile, Map<String, String> environment) throws IOException {
        return new SmallRyeConfigBuilder().withProfile(profile).addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(VaultConfigTest.class.getResource("/application.properties"), 250))
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withMapping(VaultConfig.class).build();
    }

    @Test
    void productionRefusesToStartWithoutAKey() {
        assertThatThrownBy(() -> config("prod", Map.of())).hasStackTraceContaining("BANK_DETAILS_KEY");
    }

    @Test
    void productionTakesItsKeyFromTheEnvironmentAlone() throws IOException {
        VaultConfig vault = config("prod", Map.of("BANK_DETAILS_KEY", "AAAA", "BANK_DETAILS_KEY_ID", "k7")).getConfigMapping(VaultConfig.class);
        assertThat(vault.key()).isEqualTo("AAAA");
        assertThat(vault.keyId()).isEqualTo("k7");
        assertThat(vault.retiredKeys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void developmentAndTestsHaveAKeyThatSealsNothingReal(String profile) throws IOException {
        VaultConfig vault = config(profile, Map.of()).getConfigMapping(VaultConfig.class);
        assertThat(new Vault(vault).seal(new byte[] {1}, "row").keyId()).isEqualTo("k1");
    }
}
