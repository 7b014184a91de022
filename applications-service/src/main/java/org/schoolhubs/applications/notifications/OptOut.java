package org.schoolhubs.applications.notifications;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.applications.notifications.rules.Category;

/** Somebody does not want a kind of e-mail. */
@Entity
@Table(name = "notification_opt_out")
@IdClass(OptOut.Key.class)
class OptOut {
    /** Who chose it. */
    enum By { PERSON, SCHOOL }

    @Id
    private UUID contactId;
    @Id
    @Enumerated(EnumType.STRING)
    private Category category;
    @Id
    @Enumerated(EnumType.STRING)
    private By chosenBy;
    private Instant chosenAt;

    /** For JPA. */
    protected OptOut() {
    }

    OptOut(UUID contactId, Category category, By chosenBy, Instant now) {
        this.contactId = contactId;
        this.category = category;
        this.chosenBy = chosenBy;
        this.chosenAt = now;
    }

    UUID contactId() {
        return contactId;
    }

    Category category() {
        return category;
    }

    By chosenBy() {
        return chosenBy;
    }

    Instant chosenAt() {
        return chosenAt;
    }

    /** All of it but the time. */
    record Key(UUID contactId, Category category, By chosenBy) implements Serializable {
    }
}
