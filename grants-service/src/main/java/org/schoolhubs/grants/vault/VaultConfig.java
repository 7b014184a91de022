package org.schoolhubs.grants.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Map;

/** Keys of the vault. Without the active one the service does not start. */
@ConfigMapping(prefix = "grants.vault")
interface VaultConfig {
    /** Name of the key that seals; kept beside what it sealed. */
    @WithName("key-id")
    String keyId();

    /** That key: 32 bytes, base64. From the environment variable BANK_DETAILS_KEY. */
    String key();

    /** Keys that are still needed to open what they sealed, by name; base64. */
    @WithName("retired-keys")
    Map<String, String> retiredKeys();
}
