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
    private UUID contactId;
    private int position;
    private String name;
    private String email;
    private String roleTitle;
    private LocalDate keepUntil;

    /** For JPA. */
    protected FormerLeaderRow() {
    }

    /** @param former the contact that was replaced; keeps its id */
    FormerLeaderRow(UUID changeId, Contact former, LocalDate keepUntil) {
        this.changeId = changeId;
        this.applicationId = former.applicationId();
        this.contactId = former.id();
        this.position = former.position();
        this.name = former.leader().name();
        this.email = former.leader().email();
        this.roleTitle = former.leader().roleTitle();
        this.keepUntil = keepUntil;
    }

    Contact contact() {
        return new Contact(contactId, applicationId, null, position, new NamedLeader(name, email, roleTitle), keepUntil);
    }

    /** What a subject access request is told of it. */
    ContactDataHolder.HeldRecord held() {
        return new ContactDataHolder.HeldRecord("former-leader", changeId.toString(), contactId, null,
                "%s, %s, %s: named leader of application %s until replaced, kept until %s".formatted(name, roleTitle, email, applicationId, keepUntil));
    }
}
