package org.schoolhubs.applications.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What an import changed of one school, or would have changed. Written in bulk by the import. */
@Entity
@Immutable
@IdClass(ImportChange.Key.class)
class ImportChange {
    /** One row a school. */
    record Key(UUID importId, String urn) {
    }

    /** Kinds of change, as the API and the database name them. */
    enum Kind {
        ADDED, OPENED, CLOSED, REOPENED, CONVERTED, MOVED_TRUST, RENAMED, INSPECTED, REGRADED, OTHER, MISSING
    }

    @Id
    private UUID importId;
    @Id
    private String urn;
    private Instant changedAt;
    private String name;
    private List<String> changes;
    /** JSON object of field to before and after. */
    private String fields;
    private List<UUID> liveApplications;

    /** For JPA. */
    protected ImportChange() {
    }

    String urn() {
        return urn;
    }

    Instant changedAt() {
        return changedAt;
    }

    String name() {
        return name;
    }

    List<Kind> changes() {
        return changes.stream().map(Kind::valueOf).toList();
    }

    String fields() {
        return fields;
    }

    List<UUID> liveApplications() {
        return List.copyOf(liveApplications);
    }
}
