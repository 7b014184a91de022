package org.schoolhubs.applications.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.kit.inbox.InboundEvent;

/**
 * What an event means to the people of an application, or of an expression of interest.
 *
 * @param expressionId the expression of interest that it is about, if one; its person is told, and else those of the application
 * @param subject what it tells of the application
 * @param facts   values of placeholders that it tells; no personal data
 */
record News(UUID eventId, Instant occurredAt, Moment moment, UUID applicationId, UUID expressionId, Subject subject, Map<String, String> facts) {
    static News of(InboundEvent event, Moment moment, UUID applicationId, Subject subject, Map<String, String> facts) {
        if (applicationId == null) {
            throw new IllegalArgumentException("The event names no application");
        }
        return new News(event.id(), event.time(), moment, applicationId, null, subject, facts);
    }

    /** The same of an expression of interest: what is kept of it stands under its own id, too, so that its person's choices have a place. */
    News ofExpression(UUID expression) {
        return new News(eventId, occurredAt, moment, applicationId, expression, subject, facts);
    }

    /**
     * What is known of an application from an event; null for what it does not say.
     *
     * @param ofApplication whether the application's own event says it
     */
    record Subject(String programme, String cohort, String urn, String trustUid, String name, boolean ofApplication) {
        /** As another service knows it. */
        static Subject ofSchool(String programme, String cohort, String urn, String name) {
            return new Subject(programme, cohort, urn, null, name, false);
        }
    }
}
