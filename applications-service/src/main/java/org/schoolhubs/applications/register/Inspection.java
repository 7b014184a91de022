package org.schoolhubs.applications.register;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The latest inspection of one kind of one school. Only an import writes it. */
@Entity
@Immutable
@IdClass(Inspection.Key.class)
class Inspection {
    /** One inspection of each kind. */
    record Key(String urn, InspectionRecord.Kind kind) {
    }

    @Id
    private String urn;
    @Id
    @Enumerated(EnumType.STRING)
    private InspectionRecord.Kind kind;
    private String inspectionNumber;
    private LocalDate inspectedOn;
    private LocalDate publishedOn;
    private String overallEffectiveness;
    private String ungradedOutcome;
    /** JSON object of area to grade. */
    private String grades;
    private String categoryOfConcern;
    private boolean predecessor;
    private String urnAtTime;
    private UUID importId;
    private String sourceFile;
    private LocalDate sourceAsAt;

    /** For JPA. */
    protected Inspection() {
    }

    String urn() {
        return urn;
    }

    InspectionRecord.Kind kind() {
        return kind;
    }

    String inspectionNumber() {
        return inspectionNumber;
    }

    LocalDate inspectedOn() {
        return inspectedOn;
    }

    LocalDate publishedOn() {
        return publishedOn;
    }

    String overallEffectiveness() {
        return overallEffectiveness;
    }

    String ungradedOutcome() {
        return ungradedOutcome;
    }

    String grades() {
        return grades;
    }

    String categoryOfConcern() {
        return categoryOfConcern;
    }

    boolean isPredecessor() {
        return predecessor;
    }

    String urnAtTime() {
        return urnAtTime;
    }

    Source source() {
        return new Source(importId, sourceFile, sourceAsAt);
    }
}
