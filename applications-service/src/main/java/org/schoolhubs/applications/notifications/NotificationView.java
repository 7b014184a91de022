package org.schoolhubs.applications.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.notifications.rules.Category;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** A notification as those who oversee the programmes see it: whom it went to by position, never by name. */
@Schema(name = "Notification", description = "One e-mail to one person at one event. Says whom by position, never by name or address.")
record NotificationView(
        UUID id,
        @Schema(description = "The event that made it.") UUID eventId,
        @Schema(examples = "ApplicationAccepted") String eventType,
        @Schema(description = "When that happened.") Instant occurredAt,
        UUID applicationId,
        @Schema(description = "Code of the template.", examples = "application-accepted") String template,
        @Schema(description = "Version of the template that was used, once it was.", examples = "1", nullable = true) Integer templateVersion,
        Category category,
        @Schema(description = "Whom it goes to; null where the application named nobody.", nullable = true) Recipient recipient,
        NotificationState state,
        @Schema(description = "Why it was not sent, or not yet.", examples = "opted-out", nullable = true) String reasonCode,
        int attempts,
        @Schema(description = "When it is tried next.", nullable = true) Instant nextAttemptAt,
        @Schema(description = "When the provider accepted it.", nullable = true) Instant sentAt,
        @Schema(examples = "govuk-notify", nullable = true) String provider,
        @Schema(description = "The provider's id of it.", nullable = true) String providerReference,
        @Schema(description = "The notification that this one repeats.", nullable = true) UUID resendOf,
        @Schema(description = "What you may do now and, for what you may not, why. In single notifications only.", nullable = true) List<Action> actions,
        Instant createdAt,
        @Schema(description = "Counts its changes.", examples = "2") long version) implements Versioned {

    /** Whom it goes to. */
    @Schema(name = "NotificationRecipient", description = "Whom it goes to.")
    record Recipient(
            UUID contactId,
            @Schema(description = "Place among those who are named, from 0.", examples = "0") int position,
            @Schema(description = "Position at the school; null once the person was erased or replaced.", examples = "Headteacher",
                    nullable = true) String roleTitle) {
    }

    static NotificationView of(Notification one, String roleTitle, List<Action> actions) {
        Recipient recipient = one.recipientContactId() == null ? null : new Recipient(one.recipientContactId(), one.recipientPosition(), roleTitle);
        return new NotificationView(one.id(), one.eventId(), one.eventType(), one.occurredAt(), one.applicationId(), one.template(), one.templateVersion(),
                one.category(), recipient, one.state(), one.reasonCode(), one.attempts(), one.nextAttemptAt(), one.sentAt(), one.provider(),
                one.providerReference(), one.resendOf(), actions, one.createdAt(), one.version());
    }
}
