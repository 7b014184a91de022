package org.schoolhubs.applications.imports;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.schoolhubs.kit.journal.Actor;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.RequestContext;

/**
 * Takes imports back. Whether anything rests on one is asked when a person asks for it, and again by the worker in the one transaction that puts everything
 * back: killed in its middle, it leaves the register as it was, and the next tick of any instance begins again.
 */
@ApplicationScoped
class Reversals {
    private static final Logger LOG = Logger.getLogger(Reversals.class);
    private static final int NAMED = 5;
    /** What these files say is only judged by: where a person was asked because of it, judging again settles that. */
    private static final Set<ImportKind> JUDGED_AGAIN = EnumSet.of(ImportKind.OFSTED_INSPECTIONS, ImportKind.ATTENDANCE_SHARING, ImportKind.GIAS_GROUP_LINKS);
    private static final String FOLLOWED = """
            select string_agg(distinct urn, ', ') from (select urn from register_change where import_id = ? and outcome in ('FOLLOWED', 'TASK_RAISED') order by urn limit %d)
            as followed""".formatted(NAMED);
    /** Before anything else: it waits for changes that are being worked. */
    private static final String NOTHING_TO_RECONCILE = """
            update register_change set worked_at = now(), outcome = 'NOTHING_TO_DO', detail = 'The import was undone.' where import_id = ? and worked_at is null""";

    private final ImportRepository imports;
    private final List<RegisterFile> files;
    private final LiveApplications applications;
    private final DataSource database;
    private final Journal journal;
    private final RequestContext request;
    private final Clock clock;

    Reversals(ImportRepository imports, @All List<RegisterFile> files, LiveApplications applications, DataSource database, Journal journal, RequestContext request,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.applications = applications;
        this.database = database;
        this.journal = journal;
        this.request = request;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @throws Problem 409 {@code import-built-upon} naming what rests on the import
     */
    void requireNothingRestsOn(RegisterImport run, Actor person) {
        try (var connection = database.getConnection()) {
            requireNothingRestsOn(run, Undoing.of(run, connection, person, request.correlationId()));
        } catch (SQLException failure) {
            throw new IllegalStateException("It could not be found out what rests on import " + run.id(), failure);
        }
    }

    private void requireNothingRestsOn(RegisterImport run, Undoing undoing) throws SQLException {
        imports.findLater(run).ifPresent(later -> {
            throw Undoing.builtUpon("Import " + later.id() + " of the same kind came later and changed the register: undo that one first, if it is wrong too.");
        });
        var followed = JUDGED_AGAIN.contains(run.kind()) ? null : Sql.text(undoing.connection(), FOLLOWED, run.id());
        if (followed != null) {
            throw Undoing.builtUpon("Applications followed what it said of schools, or await a person because of it: " + followed + ".");
        }
        var judged = applications.judgedBy(run.fileName(), run.asAt(), run.finishedAt());
        if (!judged.isEmpty()) {
            throw Undoing.builtUpon("Live applications were judged by what it said: " + named(judged) + ".");
        }
        RegisterFiles.of(run.kind(), files).requireNothingRestsOn(undoing);
    }

    /** The first few, for a sentence. */
    static String named(Iterable<String> names) {
        var first = new TreeSet<String>();
        names.forEach(first::add);
        return String.join(", ", first.stream().limit(NAMED).toList()) + (first.size() > NAMED ? " and " + (first.size() - NAMED) + " more" : "");
    }

    /**
     * Works an import that is being taken back.
     *
     * @param stopped whether the service is going down: whatever fails then is left for the next one
     */
    void work(UUID id, int attempt, BooleanSupplier stopped) {
        if (attempt > RegisterImport.MOST_ATTEMPTS) {
            keepWhenHopeless(id);
            return;
        }
        try {
            QuarkusTransaction.requiringNew().timeout(ImportWorker.TRANSACTION_SECONDS).call(() -> putBack(id));
        } catch (QuarkusTransactionException wrapped) {
            end(id, wrapped.getCause() == null ? wrapped : wrapped.getCause(), stopped);
        } catch (RuntimeException failure) {
            end(id, failure, stopped);
        }
    }

    private ImportState putBack(UUID id) throws SQLException {
        if (!imports.isOnlyWorker()) {
            throw new ImportWorker.SomebodyElseIsAtIt();
        }
        var run = imports.findById(id);
        request.begin(run.undoCorrelationId(), null);
        try (var connection = database.getConnection(); var silence = Silence.allow(connection)) {
            var undoing = Undoing.of(run, connection, run.undoer(), run.undoCorrelationId());
            Sql.update(connection, NOTHING_TO_RECONCILE, id);
            requireNothingRestsOn(run, undoing);
            RegisterFiles.of(run.kind(), files).undo(undoing);
        }
        run.putBack(clock.instant());
        journal.append(Entry.of(run, ImportService.AGGREGATE).event("ImportUndone").changed("state"));
        LOG.infof("Import %s is %s", id, run.state());
        return run.state();
    }

    /** Everything was rolled back. What rests on the import is final; a fault of ours is tried again at the next tick, some times. */
    private void end(UUID id, Throwable failure, BooleanSupplier stopped) {
        if (stopped.getAsBoolean() || failure instanceof ImportWorker.SomebodyElseIsAtIt) {
            return;
        }
        if (failure instanceof Problem problem) {
            keep(id, problem.error().code(), problem.detail());
        } else {
            LOG.errorf(failure, "Import %s was not taken back", id);
            keepWhenHopeless(id);
        }
    }

    private void keepWhenHopeless(UUID id) {
        // Over it can be all the same: when the answer to the commit got lost, not the commit.
        if (QuarkusTransaction.requiringNew().call(() -> {
            var run = imports.findById(id);
            return run.state() == ImportState.UNDOING && run.isHopeless();
        })) {
            keep(id, "reversal-failed", "The import could not be taken back after several attempts, so it stays. The service's log says why.");
        }
    }

    private void keep(UUID id, String code, String detail) {
        QuarkusTransaction.requiringNew().run(() -> {
            var run = imports.findById(id);
            run.keep(code, detail);
            journal.append(Entry.of(run, ImportService.AGGREGATE).event("ImportKept").changed("state").because(code));
        });
    }
}
