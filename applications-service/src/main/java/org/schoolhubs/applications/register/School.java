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
    private String establishmentNumber;
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
    private String trustSchoolFlag;
    private String federationUid;
    private String federationName;
    private Integer lowAge;
    private Integer highAge;
    private String nurseryProvision;
    private String officialSixthForm;
    private String boarders;
    private String gender;
    private String religiousCharacter;
    private String admissionsPolicy;
    private Integer capacity;
    private Integer pupils;
    private BigDecimal percentFsm;
    private String urbanRural;
    private Integer easting;
    private Integer northing;
    private String street;
    private String locality;
    private String address3;
    private String town;
    private String county;
    private String postcode;
    private String district;
    private String website;
    private String section41;
    private LocalDate openedOn;
    private String reasonOpened;
    private LocalDate closedOn;
    private String reasonClosed;
    private String successorUrn;
    private LocalDate sourceChangedOn;
    private UUID importId;
    private String sourceFile;
    private LocalDate sourceAsAt;

    /** For JPA. */
    protected School() {
    }

    /** What other features see of it. */
    RegisteredSchool registered() {
        return new RegisteredSchool(new Urn(urn), ukprn, name, status, typeCode, typeName, typeGroupCode, phaseCode, phase, provision, furtherEducationType,
                laCode, laName, region, trustUid, trustName, easting, northing, pupils, percentFsm, urbanRural, town, postcode, openedOn, closedOn,
                successorUrn, source());
    }

    /** The file that first said what the row says. */
    Source source() {
        return new Source(importId, sourceFile, sourceAsAt);
    }

    LocalDate sourceAsAt() {
        return sourceAsAt;
    }

    String urn() {
        return urn;
    }

    long version() {
        return version;
    }

    Instant updatedAt() {
        return changedAt;
    }

    String ukprn() {
        return ukprn;
    }

    String establishmentNumber() {
        return establishmentNumber;
    }

    String name() {
        return name;
    }

    SchoolStatus status() {
        return status;
    }

    String typeCode() {
        return typeCode;
    }

    String typeName() {
        return typeName;
    }

    String typeGroupCode() {
        return typeGroupCode;
    }

    String phaseCode() {
        return phaseCode;
    }

    Phase phase() {
        return phase;
    }

    Provision provision() {
        return provision;
    }

    String furtherEducationType() {
        return furtherEducationType;
    }

    String laCode() {
        return laCode;
    }

    String laName() {
        return laName;
    }

    String region() {
        return region;
    }

    String trustUid() {
        return trustUid;
    }

    String trustName() {
        return trustName;
    }

    String trustSchoolFlag() {
        return trustSchoolFlag;
    }

    String federationUid() {
        return federationUid;
    }

    String federationName() {
        return federationName;
    }

    Integer lowAge() {
        return lowAge;
    }

    Integer highAge() {
        return highAge;
    }

    String nurseryProvision() {
        return nurseryProvision;
    }

    String officialSixthForm() {
        return officialSixthForm;
    }

    String boarders() {
        return boarders;
    }

    String gender() {
        return gender;
    }

    String religiousCharacter() {
        return religiousCharacter;
    }

    String admissionsPolicy() {
        return admissionsPolicy;
    }

    Integer capacity() {
        return capacity;
    }

    Integer pupils() {
        return pupils;
    }

    BigDecimal percentFsm() {
        return percentFsm;
    }

    String urbanRural() {
        return urbanRural;
    }

    Integer easting() {
        return easting;
    }

    Integer northing() {
        return northing;
    }

    String street() {
        return street;
    }

    String locality() {
        return locality;
    }

    String address3() {
        return address3;
    }

    String town() {
        return town;
    }

    String county() {
        return county;
    }

    String postcode() {
        return postcode;
    }

    String district() {
        return district;
    }

    String website() {
        return website;
    }

    String section41() {
        return section41;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    String reasonOpened() {
        return reasonOpened;
    }

    LocalDate closedOn() {
        return closedOn;
    }

    String reasonClosed() {
        return reasonClosed;
    }

    String successorUrn() {
        return successorUrn;
    }

    LocalDate sourceChangedOn() {
        return sourceChangedOn;
    }
}
