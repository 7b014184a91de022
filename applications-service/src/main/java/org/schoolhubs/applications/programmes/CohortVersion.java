package org.schoolhubs.applications.programmes;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.kit.aggregate.Ids;

/** What a cohort offers from a moment on. Never altered. */
@Entity
@Immutable
class CohortVersion {
    @Id
    private UUID id;
    @ManyToOne(fetch = FetchType.LAZY)
    private Cohort cohort;
    private int number;
    @JdbcTypeCode(SqlTypes.JSON)
    private String terms;
    private Instant madeAt;
    private String madeBy;
    private String approvedBy;
    private UUID changeId;
    private String reason;

    /** For JPA. */
    protected CohortVersion() {
    }

    /**
     * What a version is made with.
     *
     * @param terms      as JSON
     * @param approvedBy the second person, or null
     * @param changeId   the change that it comes from; null for the first version
     */
    record Making(String terms, String madeBy, String approvedBy, UUID changeId, String reason) {
    }

    CohortVersion(Cohort cohort, int number, Making making, Instant now) {
        this.id = Ids.next();
        this.cohort = cohort;
        this.number = number;
        this.terms = making.terms();
        this.madeAt = now.truncatedTo(ChronoUnit.MICROS);
        this.madeBy = making.madeBy();
        this.approvedBy = making.approvedBy();
        this.changeId = making.changeId();
        this.reason = making.reason();
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    String terms() {
        return terms;
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }

    /** The second person, or null where none was needed. */
    String approvedBy() {
        return approvedBy;
    }

    UUID changeId() {
        return changeId;
    }

    String reason() {
        return reason;
    }
}
