package org.schoolhubs.applications.register;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.schoolhubs.kernel.Urn;

/** A row of the register. Only an import writes it, in bulk, so to the rest of the service it is read-only. */
@Entity
@Immutable
class School {
    @Id
    private String urn;
    private long version;
    private Instant changedAt;
    private String ukprn;
    private String name;
    private String searchName;
    @Enumerated(EnumType.STRING)
    private SchoolStatus status;
    private String typeCode;
    private String typeName;
    private String typeGroupCode;
    private String phaseCode;
    @Enumerated(EnumType.STRING)
    private Phase phase;
    @Enumerated(EnumType.STRING)
    private Provision provision;
    private String furtherEducationType;
    private String laCode;
    private String laName;
    private String region;
    private String trustUid;
    private String trustName;
    private Integer easting;
    private Integer northing;
    private Integer pupils;
    private BigDecimal percentFsm;
    private String urbanRural;
    private String town;
    private String postcode;
    private LocalDate openedOn;
    private LocalDate closedOn;
    private String successorUrn;
    private UUID importId;
    private String sourceFile;
    private LocalDate sourceAsAt;

    /** For JPA. */
    protected School() {
    }

    String urn() {
        return urn;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** What other features see of it. */
    RegisteredSchool registered() {
        return new RegisteredSchool(new Urn(urn), ukprn, name, status, typeCode, typeName, typeGroupCode, phaseCode, phase, provision, furtherEducationType,
                laCode, laName, region, trustUid, trustName, easting, northing, pupils, percentFsm, urbanRural, town, postcode, openedOn, closedOn,
                successorUrn, new Source(importId, sourceFile, sourceAsAt));
    }
}
