package org.schoolhubs.applications.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.schoolhubs.kernel.TrustUid;

/** A group of establishments, as GIAS's groups file or the rows of its schools tell of it. Only an import writes it. */
@Entity
@Immutable
@Table(name = "establishment_group")
class Trust {
    /** GIAS group types that are trusts: of maintained schools, multi-academy, umbrella, single-academy, secure single-academy. */
    static final Set<String> TRUST_TYPES = Set.of("2", "6", "7", "10", "11");

    @Id
    private String uid;
    private long version;
    private Instant changedAt;
    private String groupId;
    private String name;
    private String typeCode;
    private String typeName;
    private String status;
    private LocalDate openedOn;
    private LocalDate incorporatedOn;
    private LocalDate closedOn;
    private String companiesHouseNumber;
    private String ukprn;
    private String street;
    private String town;
    private String county;
    private String postcode;
    private UUID importId;
    private String sourceFile;
    private LocalDate sourceAsAt;

    /** For JPA. */
    protected Trust() {
    }

    /** Whether it is a trust, and no federation, sponsor or group of children's centres. One without a type is named as trust on the rows of its schools. */
    boolean isTrust() {
        return typeCode == null || TRUST_TYPES.contains(typeCode);
    }

    /** What other features see of it. */
    RegisteredTrust registered() {
        return new RegisteredTrust(new TrustUid(uid), name, typeCode, status, closedOn, source());
    }

    String uid() {
        return uid;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    String groupId() {
        return groupId;
    }

    String name() {
        return name;
    }

    String typeCode() {
        return typeCode;
    }

    String typeName() {
        return typeName;
    }

    String status() {
        return status;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    LocalDate incorporatedOn() {
        return incorporatedOn;
    }

    LocalDate closedOn() {
        return closedOn;
    }

    String companiesHouseNumber() {
        return companiesHouseNumber;
    }

    String ukprn() {
        return ukprn;
    }

    String street() {
        return street;
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

    Source source() {
        return new Source(importId, sourceFile, sourceAsAt);
    }
}
