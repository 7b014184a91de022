package org.schoolhubs.kit.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** What needs a person, opened and settled in the transactions that cause it. */
@ApplicationScoped
public class Tasks {
    private final EntityManager entities;
    private final Clock clock;
    private final Caller caller;

    Tasks(EntityManager entities, Clock clock, Caller caller) {
        this.entities = entities;
        this.clock = clock;
        this.caller = caller;
    }

    /** Opens a task unless one of that kind is open for that subject. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Task.Draft draft) {
        if (open(draft.kind(), draft.subjectType(), draft.subjectId()).isEmpty()) {
            entities.persist(new Task(draft, clock.instant()));
        }
    }

    /** Settles the open task of that kind for that subject, if there is one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(String kind, String subjectType, Object subjectId) {
        open(kind, subjectType, subjectId.toString()).forEach(task -> task.settle(clock.instant(), caller.subject()));
    }

    private List<Task> open(String kind, String subjectType, String subjectId) {
        return entities.createQuery("select e from Task e where e.kind = :kind and e.subjectType = :type and e.subjectId = :subject and e.state = :open", Task.class)
                .setParameter("kind", kind).setParameter("type", subjectType).setParameter("subject", subjectId).setParameter("open", Task.State.OPEN)
                .getResultList();
    }

    /** The tasks of the caller's roles; everything for those who read everything. */
    @Transactional
    Page<TaskView> list(PageRequest page, Task.State state, String kind, boolean everything) {
        ListQuery<Task> query = ListQuery.of(entities, Task.class).filter("e.state = :state", "state", state).filter("e.kind = :kind", "kind", kind);
        if (!everything) {
            query.restrict("e.role in :roles", Map.of("roles", caller.roles()));
        }
        return query.fetch(page, Task::view);
    }
}
