package org.schoolhubs.grants.vault;

/**
 * Something sealed.
 *
 * @param keyId which key opens it
 * @param bytes nonce (12 bytes), ciphertext, tag (16 bytes)
 */
public record Sealed(String keyId, byte[] bytes) {
}
