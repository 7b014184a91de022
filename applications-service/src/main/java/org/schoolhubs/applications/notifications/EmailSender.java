package org.schoolhubs.applications.notifications;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Gives e-mail to a provider. Adapters know nothing of notifications, contacts or the database's transactions. */
interface EmailSender {
    /** Name of the provider, as it stands on record. */
    String provider();

    /**
     * Gives one e-mail to the provider. Returning means that the provider has accepted it, not that it was delivered.
     *
     * @return the provider's id of it
     * @throws SendingFailed where it was refused, or where nobody knows
     */
    String send(Email email);

    /**
     * What the provider has accepted under a reference of ours: asked before a sending is repeated, since providers do not recognise repeats.
     *
     * @return the provider's id of it
     * @throws SendingFailed where the provider does not answer
     */
    Optional<String> accepted(String reference);

    /**
     * An e-mail on its way out. Personal data: its text form hides it.
     *
     * @param templateId      template of the provider, or null for the general one
     * @param address         whom it goes to
     * @param personalisation values of the placeholders; {@code subject} and {@code body} besides, filled in
     * @param reference       by which the provider can be asked for it
     * @param unsubscribe     where one click opts out, or null for what cannot be opted out of
     */
    record Email(String templateId, String address, Map<String, String> personalisation, String reference, URI unsubscribe) {
        String subject() {
            return personalisation.get("subject");
        }

        String body() {
            return personalisation.get("body");
        }

        @Override
        public String toString() {
            return "Email[" + reference + "]";
        }
    }
}
