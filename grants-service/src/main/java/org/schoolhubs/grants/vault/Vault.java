package org.schoolhubs.grants.vault;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens with AES-256-GCM and a fresh nonce each time. What is sealed is bound to a label (the id of its row), so that a sealed value that was copied
 * to another row does not open there. Made at start-up: a missing or malformed key stops the service before it takes a request.
 */
@Startup
@ApplicationScoped
public class Vault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String activeKey;
    private final Map<String, SecretKey> keys = new HashMap<>();

    Vault(VaultConfig config) {
        activeKey = config.keyId();
        config.retiredKeys().forEach((id, key) -> keys.put(id, keyOf(id, key)));
        keys.put(activeKey, keyOf(activeKey, config.key()));
    }

    /** @param label what it is bound to */
    public Sealed seal(byte[] plain, String label) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, activeKey, nonce, label, plain);
        byte[] bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
        return new Sealed(activeKey, bytes);
    }

    /** @throws IllegalStateException if it was changed, is bound to another label, or its key is not configured */
    public byte[] open(Sealed sealed, String label) {
        byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, label, Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length));
    }

    private byte[] run(int mode, String keyId, byte[] nonce, String label, byte[] input) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("The vault has no key " + keyId);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((keyId + "\n" + label).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("The vault could not " + (mode == Cipher.ENCRYPT_MODE ? "seal" : "open") + " it", refused);
        }
    }

    private static SecretKey keyOf(String id, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("Key %s of the vault is not base64".formatted(id));
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("Key %s of the vault has %d bytes instead of %d".formatted(id, key.length, KEY_BYTES));
        }
        return new SecretKeySpec(key, "AES");
    }
}
