package org.schoolhubs.grants.payments;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A payable award that a run could not take, and why. */
@Entity
@Table(name = "payment_left_out")
class LeftOut {
    /** Which award, of which run. */
    @Embeddable
    record Id(UUID runId, UUID awardId) {
    }

    @EmbeddedId
    private Id id;
    private String reason;

    /** For JPA. */
    protected LeftOut() {
    }

    LeftOut(UUID runId, UUID awardId, String reason) {
        this.id = new Id(runId, awardId);
        this.reason = reason;
    }

    UUID awardId() {
        return id.awardId();
    }

    String reason() {
        return reason;
    }
}
