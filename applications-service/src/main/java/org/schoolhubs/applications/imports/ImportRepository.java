package org.schoolhubs.applications.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds imports. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<RegisterImport, UUID> {
    private static final List<ImportState> OPEN = List.of(ImportState.RECEIVED, ImportState.RUNNING, ImportState.UNDOING);
    private static final List<ImportState> IN_THE_REGISTER = List.of(ImportState.COMPLETED, ImportState.UNDOING);
    private static final List<ImportState> OF_NO_EFFECT = List.of(ImportState.FAILED, ImportState.CANCELLED, ImportState.UNDONE);
    private static final String RECEIVING = "select pg_advisory_xact_lock(hashtextextended('schoolhubs.imports.receive', 0))";
    private static final String WORKING = "select pg_try_advisory_xact_lock(hashtextextended('schoolhubs.imports.work', 0))";
    private static final String CLAIM = """
            select * from register_import where state in ('RECEIVED', 'RUNNING', 'UNDOING') order by created_at limit 1 for update skip locked""";
    /** By itself, so that a reader sees how far the worker is while its own transaction is still open. */
    private static final String PROGRESS = "update register_import set percent = :percent, rows_read = :rows where id = :id and state = 'RUNNING'";

    private final EntityManager entities;

    ImportRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for other requests that are about to write down an import; until the end of the transaction. */
    void lockReceiving() {
        entities.createNativeQuery(RECEIVING, Object.class).getSingleResult();
    }

    /** Whether this transaction is the only worker now, in all instances of the service. The lock goes with the transaction, or with the process. */
    boolean isOnlyWorker() {
        return (Boolean) entities.createNativeQuery(WORKING, Boolean.class).getSingleResult();
    }

    /** The import that came first of those that are not over. */
    Optional<RegisterImport> claim() {
        List<RegisterImport> waiting = entities.createNativeQuery(CLAIM, RegisterImport.class).getResultList();
        return waiting.stream().findFirst();
    }

    boolean hasWork() {
        return count("state in ?1", OPEN) > 0;
    }

    Optional<RegisterImport> findOpen() {
        return find("state in ?1", OPEN).firstResultOptional();
    }

    /** The import that this content was, is or waits to be. */
    Optional<RegisterImport> findSameContent(ImportOrder order, String sha256) {
        return list("kind = ?1 and asAt = ?2 and sha256 = ?3 and dryRun = false and state not in ?4", order.kind(), order.asAt(), sha256, OF_NO_EFFECT).stream()
                .filter(run -> Objects.equals(run.selection(), order.selection())).findFirst();
    }

    /** The dry run of this content that is not over; one that is says nothing about the register of today. */
    Optional<RegisterImport> findSameDryRun(ImportOrder order, String sha256) {
        return list("kind = ?1 and asAt = ?2 and sha256 = ?3 and dryRun = true and state in ?4", order.kind(), order.asAt(), sha256, OPEN).stream()
                .filter(run -> Objects.equals(run.selection(), order.selection())).findFirst();
    }

    /** A later import of the kind, of selection lists for the same cohort of a pathway, that changed anything and was not undone. */
    Optional<RegisterImport> findLater(RegisterImport run) {
        var changed = run.kind().endsWhatIsMissing() ? "rowsCreated + rowsChanged + missing > 0" : "rowsCreated + rowsChanged > 0";
        return list("kind = ?1 and state = ?2 and finishedAt > ?3 and " + changed + " order by finishedAt", run.kind(), ImportState.COMPLETED, run.finishedAt()).stream()
                .filter(later -> Objects.equals(later.selection(), run.selection())).findFirst();
    }

    /** The newest import of a kind that is in the register: that of the latest day, and of one day the last. */
    Optional<RegisterImport> findNewest(ImportKind kind) {
        return find("kind = ?1 and state in ?2 order by asAt desc, finishedAt desc", kind, IN_THE_REGISTER).firstResultOptional();
    }

    /** The day that the register describes, by files of this kind; of selection lists, by those for the same cohort of a pathway. */
    Optional<LocalDate> latestDay(ImportKind kind, SelectionTarget target) {
        if (target == null) {
            return findNewest(kind).map(RegisterImport::asAt);
        }
        return find("kind = ?1 and state = ?2 and selectionProgramme = ?3 and selectionPathway = ?4 and selectionCohort = ?5 order by asAt desc", kind,
                ImportState.COMPLETED, target.programme(), target.pathway(), target.cohort()).firstResultOptional().map(RegisterImport::asAt);
    }

    /** Whether the worker needs the file of the import no more. */
    boolean isOver(UUID id) {
        return findByIdOptional(id).map(run -> run.state().isOver()).orElse(true);
    }

    void progress(UUID id, int percent, long rows) {
        entities.createNativeQuery(PROGRESS).setParameter("percent", percent).setParameter("rows", rows).setParameter("id", id).executeUpdate();
    }
}
