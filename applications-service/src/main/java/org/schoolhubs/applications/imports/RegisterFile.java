package org.schoolhubs.applications.imports;

import java.sql.SQLException;
import java.util.List;
import org.schoolhubs.applications.imports.rules.Columns;

/** A kind of file: how its rows are staged, how they become the register, and how that is undone. */
interface RegisterFile {
    ImportKind kind();

    /** Columns without which the file is refused as a whole. */
    List<String> requiredColumns();

    /** Those columns that a file must have and this one has not; empty for a file that can be read. */
    default List<String> missingColumns(Columns columns) {
        return columns.missing(requiredColumns());
    }

    /** Makes the temporary tables of one import. */
    Loader begin(Staging staging) throws SQLException;

    /** Whether an import of this kind can be undone. */
    default boolean isUndoable() {
        return false;
    }

    /**
     * Puts back what an import of this kind changed, each row as a new version; {@link VersionedRows} helps. The caller has made sure that no later import of
     * the kind changed anything.
     *
     * @throws org.schoolhubs.kit.problem.Problem 409 {@code import-not-undoable} for a kind that cannot, {@code import-built-upon} naming what rests on it
     */
    default void undo(Undoing undoing) throws SQLException {
        throw Undoing.notUndoable(kind());
    }

    /** One import under way. */
    interface Loader {
        /** Stages a row, or writes down why not. */
        void row(Columns columns, List<String> fields, long line) throws SQLException;

        /**
         * Compares what was staged with the register and makes the register say it. Everything here happens in the import's transaction and is rolled back for
         * a dry run or when a person must confirm; only counts, rejections and {@link ImportChanges} are kept then.
         *
         * @throws RefusedFile where the file as a whole cannot be what it is said to be; nothing is changed then
         */
        ImportCounts merge() throws SQLException, RefusedFile;
    }
}
