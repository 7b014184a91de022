package org.schoolhubs.grants.awards;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.schoolhubs.grants.awards.rules.Recipients;

/** An application for whose pathway there was no tariff on the day of acceptance. Recorded, so that its journey can say so. */
@Entity
@Table(name = "application_without_award")
class ApplicationWithoutAward {
    @Id
    private UUID applicationId;
    private String urn;
    private String trustUid;
    private String laCode;
    private String programme;
    private String pathway;
    private LocalDate acceptedOn;
    private Instant recordedAt;

    /** For JPA. */
    protected ApplicationWithoutAward() {
    }

    ApplicationWithoutAward(MembershipFact membership, Instant now) {
        applicationId = membership.applicationId();
        urn = membership.urn();
        trustUid = membership.trustUid();
        laCode = membership.laCode();
        programme = membership.programme();
        pathway = membership.pathway();
        acceptedOn = membership.acceptedOn();
        recordedAt = now;
    }

    boolean isVisibleTo(Set<String> organisations) {
        return new Recipients(urn, trustUid, laCode).includeAny(organisations);
    }
}
