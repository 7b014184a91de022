package org.schoolhubs.grants.payments;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.schoolhubs.grants.vault.Sealed;
import org.schoolhubs.grants.vault.Vault;

/** The file given to the bank: made once, kept sealed, the same bytes for ever. */
@Entity
@Immutable
@Table(name = "payment_file")
class PaymentFile {
    /** ISO 20022 pain.001.001.09. */
    static final String PAIN_001 = "pain.001";

    /** Which file of which run. */
    @Embeddable
    record Id(UUID runId, String format) {
        String label() {
            return "payment-file " + runId + " " + format;
        }
    }

    @EmbeddedId
    private Id id;
    private Instant madeAt;
    private String sha256;
    private byte[] sealed;
    private String keyId;

    /** For JPA. */
    protected PaymentFile() {
    }

    PaymentFile(Id id, byte[] content, Vault vault, Instant now) {
        this.id = id;
        this.madeAt = now;
        this.sha256 = sha256(content);
        Sealed box = vault.seal(content, id.label());
        this.sealed = box.bytes();
        this.keyId = box.keyId();
    }

    /** @throws IllegalStateException if it is not what was made */
    byte[] open(Vault vault) {
        byte[] content = vault.open(new Sealed(keyId, sealed), id.label());
        if (!sha256(content).equals(sha256)) {
            throw new IllegalStateException("The kept file of run %s is not the one that was made".formatted(id.runId()));
        }
        return content;
    }

    String sha256() {
        return sha256;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
