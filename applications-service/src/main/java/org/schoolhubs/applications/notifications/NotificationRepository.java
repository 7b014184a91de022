package org.schoolhubs.applications.notifications;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kit.aggregate.Ids;

/** Finds notifications and what is known of their applications. */
@ApplicationScoped
class NotificationRepository implements PanacheRepositoryBase<Notification, UUID> {
    private static final String CLAIM = """
            select * from notification where state in ('QUEUED', 'SENDING') and next_attempt_at <= :now
            order by next_attempt_at, id limit 1 for update skip locked""";
    /** Two consumers may hear of an application at the same moment: the second waits for the first. */
    private static final String MEET = """
            insert into notified_application (id, version, created_at, application_id) values (:id, 0, :now, :application) on conflict (application_id) do nothing""";

    /** The next one whose time has come and that no other sender has in its hands. */
    Optional<Notification> claim(Instant now) {
        List<?> next = getEntityManager().createNativeQuery(CLAIM, Notification.class).setParameter("now", now).getResultList();
        return next.stream().map(Notification.class::cast).findFirst();
    }

    /** That one, and nobody else changes it until the end of the transaction. */
    Notification locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The application, as far as events have told; made where it is not there. */
    NotifiedApplication meet(UUID applicationId, Instant now) {
        getEntityManager().createNativeQuery(MEET).setParameter("id", Ids.next()).setParameter("now", now)
                .setParameter("application", applicationId).executeUpdate();
        return getEntityManager().createQuery("select a from NotifiedApplication a where a.applicationId = :id", NotifiedApplication.class)
                .setParameter("id", applicationId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
    }

    /** The application, as far as events have told. */
    Optional<NotifiedApplication> application(UUID applicationId) {
        return getEntityManager().createQuery("select a from NotifiedApplication a where a.applicationId = :id", NotifiedApplication.class)
                .setParameter("id", applicationId).getResultStream().findFirst();
    }

    /** The greatest number of a resending of an event's e-mail to anybody. */
    int resendings(Notification of) {
        return getEntityManager().createQuery("select max(n.resendNumber) from Notification n where n.eventId = :event and n.template = :template",
                Integer.class)
                .setParameter("event", of.eventId()).setParameter("template", of.template()).getSingleResult();
    }
}
