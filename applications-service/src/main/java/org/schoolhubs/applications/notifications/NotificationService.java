package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Shows what was sent to whom, and sends it again. */
@ApplicationScoped
class NotificationService {
    private final NotificationRepository notifications;
    private final Contacts contacts;
    private final Tasks tasks;
    private final Journal journal;
    private final Caller caller;
    private final EntityManager entities;
    private final Clock clock;

    NotificationService(NotificationRepository notifications, Contacts contacts, Tasks tasks, Journal journal, Caller caller, EntityManager entities,
            Clock clock) {
        this.notifications = notifications;
        this.contacts = contacts;
        this.tasks = tasks;
        this.journal = journal;
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    Page<NotificationView> list(UUID applicationId, NotificationState state, String template, PageRequest page) {
        Page<Notification> found = ListQuery.of(entities, Notification.class).filter("e.applicationId = :application", "application", applicationId)
                .filter("e.state = :state", "state", state).filter("e.template = :template", "template", template).fetch(page, one -> one);
        Map<UUID, String> roles = contacts.roleTitles(found.items().stream().map(Notification::recipientContactId).filter(Objects::nonNull).toList());
        return new Page<>(found.items().stream().map(one -> NotificationView.of(one, roles.get(one.recipientContactId()), null)).toList(),
                found.next(), found.watermark());
    }

    @Transactional
    NotificationView get(UUID id) {
        return view(existing(id));
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history(Notifier.AGGREGATE, existing(id).id());
    }

    /**
     * Queues the same e-mail once more, with the template that is in force when it is sent; to the same person or, where that one is gone, to the one who is
     * named in their place now.
     *
     * @throws Problem 409 {@code notification-under-way}, {@code recipient-gone}
     */
    @Transactional
    NotificationView resend(UUID id, ResendReason reason) {
        Notification notification = existing(id);
        notifications.locked(id);
        Notification again = notification.again(recipient(notification), notifications.resendings(notification) + 1, clock.instant());
        notifications.persist(again);
        journal.append(Entry.of(again, Notifier.AGGREGATE).event("NotificationResent").changed("state").because(reason.name()));
        tasks.settle(Outbox.FAILED_TASK, Notifier.AGGREGATE, id);
        return view(again);
    }

    private Contact recipient(Notification notification) {
        int position = notification.recipientPosition() == null ? 0 : notification.recipientPosition();
        List<Contact> named = contacts.of(notification.applicationId());
        return Optional.ofNullable(notification.recipientContactId()).flatMap(contacts::find)
                .or(() -> named.stream().filter(one -> one.position() == position).findFirst())
                .orElseThrow(() -> Problem.of(NotificationError.RECIPIENT_GONE, "Have the school name somebody in their place, then send it again."));
    }

    private NotificationView view(Notification one) {
        String roleTitle = one.recipientContactId() == null ? null : contacts.roleTitles(List.of(one.recipientContactId())).get(one.recipientContactId());
        return NotificationView.of(one, roleTitle, caller.has(Roles.PROGRAMME_TEAM) ? List.of(resending(one)) : List.of());
    }

    private static Action resending(Notification one) {
        boolean over = one.state() != NotificationState.QUEUED && one.state() != NotificationState.SENDING;
        return new Action("resend", over, over ? null : NotificationError.NOTIFICATION_UNDER_WAY.code(),
                over ? null : "It is still on its way.", "/v1/notifications/%s/resend".formatted(one.id()));
    }

    private Notification existing(UUID id) {
        return notifications.findByIdOptional(id).orElseThrow(() -> Problem.notFound("notification", id));
    }
}
