package org.schoolhubs.applications.imports;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolhubs.kit.journal.Actor;
import org.schoolhubs.kit.problem.Problem;

/**
 * An import that a person takes back, in one transaction.
 *
 * @param connection    of that transaction
 * @param importId      the import
 * @param kind          what file it was
 * @param fileName      its name, as evidence names it
 * @param asAt          the day that it describes
 * @param since         when it went in
 * @param person        who takes it back, for the journal
 * @param correlationId of the request
 */
record Undoing(Connection connection, UUID importId, ImportKind kind, String fileName, LocalDate asAt, Instant since, Actor person, String correlationId) {

    static Undoing of(RegisterImport run, Connection connection, Actor person, String correlationId) {
        return new Undoing(connection, run.id(), run.kind(), run.fileName(), run.asAt(), run.finishedAt(), person, correlationId);
    }

    /** @param what a sentence that names what rests on the import */
    static Problem builtUpon(String what) {
        return Problem.of(ImportError.IMPORT_BUILT_UPON, what + " Send a corrected file instead.");
    }
}
