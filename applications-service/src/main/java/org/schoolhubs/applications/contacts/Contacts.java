package org.schoolhubs.applications.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps the people named in applications. Callers check who is asking and journal that they were read or changed, never by value. */
@ApplicationScoped
public class Contacts {
    private final EntityManager entities;

    Contacts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Names the leaders of an application in place of those named before.
     *
     * @param keepUntil last day on which they are kept
     */
    @Transactional
    public void name(UUID applicationId, List<NamedLeader> leaders, LocalDate keepUntil) {
        entities.createQuery("delete from LeaderRow r where r.applicationId = :id").setParameter("id", applicationId).executeUpdate();
        for (int position = 0; position < leaders.size(); position++) {
            entities.persist(new LeaderRow(applicationId, position, leaders.get(position), keepUntil));
        }
        entities.flush();
    }

    /** The leaders of an application in the order in which they were named. */
    @Transactional
    public List<NamedLeader> leaders(UUID applicationId) {
        return entities.createQuery("select r from LeaderRow r where r.applicationId = :id order by r.position", LeaderRow.class)
                .setParameter("id", applicationId).getResultStream().map(LeaderRow::leader).toList();
    }

    /** How many are named. */
    @Transactional
    public int count(UUID applicationId) {
        return entities.createQuery("select count(r) from LeaderRow r where r.applicationId = :id", Long.class)
                .setParameter("id", applicationId).getSingleResult().intValue();
    }

    /** The applications that name people whose time is over on {@code today}. */
    @Transactional
    public List<UUID> expired(LocalDate today) {
        return entities.createQuery("select distinct r.applicationId from LeaderRow r where r.keepUntil < :today", UUID.class)
                .setParameter("today", today).getResultList();
    }

    /** Erases the people of an application whose time is over on {@code today}; false if another one has just done it. */
    @Transactional
    public boolean erase(UUID applicationId, LocalDate today) {
        return entities.createQuery("delete from LeaderRow r where r.applicationId = :id and r.keepUntil < :today")
                .setParameter("id", applicationId).setParameter("today", today).executeUpdate() > 0;
    }
}
