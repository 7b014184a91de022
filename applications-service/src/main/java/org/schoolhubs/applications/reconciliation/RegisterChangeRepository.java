package org.schoolhubs.applications.reconciliation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds work. */
@ApplicationScoped
class RegisterChangeRepository implements PanacheRepositoryBase<RegisterChange, Long> {
    /** Nothing is taken while an import is under way: it would be worked with half of what is coming. What another instance is working on is passed over. */
    private static final String WAITING = """
            select * from register_change where worked_at is null and (next_attempt_at is null or next_attempt_at <= :now)
              and not exists (select from register_import where state in ('RECEIVED', 'RUNNING', 'UNDOING'))
            order by rank, id limit :most for update skip locked""";
    private static final String NOTHING_TO_DO = "update register_change set outcome = 'NOTHING_TO_DO', worked_at = :now where id in (:ids)";
    private static final String CORRELATION = "select correlation_id from register_import where id = :id";
    private static final String OPEN_TASKS = "select kind, application_id from task where state = 'OPEN' and subject_type = 'Application' and kind in (:kinds)";

    private final EntityManager entities;

    RegisterChangeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Changes that wait, first ones first, held until the end of the transaction. */
    List<RegisterChange> claim(int most, Instant now) {
        @SuppressWarnings("unchecked")
        List<RegisterChange> waiting = entities.createNativeQuery(WAITING, RegisterChange.class).setParameter("now", utc(now)).setParameter("most", most)
                .getResultList();
        return waiting;
    }

    Optional<RegisterChange> claimOne(Instant now) {
        return claim(1, now).stream().findFirst();
    }

    void nothingToDo(Collection<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            entities.createNativeQuery(NOTHING_TO_DO).setParameter("now", utc(now)).setParameter("ids", ids).executeUpdate();
        }
    }

    /** What ties the work to the import that gave it. */
    String correlationOf(UUID importId) {
        return (String) entities.createNativeQuery(CORRELATION, String.class).setParameter("id", importId).getSingleResult();
    }

    /** The applications that open tasks of these kinds are about. */
    List<OpenTask> openTasks(Collection<String> kinds) {
        @SuppressWarnings("unchecked")
        List<Object[]> open = entities.createNativeQuery(OPEN_TASKS, Object[].class).setParameter("kinds", kinds).getResultList();
        return open.stream().map(row -> new OpenTask((String) row[0], (UUID) row[1])).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    record OpenTask(String kind, UUID application) {
    }
}
