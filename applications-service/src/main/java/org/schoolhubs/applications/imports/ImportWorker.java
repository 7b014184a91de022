package org.schoolhubs.applications.imports;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.schoolhubs.applications.imports.ImportState.Act;
import org.schoolhubs.applications.imports.rules.ImportGuard;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.web.RequestContext;

/**
 * Reads files behind the requests that brought them. One transaction holds everything that an import does to the register: killed in its middle, it leaves
 * the register as it was, and the next tick of any instance begins again. A dry run does all of it and is taken back, so that it says what the import would do.
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    /** Of the merging transaction; a file of a million rows takes about a minute. */
    static final int TRANSACTION_SECONDS = 3600;
    private static final int REPORT_EVERY_ROWS = 2_000;
    private static final int PERCENT_READ = 80;
    private static final String OPEN_SCHOOLS = "select count(*) from school where status in ('OPEN', 'OPEN_PROPOSED_TO_CLOSE')";

    private final ImportRepository imports;
    private final Spool spool;
    private final List<RegisterFile> files;
    private final DataSource database;
    private final Journal journal;
    private final Caller caller;
    private final RequestContext request;
    private final Clock clock;
    private final ImportSettings settings;
    private final LiveApplications applications;
    private final ImportViews views;
    private final Tasks tasks;
    private final Reversals reversals;
    private volatile boolean stopped;

    ImportWorker(ImportRepository imports, Spool spool, @All List<RegisterFile> files, DataSource database, Journal journal, Caller caller,
            RequestContext request, Clock clock, ImportSettings settings, LiveApplications applications, ImportViews views, Tasks tasks, Reversals reversals) {
        this.imports = imports;
        this.spool = spool;
        this.files = files;
        this.database = database;
        this.journal = journal;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
        this.settings = settings;
        this.applications = applications;
        this.views = views;
        this.tasks = tasks;
        this.reversals = reversals;
    }

    @ActivateRequestContext
    void sweepSpool(@Observes StartupEvent started) {
        spool.sweep(id -> QuarkusTransaction.requiringNew().call(() -> imports.isOver(id)), clock.instant());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** Takes the next import that is to go in or to be taken back, if there is one and nobody else is at work. */
    @Scheduled(every = "${schoolhubs.imports.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void tick() {
        if (stopped || !QuarkusTransaction.requiringNew().call(imports::hasWork)) {
            return;
        }
        caller.actAsSystem();
        QuarkusTransaction.requiringNew().call(this::begin).ifPresent(Runnable::run);
    }

    /** Claims an import unless a worker that lives holds the lock; one that died has lost it with its connection. */
    private Optional<Runnable> begin() {
        if (!imports.isOnlyWorker()) {
            return Optional.empty();
        }
        return imports.claim().map(run -> {
            run.begin(clock.instant());
            var lineage = Lineage.of(run);
            return run.state() == ImportState.UNDOING ? () -> reversals.work(lineage.importId(), lineage.attempt(), () -> stopped)
                    : () -> workUnlessHopeless(lineage);
        });
    }

    /** A file that took the whole process with it each time never came to {@link #end}: its last attempt is counted here. */
    private void workUnlessHopeless(Lineage lineage) {
        if (lineage.attempt() > RegisterImport.MOST_ATTEMPTS) {
            failWhenHopeless(lineage.importId());
        } else {
            work(lineage);
        }
    }

    private void work(Lineage lineage) {
        request.begin(lineage.correlationId(), null);
        try {
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> bringIn(lineage));
        } catch (QuarkusTransactionException wrapped) {
            end(lineage, wrapped.getCause() == null ? wrapped : wrapped.getCause());
        } catch (RuntimeException failure) {
            end(lineage, failure);
        }
        if (!stopped && QuarkusTransaction.requiringNew().call(() -> imports.isOver(lineage.importId()))) {
            spool.remove(lineage.importId());
        }
    }

    private ImportState bringIn(Lineage lineage) throws SQLException, IOException, RefusedFile {
        if (!imports.isOnlyWorker()) {
            throw new SomebodyElseIsAtIt();
        }
        var file = RegisterFiles.of(lineage.kind(), files);
        RegisterImport.Findings findings;
        boolean held;
        try (var csv = CsvFile.open(() -> spool.open(lineage.importId())); var connection = database.getConnection();
                var silence = Silence.allow(connection)) {
            RegisterFiles.requireColumns(file, csv.columns(), files);
            var changes = new ImportChanges(connection, lineage.importId());
            changes.forget();
            long openBefore = Sql.number(connection, OPEN_SCHOOLS);
            Sql.execute(connection, "savepoint as_it_was");
            changes.prepare(applications);
            var counts = read(csv, file, new Staging(connection, lineage)).merge();
            findings = findings(counts, changes.count(counts.created()), openBefore, lineage);
            held = findings.guard() != null && findings.guard().needsConfirmation() && !lineage.dryRun();
            if (held || lineage.dryRun()) {
                changes.keepThrough(spool.temporary(), () -> Sql.execute(connection, "rollback to savepoint as_it_was"));
            }
        }
        return conclude(lineage, findings, held);
    }

    private RegisterImport.Findings findings(ImportCounts counts, ImportChanges.Found found, long openBefore, Lineage lineage) {
        var guard = new ImportGuard(openBefore, settings.guardShare(), settings.guardAtLeast());
        var standing = openBefore == 0 ? null
                : new ImportReport.Guard(openBefore, found.closedOrMoved(), guard.limit(), guard.stops(found.closedOrMoved(), lineage.confirmed()));
        return new RegisterImport.Findings(counts, views.write(found.report().with(standing)), standing);
    }

    private ImportState conclude(Lineage lineage, RegisterImport.Findings findings, boolean held) {
        var run = imports.findById(lineage.importId());
        if (held) {
            run.hold(findings);
            tasks.open(ImportService.confirmationTask(run.id(), findings.guard()));
            journal.append(Entry.of(run, ImportService.AGGREGATE).event("ImportHeld").because("import-guard"));
        } else if (lineage.dryRun()) {
            run.report(findings, clock.instant());
            journal.append(Entry.of(run, ImportService.AGGREGATE).event("ImportDryRunCompleted"));
        } else {
            run.complete(findings, clock.instant());
            journal.append(Entry.of(run, ImportService.AGGREGATE).event("ImportCompleted"));
        }
        LOG.infof("Import %s is %s: %s", lineage.importId(), run.state(), findings.counts());
        return run.state();
    }

    private RegisterFile.Loader read(CsvFile csv, RegisterFile file, Staging staging) throws SQLException, RefusedFile {
        var loader = file.begin(staging);
        long rejectedBefore = 0;
        for (var record = csv.next(); record != null; record = csv.next()) {
            rejectedBefore = staging.rowsRejected();
            loader.row(csv.columns(), record.getFields(), record.getStartingLineNumber());
            if (staging.rowsRead() % REPORT_EVERY_ROWS == 0) {
                report(staging, csv.bytesRead());
            }
        }
        requireWhole(csv, staging, staging.rowsRejected() > rejectedBefore);
        report(staging, staging.lineage().bytes());
        return loader;
    }

    /** A part of a file is none: what it lacks would look as if it had ended. */
    private static void requireWhole(CsvFile csv, Staging staging, boolean lastWasRejected) throws RefusedFile {
        if (staging.rowsRead() == 0) {
            throw new RefusedFile("file-without-rows", "The file has a header line and no row. Nothing was changed.");
        }
        if (lastWasRejected && csv.endsWithinALine()) {
            throw new RefusedFile("file-cut-off", "The file ends within its last row, which cannot be taken and has no line end: it was cut off. Nothing was changed: "
                    + "send the whole file.");
        }
    }

    private void report(Staging staging, long bytesRead) {
        int percent = (int) (bytesRead * PERCENT_READ / staging.lineage().bytes());
        QuarkusTransaction.requiringNew().run(() -> imports.progress(staging.lineage().importId(), percent, staging.rowsRead()));
    }

    /**
     * The merge was rolled back. A fault of the file is final; one of ours is tried again at the next tick, some times. Whatever fails while the service is
     * going down is left for the next one.
     */
    private void end(Lineage lineage, Throwable failure) {
        if (stopped || failure instanceof SomebodyElseIsAtIt) {
            return;
        }
        if (failure instanceof RefusedFile refused) {
            settle(lineage.importId(), Act.REFUSE, refused.code(), refused.getMessage());
        } else if (failure instanceof NoSuchFileException) {
            settle(lineage.importId(), Act.FAIL, "file-lost", "The file is no longer there. Nothing was changed: send it again.");
        } else {
            LOG.errorf(failure, "Import %s did not finish", lineage.importId());
            failWhenHopeless(lineage.importId());
        }
    }

    private void failWhenHopeless(UUID id) {
        // Over it can be all the same: when the answer to the commit got lost, not the commit.
        if (QuarkusTransaction.requiringNew().call(() -> !imports.isOver(id) && imports.findById(id).isHopeless())) {
            settle(id, Act.FAIL, "import-failed", "The import did not finish after several attempts. Nothing was changed; the service's log says why.");
        }
    }

    private void settle(UUID id, Act act, String code, String detail) {
        QuarkusTransaction.requiringNew().run(() -> {
            var run = imports.findById(id);
            if (act == Act.REFUSE) {
                run.refuse(code, detail, clock.instant());
            } else {
                run.fail(code, detail, clock.instant());
            }
            journal.append(Entry.of(run, ImportService.AGGREGATE).event(act == Act.REFUSE ? "ImportRefused" : "ImportFailed").because(code));
        });
    }

    /** Another instance took the lock between claim and work; it has the import now. */
    static final class SomebodyElseIsAtIt extends RuntimeException {
    }
}
