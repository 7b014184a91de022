package org.schoolhubs.grants.payees;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.schoolhubs.kit.aggregate.Aggregate;

/** An organisation that grants are paid to. There is one payee per organisation. */
@Entity
@Table(name = "payee")
class Payee extends Aggregate {
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private OrganisationKind organisationKind;
    @Column(updatable = false)
    private String organisationCode;
    private String name;

    /** For JPA. */
    protected Payee() {
    }

    /** @throws IllegalArgumentException if the code is not one of the kind */
    Payee(OrganisationKind organisationKind, String organisationCode, String name, Instant now) {
        super(now);
        organisationKind.organisation(organisationCode);
        this.organisationKind = organisationKind;
        this.organisationCode = organisationCode;
        this.name = name;
    }

    OrganisationKind organisationKind() {
        return organisationKind;
    }

    String organisationCode() {
        return organisationCode;
    }

    /** As a token's claim {@code organisations} writes it. */
    String organisation() {
        return organisationKind.organisation(organisationCode);
    }

    String name() {
        return name;
    }
}
