package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;

/** Queues what an event gives cause to say, in the transaction that remembers the event: each e-mail is there once, or not at all. */
@ApplicationScoped
class Notifier {
    static final String AGGREGATE = "Notification";
    private final NotificationRepository notifications;
    private final Contacts contacts;
    private final Journal journal;
    private final Clock clock;
    private final NotificationSettings settings;

    Notifier(NotificationRepository notifications, Contacts contacts, Journal journal, Clock clock, NotificationSettings settings) {
        this.notifications = notifications;
        this.contacts = contacts;
        this.journal = journal;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * One notification to each person who is named now; one on record as not sent where nobody is. Of an expression of interest that is the person named in it
     * and, where nobody is, those of the application that it became.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(News news) {
        learn(news.applicationId(), news.subject());
        List<Contact> named = recipients(news);
        if (named.isEmpty()) {
            queue(news, null);
        }
        named.forEach(contact -> queue(news, contact));
    }

    private List<Contact> recipients(News news) {
        if (news.expressionId() != null) {
            learn(news.expressionId(), news.subject());
            List<Contact> interested = contacts.of(news.expressionId());
            if (!interested.isEmpty()) {
                return interested;
            }
        }
        return contacts.of(news.applicationId());
    }

    /** Nobody is written to; what the event tells of the application is kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    void learn(UUID applicationId, News.Subject subject) {
        notifications.meet(applicationId, clock.instant()).learn(subject);
    }

    /** Nobody is written to. */
    @Transactional(Transactional.TxType.MANDATORY)
    void passedOn(ApplicationNews.PassedOn told) {
        notifications.meet(told.applicationId(), clock.instant()).passedOn(told.fromUrn(), told.toUrn(), told.toName());
    }

    private void queue(News news, Contact recipient) {
        Notification notification = Notification.of(news, recipient, clock.instant());
        if (recipient != null && news.occurredAt().isBefore(clock.instant().minus(settings.tooLateAfter()))) {
            notification.suppress(Suppression.TOO_LATE);
        }
        notifications.persist(notification);
        journal.append(Entry.of(notification, AGGREGATE).changed("state").because(notification.reasonCode())
                .event(notification.state() == NotificationState.QUEUED ? "NotificationQueued" : "NotificationSuppressed"));
    }
}
