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
    private String name;
    private String email;
    private String roleTitle;
    private LocalDate keepUntil;

    /** For JPA. */
    protected LeaderRow() {
    }

    LeaderRow(UUID applicationId, int position, NamedLeader leader, LocalDate keepUntil) {
        this.applicationId = applicationId;
        this.position = position;
        this.name = leader.name();
        this.email = leader.email();
        this.roleTitle = leader.roleTitle();
        this.keepUntil = keepUntil;
    }

    NamedLeader leader() {
        return new NamedLeader(name, email, roleTitle);
    }

    /** Application and position. */
    record Key(UUID applicationId, int position) implements Serializable {
    }
}
