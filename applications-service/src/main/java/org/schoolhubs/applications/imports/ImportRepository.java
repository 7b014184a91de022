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
    private static final List<ImportState> OPEN = List.of(ImportState.RECEIVED, ImportState.RUNNING);
    private static final String RECEIVING = "select pg_advisory_xact_lock(hashtextextended('schoolhubs.imports.receive', 0))";
    private static final String WORKING = "select pg_try_advisory_xact_lock(hashtextextended('schoolhubs.imports.work', 0))";
    private static final String CLAIM = """
            select * from register_import where state in ('RECEIVED', 'RUNNING') order by created_at limit 1 for update skip locked""";
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

    Optional<RegisterImport> findSameContent(ImportOrder order, String sha256) {
        return list("kind = ?1 and asAt = ?2 and sha256 = ?3 and state <> ?4", order.kind(), order.asAt(), sha256, ImportState.FAILED).stream()
                .filter(run -> Objects.equals(run.selection(), order.selection())).findFirst();
    }

    /** The day that the register describes, by files of the order's kind; of selection lists, by those for the same cohort of a pathway. */
    Optional<LocalDate> latestDay(ImportOrder order) {
        var target = order.selection();
        var found = target == null ? find("kind = ?1 and state = ?2 order by asAt desc", order.kind(), ImportState.COMPLETED)
                : find("kind = ?1 and state = ?2 and selectionProgramme = ?3 and selectionPathway = ?4 and selectionCohort = ?5 order by asAt desc",
                        order.kind(), ImportState.COMPLETED, target.programme(), target.pathway(), target.cohort());
        return found.firstResultOptional().map(RegisterImport::asAt);
    }

    boolean isOver(UUID id) {
        return findByIdOptional(id).map(run -> !OPEN.contains(run.state())).orElse(true);
    }

    void progress(UUID id, int percent, long rows) {
        entities.createNativeQuery(PROGRESS).setParameter("percent", percent).setParameter("rows", rows).setParameter("id", id).executeUpdate();
    }
}
