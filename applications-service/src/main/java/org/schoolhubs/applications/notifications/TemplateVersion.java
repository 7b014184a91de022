package org.schoolhubs.applications.notifications;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.schoolhubs.kit.aggregate.Ids;

/** What a template says from an instant on. Never altered. */
@Entity
@Table(name = "notification_template_version")
class TemplateVersion {
    @Id
    private UUID id;
    private UUID templateId;
    private int number;
    private String subject;
    private String body;
    private UUID providerTemplateId;
    private Instant activeFrom;
    private Instant createdAt;
    private String createdBy;

    /** For JPA. */
    protected TemplateVersion() {
    }

    TemplateVersion(UUID templateId, int number, String subject, String body, UUID providerTemplateId, Instant activeFrom, String createdBy, Instant now) {
        this.id = Ids.next();
        this.templateId = templateId;
        this.number = number;
        this.subject = subject;
        this.body = body;
        this.providerTemplateId = providerTemplateId;
        this.activeFrom = activeFrom.truncatedTo(ChronoUnit.MICROS);
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdBy = createdBy;
    }

    int number() {
        return number;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    UUID providerTemplateId() {
        return providerTemplateId;
    }

    Instant activeFrom() {
        return activeFrom;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }
}
