package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions and what follows them, all of them kept. */
@ApplicationScoped
class DecisionRepository {
    private final EntityManager entities;

    DecisionRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    /** A decision by its id; empty for none. */
    Optional<Decision> decision(UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(entities.find(Decision.class, id));
    }

    /** Every decision ever made or proposed, oldest first. */
    List<Decision> decisions(UUID applicationId) {
        return entities.createQuery("select d from Decision d where d.applicationId = :id order by d.proposedAt, d.id", Decision.class)
                .setParameter("id", applicationId).getResultList();
    }

    Optional<Amendment> amendment(UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(entities.find(Amendment.class, id));
    }

    /** Every amendment ever proposed, oldest first. */
    List<Amendment> amendments(UUID applicationId) {
        return entities.createQuery("select a from Amendment a where a.applicationId = :id order by a.proposedAt, a.id", Amendment.class)
                .setParameter("id", applicationId).getResultList();
    }

    Optional<Reconsideration> reconsideration(UUID applicationId) {
        return entities.createQuery("select r from Reconsideration r where r.applicationId = :id", Reconsideration.class)
                .setParameter("id", applicationId).getResultStream().findFirst();
    }

    /** Applications whose grounds for reconsideration are past their time; never one that still waits for its decision. */
    List<UUID> withExpiredGrounds(LocalDate today) {
        return entities.createQuery("""
                select r.applicationId from Reconsideration r where r.keepGroundsUntil < :today and r.grounds is not null and r.state <> :asked""", UUID.class)
                .setParameter("today", today).setParameter("asked", ReconsiderationState.ASKED).getResultList();
    }

    /** Changes of leaders, oldest first. */
    List<LeaderChange> leaderChanges(UUID applicationId) {
        return entities.createQuery("select c from LeaderChange c where c.applicationId = :id order by c.recordedAt, c.id", LeaderChange.class)
                .setParameter("id", applicationId).getResultList();
    }
}
