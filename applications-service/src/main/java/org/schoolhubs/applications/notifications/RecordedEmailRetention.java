package org.schoolhubs.applications.notifications;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Deletes recorded e-mail after some days; it is personal data. */
@ApplicationScoped
class RecordedEmailRetention {
    private final EntityManager entities;
    private final Clock clock;
    private final NotificationSettings settings;

    RecordedEmailRetention(EntityManager entities, Clock clock, NotificationSettings settings) {
        this.entities = entities;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void deleteOld() {
        entities.createQuery("delete from RecordedEmail e where e.createdAt < :before")
                .setParameter("before", clock.instant().minus(settings.recordedKeep())).executeUpdate();
    }
}
