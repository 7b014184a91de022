package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.notifications.rules.Placeholder;
import org.schoolhubs.applications.notifications.rules.TemplateText;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.Urn;

/** Finds the values of the placeholders when an e-mail is sent: names are those of today. */
@ApplicationScoped
class Personalisation {
    /** For what no event has told; a letter to "your school" is better than none. */
    private static final Map<Placeholder, String> UNKNOWN = Map.of(Placeholder.APPLICANT, "your school", Placeholder.PROGRAMME, "the programme",
            Placeholder.COHORT, "of your application", Placeholder.DAY, "the day that is given with your application",
            Placeholder.CONFIRM_BY, "the day that is given with it");
    private final NotificationRepository notifications;
    private final ProgrammeCatalogue programmes;
    private final SchoolRegister register;

    Personalisation(NotificationRepository notifications, ProgrammeCatalogue programmes, SchoolRegister register) {
        this.notifications = notifications;
        this.programmes = programmes;
        this.register = register;
    }

    /**
     * The values of every placeholder of the notification's moment.
     *
     * @param unsubscribe where the person can opt out, or null
     */
    Map<String, String> of(Notification notification, Contact contact, URI unsubscribe) {
        Map<String, String> values = new HashMap<>();
        UNKNOWN.forEach((placeholder, text) -> values.put(placeholder.word(), text));
        notifications.application(notification.applicationId()).ifPresent(application -> {
            put(values, Placeholder.COHORT, Optional.ofNullable(application.cohort()));
            put(values, Placeholder.PROGRAMME, Optional.ofNullable(application.programme()).flatMap(programmes::nameOf));
            put(values, Placeholder.APPLICANT, Optional.ofNullable(application.urn()).flatMap(urn -> register.find(new Urn(urn))).map(RegisteredSchool::name)
                    .or(() -> Optional.ofNullable(application.applicantName())));
        });
        values.putAll(notification.facts());
        values.put(Placeholder.NAME.word(), TemplateText.plain(contact.leader().name()));
        values.put(Placeholder.REFERENCE.word(), notification.applicationId().toString());
        if (unsubscribe != null) {
            values.put(Placeholder.UNSUBSCRIBE_LINK.word(), unsubscribe.toString());
        }
        return values;
    }

    private static void put(Map<String, String> values, Placeholder placeholder, Optional<String> value) {
        value.ifPresent(text -> values.put(placeholder.word(), TemplateText.plain(text)));
    }
}
