package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.Precondition;

/** What waits for the programme team, how much and how long, and who looks after it. */
@ApplicationScoped
class WorkQueues {
    /** Invitations wait for a school, so they are no task: they are counted by their state. */
    private static final String COUNTS = """
            select t.kind as kind, count(*) as waiting, min(t.created_at) as oldest, count(a.assignee) as assigned
              from task t left join application a on a.id = t.application_id
              where t.state = 'OPEN' and t.role = 'programme-team' group by t.kind
            union all
            select 'invitation', count(*), min(created_at), count(assignee) from application where state = 'INVITED' having count(*) > 0
            order by kind""";
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    WorkQueues(ApplicationAccess access, ApplicationViews views, EntityManager entities, Journal journal, Clock clock) {
        this.access = access;
        this.views = views;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /** Every queue, the empty ones too; after them other kinds of open tasks of the programme team, if there are some. */
    @Transactional
    List<QueueView> counts() {
        Map<WorkQueue, QueueView> known = new EnumMap<>(WorkQueue.class);
        List<QueueView> others = new ArrayList<>();
        @SuppressWarnings("unchecked") // of the untyped native query
        List<Tuple> rows = entities.createNativeQuery(COUNTS, Tuple.class).getResultList();
        for (Tuple row : rows) {
            String kind = row.get("kind", String.class);
            QueueView view = view(kind, row);
            WorkQueue.ofTask(kind).ifPresentOrElse(queue -> known.put(queue, view), () -> others.add(view));
        }
        List<QueueView> all = new ArrayList<>();
        for (WorkQueue queue : WorkQueue.values()) {
            all.add(known.getOrDefault(queue, new QueueView(queue.taskKind(), queue.description(), 0, 0, null, null, href(queue.taskKind()))));
        }
        all.addAll(others);
        return all;
    }

    /**
     * Names who of the programme team looks after an application; null for nobody.
     *
     * @throws Problem 409 {@code assignment-impossible} for one that nobody works on
     */
    @Transactional
    ApplicationView assign(UUID id, Precondition precondition, String assignee) {
        Application application = access.readable(id);
        precondition.check(application);
        application.assign(assignee);
        journal.append(Entry.of(application, "Application").event("ApplicationAssigned").changed("assignee"));
        return views.of(application);
    }

    private QueueView view(String kind, Tuple row) {
        long waiting = row.get("waiting", Long.class);
        Instant oldest = row.get("oldest", Instant.class);
        Long days = oldest == null ? null : Duration.between(oldest, clock.instant()).toDays();
        String description = WorkQueue.ofTask(kind).map(WorkQueue::description).orElse("Other tasks of this kind.");
        return new QueueView(kind, description, waiting, row.get("assigned", Long.class), oldest, days, href(kind));
    }

    private static String href(String kind) {
        return WorkQueue.ofTask(kind).map(queue -> "/v1/applications?queue=" + queue).orElse("/v1/tasks/applications?kind=" + kind);
    }

    /** A queue of work. */
    @Schema(name = "WorkQueue", description = "What waits for the programme team, and how long the oldest has waited.")
    public record QueueView(
            @Schema(description = "Kind of the tasks.", examples = "decision") String queue,
            @Schema(examples = "Applications that wait for a decision.") String description,
            @Schema(description = "How many wait.", examples = "17") long waiting,
            @Schema(description = "How many of them somebody looks after.", examples = "12") long assigned,
            @Schema(description = "Since when the oldest has waited.", nullable = true) Instant oldestSince,
            @Schema(description = "Whole days since then.", examples = "9", nullable = true) Long oldestAgeDays,
            @Schema(description = "Where they are listed.", examples = "/v1/applications?queue=DECISION") String href) {
    }
}
