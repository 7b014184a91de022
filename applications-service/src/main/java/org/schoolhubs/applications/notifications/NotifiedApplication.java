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

    /**
     * Takes over what an event says; what it does not say stays. Whose application it is only the application's own events say: those of other services may
     * still name the school that it was passed on from.
     */
    void learn(News.Subject told) {
        programme = told.programme() == null ? programme : told.programme();
        cohort = told.cohort() == null ? cohort : told.cohort();
        urn = told.ofApplication() ? first(told.urn(), urn) : first(urn, trustUid == null ? told.urn() : null);
        trustUid = told.trustUid() == null ? trustUid : told.trustUid();
        applicantName = told.name() == null ? applicantName : told.name();
    }

    /** From then on it is the application of another school; a trust's stays the trust's when one of its schools is followed by another. */
    void passedOn(String from, String to, String name) {
        if (from.equals(urn)) {
            urn = to;
            applicantName = name;
        }
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
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
