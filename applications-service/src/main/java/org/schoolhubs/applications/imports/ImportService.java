package org.schoolhubs.applications.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.RequestContext;

/** Receives files, shows what became of them, and lets people decide about them. */
@ApplicationScoped
class ImportService {
    static final String AGGREGATE = "Import";
    private static final String CONFIRMATION = "import-confirmation";

    private final ImportRepository imports;
    private final Spool spool;
    private final SelectionTargets selections;
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final RequestContext request;
    private final Clock clock;
    private final ImportViews views;
    private final Tasks tasks;
    private final Reversals reversals;
    private final TransactionSynchronizationRegistry transaction;

    ImportService(ImportRepository imports, Spool spool, SelectionTargets selections, EntityManager entities, Journal journal, Caller caller, RequestContext request, Clock clock,
            ImportViews views, Tasks tasks, Reversals reversals, TransactionSynchronizationRegistry transaction) {
        this.imports = imports;
        this.spool = spool;
        this.selections = selections;
        this.entities = entities;
        this.journal = journal;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
        this.views = views;
        this.tasks = tasks;
        this.reversals = reversals;
        this.transaction = transaction;
    }

    /** What became of a request: the import, and whether it is a new one. */
    record Received(ImportView view, boolean isNew) {
    }

    /**
     * Takes a file. No database connection is held while it comes in, however slowly. Content that was taken before for the same kind and day gives the
     * import of that time; nothing happens again.
     *
     * @param dryRun         whether the register is to stay as it is
     * @param announcedBytes what the request says its length is, or -1
     * @throws Problem 400 and 422 by {@link SelectionTargets}, 413 too large, 400 empty, 409 while another import runs or
     *                 the register describes a later day, 422 for a day to come
     */
    Received receive(ImportOrder order, boolean dryRun, long announcedBytes, InputStream body) {
        selections.require(order);
        spool.requireRoomFor(announcedBytes);
        requirePast(order);
        var file = spool.receive(body);
        try {
            return QuarkusTransaction.requiringNew().call(() -> writeDown(order, dryRun, file));
        } finally {
            spool.discard(file);
        }
    }

    private Received writeDown(ImportOrder order, boolean dryRun, Spool.Spooled file) {
        imports.lockReceiving();
        var same = dryRun ? imports.findSameDryRun(order, file.sha256()) : imports.findSameContent(order, file.sha256());
        if (same.isPresent()) {
            return new Received(views.of(same.get()), false);
        }
        requireNoneRunning();
        requireNotOlder(order.kind(), order.asAt(), order.selection());
        var received = new RegisterImport(order, dryRun, file, caller.actor(), request.correlationId(), clock.instant());
        spool.keep(file, received.id());
        imports.persist(received);
        journal.append(Entry.of(received, AGGREGATE).event("ImportReceived"));
        return new Received(views.of(received), true);
    }

    private void requirePast(ImportOrder order) {
        if (order.asAt().isAfter(LondonDates.today(clock))) {
            throw Problem.of(ImportError.IMPORT_FUTURE, "Give the day that the file describes, today at the latest.")
                    .parameter("asAt", "in-the-future", "Not after today.");
        }
    }

    private void requireNoneRunning() {
        imports.findOpen().ifPresent(open -> {
            throw Problem.of(ImportError.IMPORT_RUNNING, "Wait until import " + open.id() + " is over: one runs at a time.");
        });
    }

    private void requireNotOlder(ImportKind kind, LocalDate asAt, SelectionTarget selection) {
        imports.latestDay(kind, selection).filter(asAt::isBefore).ifPresent(latest -> {
            throw Problem.of(ImportError.IMPORT_OLDER, "The register holds this kind of file as at " + latest + "; an older one would undo it.")
                    .parameter("asAt", "older", "Not before " + latest + ".");
        });
    }

