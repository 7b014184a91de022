package org.schoolhubs.hubs.pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** The pool of accepted schools. What changes an entry runs in the transaction of the membership that causes it, and locks the entry first. */
@ApplicationScoped
public class PoolService {
    /** Type of aggregate in journal and tasks. */
    public static final String TYPE = "PoolEntry";

    private final PoolRepository entries;
    private final Journal journal;
    private final EntityManager entities;
    private final Clock clock;

    PoolService(PoolRepository entries, Journal journal, EntityManager entities, Clock clock) {
        this.entries = entries;
        this.journal = journal;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Takes in an accepted school; again, where it had left and was accepted anew.
     *
     * @return the school; empty if its application waits or is placed already
     */
    @Transactional(TxType.MANDATORY)
    public Optional<PooledSchool> enter(AcceptedSchool accepted) {
        Optional<PoolEntry> known = entries.lockedOfApplication(accepted.applicationId());
        if (known.isPresent()) {
            return known.filter(entry -> entry.enterAgain(accepted)).map(this::entered);
        }
        PoolEntry entry = new PoolEntry(accepted, clock.instant());
        entries.persist(entry);
        return Optional.of(entered(entry));
    }

    private PooledSchool entered(PoolEntry entry) {
        journal.append(Entry.of(entry, TYPE).event("SchoolPooled").changed("state"));
        return entry.facts();
    }

    /**
     * The school of an application that waits for a place; locked until the transaction ends, so that it is placed once.
     *
     * @throws Problem 404 if it is not in the pool, 409 {@code not-waiting}
     */
    @Transactional(TxType.MANDATORY)
    public PooledSchool requireWaiting(UUID applicationId) {
        PoolEntry entry = locked(applicationId);
        entry.requireWaiting();
        return entry.facts();
    }

    /** It has a membership now. */
    @Transactional(TxType.MANDATORY)
    public void placed(UUID applicationId) {
        PoolEntry entry = locked(applicationId);
        entry.place();
        journal.append(Entry.of(entry, TYPE).event("SchoolPlaced").changed("state"));
    }

    /** A lead refused it: it waits again, and is not proposed to that hub a second time. */
    @Transactional(TxType.MANDATORY)
    public void returned(UUID applicationId, UUID hubThatRefused, String reasonCode) {
        PoolEntry entry = locked(applicationId);
        entry.comeBack(hubThatRefused);
        journal.append(Entry.of(entry, TYPE).event("SchoolReturnedToPool").changed("state", "refusedByHubs").because(reasonCode));
    }

    /** It looks for no hub any more. Nothing happens if it is not in the pool or has left before. */
    @Transactional(TxType.MANDATORY)
    public void left(UUID applicationId, String reasonCode) {
        entries.lockedOfApplication(applicationId)
                .filter(PoolEntry::leave)
                .ifPresent(entry -> journal.append(Entry.of(entry, TYPE).event("SchoolLeftPool").changed("state").because(reasonCode)));
    }

    /** The school of an application, wherever it stands. */
    @Transactional
    public Optional<PooledSchool> find(UUID applicationId) {
        return entries.ofApplication(applicationId).map(PoolEntry::facts);
    }

    /** What happened to an entry. */
    public List<HistoryEntry> history(UUID entryId) {
        return journal.history(TYPE, entryId);
    }

    @Transactional
    Page<PoolEntryView> list(PoolFilter filter, PageRequest page) {
        return ListQuery.of(entities, PoolEntry.class)
                .filter("e.state = :state", "state", filter.state())
                .filter("e.programme = :programme", "programme", filter.programme())
                .filter("e.pathway = :pathway", "pathway", filter.pathway())
                .filter("e.cohort = :cohort", "cohort", filter.cohort())
                .filter("e.applicationId = :applicationId", "applicationId", filter.applicationId())
                .fetch(page, PoolEntry::view);
    }

    private PoolEntry locked(UUID applicationId) {
        return entries.lockedOfApplication(applicationId).orElseThrow(() -> Problem.notFound("accepted application", applicationId));
    }
}
