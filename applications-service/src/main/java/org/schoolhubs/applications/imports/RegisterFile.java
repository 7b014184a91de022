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

    /**
     * Finds out whether anything rests on what an import of this kind brought. Asked for every kind before: later imports of the kind, reconciliation, and live
     * applications that were judged by the file ({@link Reversals}).
     *
     * @throws org.schoolhubs.kit.problem.Problem 409 {@code import-built-upon} naming what rests on it
     */
    void requireNothingRestsOn(Undoing undoing) throws SQLException;

    /**
     * Puts back what an import of this kind changed, each row as a new version, and publishes it as full state; {@link VersionedRows} helps. In the transaction of
     * {@link #requireNothingRestsOn}, after it.
     */
    void undo(Undoing undoing) throws SQLException;

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
