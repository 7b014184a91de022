package org.schoolhubs.applications.notifications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How e-mail goes out. */
@ConfigMapping(prefix = "schoolhubs.notifications")
interface NotificationSettings {
    /**
     * Who takes the e-mail: {@code recording} keeps it in the database, {@code govuk-notify} sends it.
     *
     * @return name of an adapter
     */
    @WithDefault("recording")
    String adapter();

    /**
     * Where people reach the API, for the links in their e-mail.
     *
     * @return a URL without a trailing slash
     */
    @WithDefault("http://127.0.0.1:8080")
    String publicUrl();

    /**
     * How often the sender looks.
     *
     * @return a duration as the scheduler writes it, or off
     */
    @WithDefault("2s")
    String sendEvery();

    /**
     * How many one look sends at the most.
     *
     * @return a count
     */
    @WithDefault("100")
    int batch();

    /**
     * After how long another sender takes over what one has claimed; well above {@link #patience}.
     *
     * @return a duration
     */
    @WithDefault("PT5M")
    Duration lease();

    /**
     * How long the provider may take to answer.
     *
     * @return a duration
     */
    @WithDefault("PT30S")
    Duration patience();

    /**
     * After how many attempts a person is asked.
     *
     * @return a count
     */
    @WithDefault("20")
    int mostAttempts();

    /**
     * News older than this is not sent any more when it arrives: topics are kept for ever and may be read anew.
     *
     * @return a duration
     */
    @WithDefault("P7D")
    Duration tooLateAfter();

    /**
     * For how long the provider can be asked what it has accepted. An attempt without an answer that is older is not repeated by itself.
     *
     * @return a duration
     */
    @WithDefault("P6D")
    Duration lookUpWithin();

    /**
     * How long recorded e-mail is kept; it is personal data.
     *
     * @return a duration
     */
    @WithDefault("P14D")
    Duration recordedKeep();

    /**
     * GOV.UK Notify.
     *
     * @return its settings
     */
    GovukNotify govukNotify();

    /** GOV.UK Notify. */
    interface GovukNotify {
        /**
         * Secret; from the environment.
         *
         * @return the key, where there is one
         */
        Optional<String> apiKey();

        /**
         * Where its API is.
         *
         * @return a URL without a trailing slash
         */
        @WithDefault("https://api.notifications.service.gov.uk")
        String baseUrl();

        /**
         * A template there that holds nothing but ((subject)) and ((body)), for templates without one of their own.
         *
         * @return its id
         */
        Optional<String> templateId();
    }
}
