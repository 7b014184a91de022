package org.schoolhubs.applications.imports;

import java.sql.SQLException;
import java.util.List;
import org.schoolhubs.applications.imports.rules.Columns;

/** A kind of file: how its rows are staged and how they become the register. */
interface RegisterFile {
    ImportKind kind();

    /** Columns without which the file is refused as a whole. */
    List<String> requiredColumns();

    /** Another set of columns under which this kind comes, too; empty where there is none. */
    default List<String> otherColumns() {
        return List.of();
    }

    /** Makes the temporary tables of one import. */
    Loader begin(Staging staging) throws SQLException;

    /** One import under way. */
    interface Loader {
        /** Stages a row, or writes down why not. */
        void row(Columns columns, List<String> fields, long line) throws SQLException;

        /**
         * Compares what was staged with the register and makes the register say it.
         *
         * @throws RefusedFile where the file as a whole cannot be what it is said to be; nothing is changed then
         */
        ImportCounts merge() throws SQLException, RefusedFile;
    }
}
