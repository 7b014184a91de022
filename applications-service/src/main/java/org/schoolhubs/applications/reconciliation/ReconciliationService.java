package org.schoolhubs.applications.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Shows what reconciliation did, and has what was given up worked again. */
@ApplicationScoped
class ReconciliationService {
    private final RegisterChangeRepository changes;
    private final EntityManager entities;
    private final ReconciliationTasks tasks;
    private final Journal journal;

    ReconciliationService(RegisterChangeRepository changes, EntityManager entities, ReconciliationTasks tasks, Journal journal) {
        this.changes = changes;
        this.entities = entities;
        this.tasks = tasks;
        this.journal = journal;
    }

    /** A page in the order in which imports gave the changes; null leaves a filter out. */
    @Transactional
    Page<ReconciliationView> list(UUID importId, String urn, ChangeOutcome outcome, boolean waiting, PageRequest page) {
        var query = ListQuery.byText(entities, RegisterChange.class, "position", RegisterChange::position, RegisterChange::changedAt)
                .filter("e.importId = :importId", "importId", importId)
                .filter("e.urn = :urn", "urn", urn)
                .filter("e.outcome = :outcome", "outcome", outcome);
        return (waiting ? query.restrict("e.outcome is null", java.util.Map.of()) : query).fetch(page, ReconciliationView::of);
    }

    /** @throws Problem 404 for an unknown id, 409 {@code reconciliation-not-failed} */
    @Transactional
    ReconciliationView repeat(long id) {
        RegisterChange change = changes.findByIdOptional(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound("reconciliation", id));
        change.repeat();
        tasks.repeated(change);
        journal.append(Entry.of("RegisterChange", String.valueOf(id), 0).event("ReconciliationRepeated").changed("outcome"));
        return ReconciliationView.of(change);
    }
}