    /**
     * A person lets a file in that closes or moves many schools. It is read again, and waits again if it would close or move still more by now.
     *
     * @throws Problem 403 for a client, 409 unless it waits, for its own sender, while another import runs, or when the register describes a later day by now
     */
    @Transactional
    public ImportView confirm(UUID id, Precondition precondition) {
        caller.requirePerson();
        var run = require(id, precondition);
        run.requireConfirmable(caller.subject());
        imports.lockReceiving();
        requireNoneRunning();
        requireNotOlder(run.kind(), run.asAt(), run.selection());
        run.confirm(caller.subject(), clock.instant());
        tasks.settle(CONFIRMATION, AGGREGATE, id);
        journal.append(Entry.of(run, AGGREGATE).event("ImportConfirmed").changed("state"));
        return views.detailed(run);
    }

    /** @throws Problem 403 for a client, 409 unless it waits for confirmation */
    @Transactional
    public ImportView cancel(UUID id, Precondition precondition) {
        caller.requirePerson();
        var run = require(id, precondition);
        run.cancel(caller.subject(), clock.instant());
        tasks.settle(CONFIRMATION, AGGREGATE, id);
        journal.append(Entry.of(run, AGGREGATE).event("ImportCancelled").changed("state"));
        afterCommit(() -> spool.remove(id));
        return views.detailed(run);
    }

    /**
     * Asks for a completed import to be taken back, while nothing rests on it. A worker does it.
     *
     * @throws Problem 403 for a client; 409 unless it is completed, while another import runs, {@code import-built-upon} when a later import of the kind changed
     *                 anything or something else rests on what it brought
     */
    @Transactional
    public ImportView undo(UUID id, Precondition precondition) {
        caller.requirePerson();
        var run = require(id, precondition);
        run.requireUndoable();
        imports.lockReceiving();
        requireNoneRunning();
        reversals.requireNothingRestsOn(run, caller.actor());
        run.undo(caller.actor(), request.correlationId());
        journal.append(Entry.of(run, AGGREGATE).event("ImportReversalRequested").changed("state"));
        return views.detailed(run);
    }

    private RegisterImport require(UUID id, Precondition precondition) {
        var run = imports.findByIdOptional(id).orElseThrow(() -> Problem.notFound("import", id));
        precondition.check(run);
        return run;
    }

    private void afterCommit(Runnable act) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    act.run();
                }
            }
        });
    }

    /** What asks a person to look at an import that the guard stopped. */
    static Task.Draft confirmationTask(UUID id, ImportReport.Guard guard) {
        return Task.of(CONFIRMATION, AGGREGATE, id, null, "import-guard", "A register file would close or move " + guard.closedOrMoved() + " schools, more than the "
                + guard.limit() + " that go in by themselves: read its report, then confirm or cancel it.", Roles.PROGRAMME_TEAM);
    }

    /** A page of imports in the order in which they came. */
    @Transactional
    public Page<ImportView> list(ImportKind kind, ImportState state, PageRequest page) {
        return ListQuery.of(entities, RegisterImport.class)
                .filter("e.kind = :kind", "kind", kind)
                .filter("e.state = :state", "state", state)
                .fetch(page, views::of);
    }

    /** @throws Problem 404 for an unknown id */
    @Transactional
    public ImportView get(UUID id) {
        return imports.findByIdOptional(id).map(views::detailed).orElseThrow(() -> Problem.notFound("import", id));
    }

    /** What happened to an import, oldest first. */
    @Transactional
    public List<HistoryEntry> history(UUID id) {
        get(id);
        return journal.history(AGGREGATE, id);
    }

    /** What an import changed or would change, by URN. */
    @Transactional
    public Page<ImportChangeView> changes(UUID id, ImportChange.Kind change, PageRequest page) {
        get(id);
        return ListQuery.byText(entities, ImportChange.class, "urn", ImportChange::urn, ImportChange::changedAt)
                .restrict("e.importId = :import", Map.of("import", id))
                .filter("concat(' ', array_to_string(e.changes, ' '), ' ') like :change", "change", change == null ? null : "% " + change + " %")
                .fetch(page, views::of);
    }
}
