package org.schoolhubs.applications.notifications;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.notifications.rules.Retry;
import org.schoolhubs.applications.notifications.rules.TemplateText;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;

/** What the database has to say about a sending, each in a transaction of its own: the provider is never asked within one. */
@ApplicationScoped
class Outbox {
    static final String FAILED_TASK = "notification-failed";
    private final NotificationRepository notifications;
    private final TemplateRepository templates;
    private final Personalisation personalisation;
    private final OptOuts optOuts;
    private final Contacts contacts;
    private final Tasks tasks;
    private final Journal journal;
    private final Clock clock;
    private final NotificationSettings settings;

    Outbox(NotificationRepository notifications, TemplateRepository templates, Personalisation personalisation, OptOuts optOuts, Contacts contacts, Tasks tasks,
            Journal journal, Clock clock, NotificationSettings settings) {
        this.notifications = notifications;
        this.templates = templates;
        this.personalisation = personalisation;
        this.optOuts = optOuts;
        this.contacts = contacts;
        this.tasks = tasks;
        this.journal = journal;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * An attempt that this sender has in its hands until its lease is over.
     *
     * @param number from 1
     * @param askable whether the provider can still be asked for earlier attempts
     */
    record Attempt(UUID id, int number, boolean askable) {
    }

    /** Takes the next one whose time has come. */
    Optional<Attempt> claim() {
        return QuarkusTransaction.requiringNew().call(() -> notifications.claim(clock.instant()).map(notification -> {
            boolean askable = !notification.isBeyondLookUp(clock.instant(), settings.lookUpWithin());
            notification.claim(clock.instant(), settings.lease());
            return new Attempt(notification.id(), notification.attempts(), askable);
        }));
    }

    /** The e-mail as it is to be sent now; empty where it is not to be sent any more, which is then on record. */
    Optional<EmailSender.Email> compose(Attempt attempt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Notification notification = notifications.locked(attempt.id());
            if (!notification.isAttempt(attempt.number())) {
                return Optional.empty();
            }
            Optional<Contact> contact = contacts.find(notification.recipientContactId());
            if (contact.isEmpty()) {
                suppress(notification, Suppression.CONTACT_GONE);
                return Optional.empty();
            }
            if (optOuts.isUnwanted(contact.get(), notification.category())) {
                suppress(notification, Suppression.OPTED_OUT);
                return Optional.empty();
            }
            return Optional.of(compose(notification, contact.get()));
        });
    }

    private EmailSender.Email compose(Notification notification, Contact contact) {
        Instant now = clock.instant();
        TemplateVersion version = templates.byCode(notification.template()).flatMap(template -> templates.inForce(template, now))
                .orElseThrow(() -> new IllegalStateException("No version of %s is in force".formatted(notification.template())));
        URI unsubscribe = notification.category().mandatory() ? null
                : URI.create(settings.publicUrl() + "/v1/unsubscriptions/" + optOuts.token(notification, now));
        Map<String, String> values = new HashMap<>(personalisation.of(notification, contact, unsubscribe));
        values.put("subject", TemplateText.fill(version.subject(), values));
        values.put("body", TemplateText.fill(version.body(), values));
        notification.attempt(version.number(), now);
        String providerTemplate = version.providerTemplateId() == null ? null : version.providerTemplateId().toString();
        return new EmailSender.Email(providerTemplate, contact.leader().email(), values, notification.id().toString(), unsubscribe);
    }

    /** The provider has accepted it, in this attempt or in an earlier one. */
    void accepted(Attempt attempt, String provider, String providerReference) {
        settle(attempt, notification -> {
            notification.accepted(provider, providerReference, clock.instant());
            journal.append(Entry.of(notification, Notifier.AGGREGATE).event("NotificationSent").changed("state"));
        });
    }

    /** It failed: tried again later or, after enough attempts or where that is of no use, given up with a task. */
    void failed(Attempt attempt, SendingFailed failure) {
        Retry retry = new Retry(settings.mostAttempts());
        settle(attempt, notification -> {
            if (failure.kind() == SendingFailed.Kind.NEVER || retry.isOver(attempt.number())) {
                notification.giveUp(failure.code());
                journal.append(Entry.of(notification, Notifier.AGGREGATE).event("NotificationFailed").changed("state").because(failure.code()));
                tasks.open(Task.of(FAILED_TASK, Notifier.AGGREGATE, notification.id(), notification.applicationId(), failure.code(),
                        "An e-mail could not be sent: mend what the code says, then send it again.",
                        failure.kind() == SendingFailed.Kind.OUR_SETTINGS ? Roles.OPERATOR : Roles.PROGRAMME_TEAM));
            } else {
                notification.postpone(failure.code(), clock.instant().plus(retry.pauseAfter(attempt.number())));
                journal.append(Entry.of(notification, Notifier.AGGREGATE).event("NotificationPostponed").changed("state").because(failure.code()));
            }
        });
    }

    /** Only while the attempt is still this sender's: another may have taken it over after the lease. */
    private void settle(Attempt attempt, Consumer<Notification> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            Notification notification = notifications.locked(attempt.id());
            if (notification.isAttempt(attempt.number())) {
                change.accept(notification);
            }
        });
    }

    private void suppress(Notification notification, Suppression why) {
        notification.suppress(why);
        journal.append(Entry.of(notification, Notifier.AGGREGATE).event("NotificationSuppressed").changed("state").because(why.code()));
    }
}
