package org.schoolhubs.applications.notifications;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.kit.aggregate.Aggregate;

/** An e-mail as it would have been sent. Personal data. */
@Entity
class RecordedEmail extends Aggregate {
    private UUID reference;
    private String templateId;
    private String address;
    private String subject;
    private String body;
    private String unsubscribeUrl;

    /** For JPA. */
    protected RecordedEmail() {
    }

    RecordedEmail(EmailSender.Email email, Instant now) {
        super(now);
        this.reference = UUID.fromString(email.reference());
        this.templateId = email.templateId();
        this.address = email.address();
        this.subject = email.subject();
        this.body = email.body();
        this.unsubscribeUrl = email.unsubscribe() == null ? null : email.unsubscribe().toString();
    }

    UUID reference() {
        return reference;
    }

    String address() {
        return address;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    String unsubscribeUrl() {
        return unsubscribeUrl;
    }
}
