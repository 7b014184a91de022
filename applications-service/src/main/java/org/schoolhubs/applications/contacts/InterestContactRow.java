package org.schoolhubs.applications.contacts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A row of personal data: who is told what becomes of an expression of interest. */
@Entity
@DynamicUpdate // the database lets only the day be updated
@Table(name = "expression_contact")
class InterestContactRow {
    @Id
    private UUID contactId;
    private UUID expressionId;
    private String name;
    private String email;
    private String roleTitle;
    private LocalDate keepUntil;

    /** For JPA. */
    protected InterestContactRow() {
    }

    /** @param contactId a new one, or that of the same person (address) named before */
    InterestContactRow(UUID contactId, UUID expressionId, NamedLeader person, LocalDate keepUntil) {
        this.contactId = contactId;
        this.expressionId = expressionId;
        this.name = person.name();
        this.email = person.email();
        this.roleTitle = person.roleTitle();
        this.keepUntil = keepUntil;
    }

    /** Kept until that day, if that is sooner than before. */
    void keepNoLongerThan(LocalDate day) {
        keepUntil = day.isBefore(keepUntil) ? day : keepUntil;
    }

    /** Kept until that day, sooner or later than before. */
    void keepUntil(LocalDate day) {
        keepUntil = day;
    }

    Contact contact() {
        return new Contact(contactId, null, expressionId, 0, new NamedLeader(name, email, roleTitle), keepUntil);
    }
}
