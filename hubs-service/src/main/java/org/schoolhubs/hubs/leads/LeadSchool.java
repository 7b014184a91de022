package org.schoolhubs.hubs.leads;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.schoolhubs.kernel.GridReference;

/** A school as the register last described it: full state, replaced by each event. */
@Entity(name = "LeadSchool")
class LeadSchool {
    @Id
    private String urn;
    private String name;
    @Enumerated(EnumType.STRING)
    private RegisterStatus status;
    @Enumerated(EnumType.STRING)
    private Phase phase;
    @Enumerated(EnumType.STRING)
    private Provision provision;
    private String region;
    private String trustUid;
    private Integer easting;
    private Integer northing;
    private String successorUrn;
    private Instant updatedAt;

    /** For JPA. */
    protected LeadSchool() {
    }

    LeadSchool(String urn) {
        this.urn = urn;
    }

    void become(SchoolUpdated school, Instant now) {
        name = school.name();
        status = school.status();
        phase = school.phase();
        provision = school.provision();
        region = school.region();
        trustUid = school.trustUid();
        boolean located = school.easting() != null && school.northing() != null;
        easting = located ? school.easting() : null;
        northing = located ? school.northing() : null;
        successorUrn = school.successorUrn();
        updatedAt = now;
    }

    /** What it means for the hubs that it leads. */
    LedHubs.Fate fate() {
        return new LedHubs.Fate(urn, status == RegisterStatus.CLOSED, successorUrn);
    }

    Lead facts() {
        return new Lead(urn, name, status.isOpen(), phase, provision, region, trustUid, easting == null ? null : new GridReference(easting, northing));
    }
}
