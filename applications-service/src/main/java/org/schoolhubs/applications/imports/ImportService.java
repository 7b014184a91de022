package org.schoolhubs.applications.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.RequestContext;

/** Receives files and shows what became of them. */
@ApplicationScoped
class ImportService {
    static final String AGGREGATE = "Import";

    private final ImportRepository imports;
    private final Spool spool;
    private final SelectionTargets selections;
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final RequestContext request;
    private final Clock clock;

    ImportService(ImportRepository imports, Spool spool, SelectionTargets selections, EntityManager entities, Journal journal, Caller caller, RequestContext request, Clock clock) {
        this.imports = imports;
        this.spool = spool;
        this.selections = selections;
        this.entities = entities;
        this.journal = journal;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    /** What became of a request: the import, and whether it is a new one. */
    record Received(ImportView view, boolean isNew) {
    }

    /**
     * Takes a file. No database connection is held while it comes in, however slowly. Content that was taken before for the same kind and day gives the
     * import of that time; nothing happens again.
     *
     * @param announcedBytes what the request says its length is, or -1
     * @throws Problem 403 for a kind that the caller may not send, 400 and 422 by {@link SelectionTargets}, 413 too large, 400 empty, 409 while another import runs or the register describes a later day, 422 for a day to come
     */
    Received receive(ImportOrder order, long announcedBytes, InputStream body) {
        requireSender(order.kind());
        selections.require(order);
        spool.requireRoomFor(announcedBytes);
        requirePast(order);
        var file = spool.receive(body);
        try {
            return QuarkusTransaction.requiringNew().call(() -> writeDown(order, file));
        } finally {
            spool.discard(file);
        }
    }

    private void requireSender(ImportKind kind) {
        if (!caller.hasAny(kind.senders().toArray(String[]::new))) {
            throw Problem.of(CommonError.FORBIDDEN, "A file of kind %s is sent by: %s.".formatted(kind.parameter(),
                    String.join(", ", kind.senders().stream().sorted().toList())));
        }
    }

    private Received writeDown(ImportOrder order, Spool.Spooled file) {
        imports.lockReceiving();
        var same = imports.findSameContent(order, file.sha256());
        if (same.isPresent()) {
            return new Received(ImportView.of(same.get()), false);
        }
        requireNoneRunning();
        requireNotOlder(order);
        var received = new RegisterImport(order, file, caller.actor(), request.correlationId(), clock.instant());
        spool.keep(file, received.id());
        imports.persist(received);
        journal.append(Entry.of(received, AGGREGATE).event("ImportReceived"));
        return new Received(ImportView.of(received), true);
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

    private void requireNotOlder(ImportOrder order) {
        imports.latestDay(order).filter(latest -> order.asAt().isBefore(latest)).ifPresent(latest -> {
            throw Problem.of(ImportError.IMPORT_OLDER, "The register holds this kind of file as at " + latest + "; an older one would undo it.")
                    .parameter("asAt", "older", "Not before " + latest + ".");
        });
    }

    /** A page of imports in the order in which they came. */
    @Transactional
    public Page<ImportView> list(ImportKind kind, ImportState state, PageRequest page) {
        return ListQuery.of(entities, RegisterImport.class)
                .filter("e.kind = :kind", "kind", kind)
                .filter("e.state = :state", "state", state)
                .fetch(page, ImportView::of);
    }

    /** @throws Problem 404 for an unknown id */
    @Transactional
    public ImportView get(UUID id) {
        return imports.findByIdOptional(id).map(ImportView::of).orElseThrow(() -> Problem.notFound("import", id));
    }
}
