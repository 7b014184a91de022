package org.schoolhubs.grants.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
    private static final byte[] SECRET = "010203\n12345678\nA SCHOOL".getBytes(StandardCharsets.UTF_8);

    private static String key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Vault vault(String keyId, String key, Map<String, String> retired) {
        return new Vault(new VaultConfig() {
            @Override
            public String keyId() {
                return keyId;
            }

            @Override
            public String key() {
                return key;
            }

            @Override
            public Map<String, String> retiredKeys() {
                return retired;
            }
        });
    }

    @Test
    void whatIsSealedOpensAgainAndReadsLikeNoise() {
        Vault vault = vault("k1", key(1), Map.of());
        Sealed sealed = vault.seal(SECRET, "row 1");
        assertThat(vault.open(sealed, "row 1")).isEqualTo(SECRET);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("12345678");
        assertThat(vault.seal(SECRET, "row 1").bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    void itOpensForItsOwnRowOnlyAndNotWhenChanged() {
        Vault vault = vault("k1", key(1), Map.of());
        Sealed sealed = vault.seal(SECRET, "row 1");
        assertThatThrownBy(() -> vault.open(sealed, "row 2")).isInstanceOf(IllegalStateException.class);
        byte[] changed = sealed.bytes().clone();
        changed[20] ^= 1;
        assertThatThrownBy(() -> vault.open(new Sealed("k1", changed), "row 1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRetiredKeyStillOpensWhatItSealed() {
        Sealed old = vault("k1", key(1), Map.of()).seal(SECRET, "row 1");
        Vault rotated = vault("k2", key(2), Map.of("k1", key(1)));
        assertThat(rotated.open(old, "row 1")).isEqualTo(SECRET);
        assertThat(rotated.seal(SECRET, "row 1").keyId()).isEqualTo("k2");
        assertThatThrownBy(() -> vault("k2", key(2), Map.of()).open(old, "row 1")).hasMessageContaining("no key k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64!"})
    void aKeyOfAnotherFormStopsTheService(String key) {
        assertThatThrownBy(() -> vault("k1", key, Map.of())).isInstanceOf(IllegalStateException.class).hasMessageContaining("k1");
    }
}
