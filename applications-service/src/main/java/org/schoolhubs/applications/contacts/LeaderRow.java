package org.schoolhubs.applications.contacts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** A row of personal data. */
@Entity
@Table(name = "named_leader")
@IdClass(LeaderRow.Key.class)
class LeaderRow {
    @Id
    private UUID applicationId;
    @Id
    private int position;
    private UUID contactId;
    private String name;
    private String email;
    private String roleTitle;
    private LocalDate keepUntil;

    /** For JPA. */
    protected LeaderRow() {
    }

    /** @param contactId a new one, or that of the same person (address) named before */
    LeaderRow(UUID applicationId, int position, UUID contactId, NamedLeader leader, LocalDate keepUntil) {
        this.applicationId = applicationId;
        this.position = position;
        this.contactId = contactId;
        this.name = leader.name();
        this.email = leader.email();
        this.roleTitle = leader.roleTitle();
        this.keepUntil = keepUntil;
    }

    NamedLeader leader() {
        return new NamedLeader(name, email, roleTitle);
    }

    Contact contact() {
        return new Contact(contactId, applicationId, null, position, leader(), keepUntil);
    }

    /** Application and position. */
    record Key(UUID applicationId, int position) implements Serializable {
    }
}
