package org.schoolhubs.applications.contacts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A row of personal data: somebody who was a named leader and was replaced. */
@Entity
@Table(name = "former_leader")
class FormerLeaderRow {
    @Id
    private UUID changeId;
    private UUID applicationId;
    private String name;
    private String email;
    private String roleTitle;
    private LocalDate keepUntil;

    /** For JPA. */
    protected FormerLeaderRow() {
    }

    FormerLeaderRow(UUID changeId, UUID applicationId, NamedLeader leader, LocalDate keepUntil) {
        this.changeId = changeId;
        this.applicationId = applicationId;
        this.name = leader.name();
        this.email = leader.email();
        this.roleTitle = leader.roleTitle();
        this.keepUntil = keepUntil;
    }
}
