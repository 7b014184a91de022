package org.schoolhubs.applications.imports;

import java.sql.SQLException;

/**
 * Undoing for tables of the register whose superseded rows stand as JSON in {@code <table>_version} (key, version, valid_from, valid_to, import_id,
 * superseded_by, content) and that carry {@code version, import_id, source_file, source_as_at} themselves.
 */
final class VersionedRows {
    private final String table;
    private final String key;
    private final String columns;

    /**
     * @param table   such as {@code attendance_sharing}
     * @param key     its key column
     * @param columns the columns that come from the file, separated by commas
     */
    VersionedRows(String table, String key, String columns) {
        this.table = table;
        this.key = key;
        this.columns = columns;
    }

    /**
     * Makes every row that the import changed say again what it said before, as a new version; what the import said is kept as a version that ended on the day
     * on which it began.
     *
     * @return rows put back
     */
    long restore(Undoing undoing) throws SQLException {
        keep(undoing, "exists (select from " + table + "_version v where v." + key + " = r." + key + " and v.superseded_by = r.import_id)");
        return Sql.update(undoing.connection(), """
                update %1$s r set version = r.version + 1, import_id = v.import_id, source_file = o.source_file, source_as_at = o.source_as_at, (%3$s) = (select %4$s)
                from %1$s_version v, jsonb_populate_record(null::%1$s, v.content) o
                where v.%2$s = r.%2$s and v.superseded_by = r.import_id and v.import_id <> v.superseded_by and r.import_id = ?"""
                .formatted(table, key, columns, "o." + columns.replace(", ", ", o.")), undoing.importId());
    }

    /** What the import brought leaves the table for its history. After {@link #restore}. */
    long remove(Undoing undoing) throws SQLException {
        keep(undoing, "true");
        return Sql.update(undoing.connection(), "delete from " + table + " where import_id = ?", undoing.importId());
    }

    /**
     * What the import brought stays, but for one column, as a new version: for rows that others refer to. After {@link #restore}.
     *
     * @param column what becomes of it, such as {@code status = 'CLOSED'}
     */
    long end(Undoing undoing, String column) throws SQLException {
        keep(undoing, "true");
        return Sql.update(undoing.connection(), "update %s set version = version + 1, %s where import_id = ?".formatted(table, column), undoing.importId());
    }

    private void keep(Undoing undoing, String condition) throws SQLException {
        Sql.update(undoing.connection(), """
                insert into %1$s_version (%2$s, version, valid_from, valid_to, import_id, superseded_by, content)
                select r.%2$s, r.version, r.source_as_at, r.source_as_at, r.import_id, r.import_id, to_jsonb(r) from %1$s r
                where r.import_id = ? and %3$s""".formatted(table, key, condition), undoing.importId());
    }
}
