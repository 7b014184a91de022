package org.schoolhubs.kit.aggregate;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/**
 * A thing with an identity and a life of its own, changed as a whole. The id is a UUIDv7, so it sorts by the time of creation. Its table has the columns
 * {@code id uuid}, {@code version bigint}, {@code created_at timestamptz}, {@code changed_at timestamptz default
 * clock_timestamp()}; the last is kept by the trigger that {@code kit_track_changes} makes.
 */
@MappedSuperclass
public abstract class Aggregate {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    /** For JPA. */
    protected Aggregate() {
    }

    /** @param createdAt from the injected clock */
    protected Aggregate(Instant createdAt) {
        this.id = Ids.next();
        this.createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    public UUID id() {
        return id;
    }

    /** Counts changes from 0; the ETag is made of it. Settled once the change was flushed, which appending to the journal does. */
    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the database last changed the row; null before the first flush. */
    public Instant changedAt() {
        return changedAt;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other instanceof Aggregate that && id != null && id.equals(that.id());
    }

    @Override
    public final int hashCode() {
        return id == null ? 0 : id.hashCode();
    }
}
