package org.schoolhubs.applications.selection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.schoolhubs.kernel.Urn;

/** A school on a list. */
@Entity
@Immutable
@IdClass(SelectionEntry.Key.class)
class SelectionEntry {
    @Id
    private UUID listId;
    @Id
    private String urn;
    private String schoolName;
    private int rank;
    private String place;
    private String reason;
    private Instant changedAt;

    /** For JPA. */
    protected SelectionEntry() {
    }

    String place() {
        return place;
    }

    String urn() {
        return urn;
    }

    String schoolName() {
        return schoolName;
    }

    int rank() {
        return rank;
    }

    String reason() {
        return reason;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** What other features see of it. */
    SelectedSchool on(SelectionList list) {
        return new SelectedSchool(list.id(), list.listNumber(), list.datedOn(), list.cohort(), new Urn(urn), rank, reason, list.sourceFile());
    }

    /** List and school. */
    record Key(UUID listId, String urn) implements Serializable {
    }
}
