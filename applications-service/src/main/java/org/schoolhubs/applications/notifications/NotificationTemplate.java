package org.schoolhubs.applications.notifications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.notifications.rules.Category;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.applications.notifications.rules.TemplateText;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** One e-mail at one moment; what it says stands in its versions. */
@Entity
class NotificationTemplate extends Aggregate {
    @Column(updatable = false)
    private String code;
    @Column(updatable = false)
    private String eventType;
    @Column(updatable = false)
    private String audience;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Category category;
    private int latestNumber;

    /** For JPA. */
    protected NotificationTemplate() {
    }

    /**
     * A further version, in force from an instant on.
     *
     * @param activeFrom       null for now
     * @param providerTemplate template of the provider that is to be used, or null
     * @param by               opaque subject
     * @throws Problem 422 {@code template-invalid} naming every fault, {@code template-in-the-past}
     */
    TemplateVersion add(String subject, String body, UUID providerTemplate, Instant activeFrom, String by, Instant now) {
        List<TemplateText.Fault> faults = TemplateText.check(moment(), subject, body);
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(NotificationError.TEMPLATE_INVALID,
                    "Correct what errors names: GET /v1/notification-placeholders lists what may be left open.");
            faults.forEach(fault -> problem.at(fault.pointer(), fault.code(), fault.detail()));
            throw problem;
        }
        if (activeFrom != null && activeFrom.isBefore(now)) {
            throw Problem.of(NotificationError.TEMPLATE_IN_THE_PAST, "Leave out activeFrom for now, or give an instant to come: what was sent stays as it was.")
                    .at("/activeFrom", "template-in-the-past", "Lies in the past.");
        }
        latestNumber++;
        return new TemplateVersion(id(), latestNumber, subject, body, providerTemplate, activeFrom == null ? now : activeFrom, by, now);
    }

    Moment moment() {
        return Moment.of(code).orElseThrow(() -> new IllegalStateException("No moment has the template " + code));
    }

    String code() {
        return code;
    }

    String eventType() {
        return eventType;
    }

    String audience() {
        return audience;
    }

    Category category() {
        return category;
    }
}
