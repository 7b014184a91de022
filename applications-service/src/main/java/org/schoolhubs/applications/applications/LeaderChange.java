package org.schoolhubs.applications.applications;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a named leader was replaced by another, when and why; never who. */
@Entity
@Immutable
class LeaderChange {
    @Id
    private UUID id;
    private UUID applicationId;
    private int position;
    @Enumerated(EnumType.STRING)
    private LeaderChangeReason reasonCode;
    private LocalDate effectiveOn;
    private String changedBy;
    private Instant recordedAt;

    /** For JPA. */
    protected LeaderChange() {
    }

    LeaderChange(UUID applicationId, int position, LeaderChangeReason reason, LocalDate effectiveOn, String subject, Instant now) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.applicationId = applicationId;
        this.position = position;
        this.reasonCode = reason;
        this.effectiveOn = effectiveOn;
        this.changedBy = subject;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    int position() {
        return position;
    }

    LeaderChangeReason reasonCode() {
        return reasonCode;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    String changedBy() {
        return changedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
