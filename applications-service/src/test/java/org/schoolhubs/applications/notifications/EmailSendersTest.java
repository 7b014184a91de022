package org.schoolhubs.applications.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailSendersTest {
    private static final String KEY = "k-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

    private static NotificationSettings settings(String adapter, String key, String template) {
        Map<String, String> values = new HashMap<>();
        values.put("schoolhubs.notifications.adapter", adapter);
        values.put("schoolhubs.notifications.govuk-notify.api-key", key == null ? "" : key);
        values.put("schoolhubs.notifications.govuk-notify.template-id", template == null ? "" : template);
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(NotificationSettings.class)
                .withConverter(java.time.Duration.class, 100, java.time.Duration::parse).withSources(new io.smallrye.config.PropertiesConfigSource(values, "test", 100)).build();
        return config.getConfigMapping(NotificationSettings.class);
    }

    @Test
    void recordingIsTheDefaultAndNeedsNothing() {
        EmailSender recording = new RecordingEmailSender(null, null);
        assertThat(EmailSenders.choose(settings("recording", null, null), recording)).isSameAs(recording);
    }

    @Test
    void notifyIsChosenWithKeyAndTemplate() {
        assertThat(EmailSenders.choose(settings("govuk-notify", KEY, "f33517ff-2a88-4f6e-b855-c550268ce08a"), null).provider()).isEqualTo("govuk-notify");
    }

    @ParameterizedTest
    @CsvSource({"govuk-notify,,f33517ff-2a88-4f6e-b855-c550268ce08a,NOTIFY_API_KEY", "govuk-notify," + KEY + ",,NOTIFY_TEMPLATE_ID", "govuk-notify,nonsense,x,NOTIFY_API_KEY",
        "smtp,,,NOTIFICATIONS_ADAPTER"})
    void whatIsMissingOrWrongIsSaidAtTheStart(String adapter, String key, String template, String variable) {
        assertThatThrownBy(() -> EmailSenders.choose(settings(adapter, key, template), null)).isInstanceOf(IllegalStateException.class).hasMessageContaining(variable)
                .hasMessageNotContaining("nonsense");
    }
}
