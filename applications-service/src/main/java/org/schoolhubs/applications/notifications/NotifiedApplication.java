package org.schoolhubs.applications.notifications;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.kit.aggregate.Aggregate;

/** An application as events have told of it; its version counts the changes of its people's preferences, too. */
@Entity
class NotifiedApplication extends Aggregate {
    private UUID applicationId;
    private String programme;
    private String cohort;
    private String urn;
    private String trustUid;
    private String applicantName;

    /** For JPA. */
    protected NotifiedApplication() {
    }

    NotifiedApplication(UUID applicationId, Instant now) {
        super(now);
        this.applicationId = applicationId;
    }

    /** Takes over what an event says; what it does not say stays. */
    void learn(News.Subject told) {
        programme = told.programme() == null ? programme : told.programme();
        cohort = told.cohort() == null ? cohort : told.cohort();
        urn = told.urn() == null ? urn : told.urn();
        trustUid = told.trustUid() == null ? trustUid : told.trustUid();
        applicantName = told.name() == null ? applicantName : told.name();
    }

    UUID applicationId() {
        return applicationId;
    }

    String programme() {
        return programme;
    }

    String cohort() {
        return cohort;
    }

    String urn() {
        return urn;
    }

    String trustUid() {
        return trustUid;
    }

    String applicantName() {
        return applicantName;
    }
}
