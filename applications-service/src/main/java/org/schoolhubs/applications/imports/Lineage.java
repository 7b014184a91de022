package org.schoolhubs.applications.imports;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolhubs.kit.journal.Actor;

/**
 * What is written beside every fact that an import brings.
 *
 * @param dryRun    whether the register stays as it is
 * @param confirmed how many closures and moves a person has confirmed
 * @param attempt   counts the workers that have begun it, from 1
 * @param selection what a selection list is for; null for other kinds
 */
record Lineage(UUID importId, ImportKind kind, String fileName, LocalDate asAt, long bytes, boolean dryRun, long confirmed, Actor requester, String correlationId, int attempt,
        SelectionTarget selection) {
    static Lineage of(RegisterImport run) {
        return new Lineage(run.id(), run.kind(), run.fileName(), run.asAt(), run.bytes(), run.isDryRun(), run.confirmedGuarded(), run.requester(), run.correlationId(), run.attempts(),
                run.selection());
    }
}
