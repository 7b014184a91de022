package org.schoolhubs.applications.notifications;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Which adapter takes the e-mail. What is missing for it is said at the start, not at the first e-mail. */
@ApplicationScoped
class EmailSenders {
    private final NotificationSettings settings;
    private final RecordingEmailSender recording;
    private volatile EmailSender chosen;

    EmailSenders(NotificationSettings settings, RecordingEmailSender recording) {
        this.settings = settings;
        this.recording = recording;
    }

    void choose(@Observes StartupEvent started) {
        chosen = choose(settings, recording);
    }

    EmailSender chosen() {
        return chosen;
    }

    boolean isRecording() {
        return chosen == recording;
    }

    /** @throws IllegalStateException naming the variable that is missing or wrong, never its value */
    static EmailSender choose(NotificationSettings settings, EmailSender recording) {
        return switch (settings.adapter()) {
            case RecordingEmailSender.NAME -> recording;
            case GovukNotifyEmailSender.NAME -> new GovukNotifyEmailSender(
                    settings.govukNotify().apiKey().filter(key -> !key.isBlank()).orElseThrow(() -> missing("NOTIFY_API_KEY")),
                    settings.govukNotify().baseUrl(),
                    settings.govukNotify().templateId().filter(id -> !id.isBlank()).orElseThrow(() -> missing("NOTIFY_TEMPLATE_ID")),
                    settings.patience());
            default -> throw new IllegalStateException("NOTIFICATIONS_ADAPTER is %s or %s, not %s."
                    .formatted(RecordingEmailSender.NAME, GovukNotifyEmailSender.NAME, settings.adapter()));
        };
    }

    private static IllegalStateException missing(String variable) {
        return new IllegalStateException("Set %s: e-mail is to go out by GOV.UK Notify (NOTIFICATIONS_ADAPTER=govuk-notify).".formatted(variable));
    }
}
