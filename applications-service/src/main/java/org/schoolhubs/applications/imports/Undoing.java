package org.schoolhubs.applications.imports;

import java.sql.Connection;
import java.util.UUID;
import org.schoolhubs.kit.journal.Actor;
import org.schoolhubs.kit.problem.Problem;

/**
 * An import that a person takes back, in one transaction.
 *
 * @param connection    of that transaction
 * @param importId      the import
 * @param person        who takes it back, for the journal
 * @param correlationId of the request
 */
record Undoing(Connection connection, UUID importId, Actor person, String correlationId) {

    static Problem notUndoable(ImportKind kind) {
        return Problem.of(ImportError.IMPORT_NOT_UNDOABLE, "An import of " + kind.parameter() + " cannot be undone: send a corrected file instead.");
    }

    static Problem builtUpon(String what) {
        return Problem.of(ImportError.IMPORT_BUILT_UPON, what + " Send a corrected file instead.");
    }
}
