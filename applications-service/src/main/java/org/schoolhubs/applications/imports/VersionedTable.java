package org.schoolhubs.applications.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of the register whose rows follow a full file: what is new is inserted, what differs is updated after its old row went to the table's history.
 * It has the columns version, import_id, source_file and source_as_at; its history is the table of the same name with {@code _version} behind.
 */
final class VersionedTable {
    private final String name;
    private final String key;
    private final Map<String, String> columns;

    /**
     * @param key     its primary key, text
     * @param columns the columns that files fill, each with its type
     */
    VersionedTable(String name, String key, Map<String, String> columns) {
        this.name = name;
        this.key = key;
        this.columns = new LinkedHashMap<>(columns);
    }

    /** What a merge did. */
    record Merged(long created, long changed) {
    }

    /** Key and columns of a staging table, with the line of the file. */
    String definitions() {
        return "line bigint not null, " + key + " text not null, "
                + columns.entrySet().stream().map(column -> column.getKey() + " " + column.getValue()).collect(Collectors.joining(", "));
    }

    /** The same without types. */
    String names() {
        return "line, " + key + ", " + String.join(", ", columns.keySet());
    }

    /** The temporary table that {@link #merge} leaves behind: key, old_version (null where new) and what the file says. */
    String changes() {
        return name + "_change";
    }

    /** Makes the table say what the staging table says of the keys in it. A row that comes back after its import was undone goes on counting versions. */
    Merged merge(Connection connection, Lineage lineage, String staging) throws SQLException {
        Sql.execute(connection, "analyze " + staging);
        Sql.execute(connection, """
                create temporary table %1$s_change on commit drop as
                select t.*, r.version as old_version from %3$s t left join %1$s r on r.%2$s = t.%2$s
                where r.%2$s is null or (%4$s) is distinct from (%5$s)""".formatted(name, key, staging, prefixed("r"), prefixed("t")));
        long changes = Sql.number(connection, "select count(*) from " + changes());
        if (changes == 0) {
            return new Merged(0, 0);
        }
        long changed = Sql.update(connection, """
                insert into %1$s_version (%2$s, version, valid_from, valid_to, import_id, superseded_by, content)
                select r.%2$s, r.version, r.source_as_at, greatest(r.source_as_at, ?), r.import_id, ?, to_jsonb(r)
                from %1$s r join %1$s_change c on c.%2$s = r.%2$s""".formatted(name, key), lineage.asAt(), lineage.importId());
        Sql.update(connection, """
                update %1$s r set version = r.version + 1, import_id = ?, source_file = ?, source_as_at = greatest(r.source_as_at, ?), %3$s
                from %1$s_change c where c.%2$s = r.%2$s and c.old_version is not null""".formatted(name, key,
                columns.keySet().stream().map(column -> column + " = c." + column).collect(Collectors.joining(", "))),
                lineage.importId(), lineage.fileName(), lineage.asAt());
        Sql.update(connection, """
                insert into %1$s (%2$s, version, import_id, source_file, source_as_at, %3$s)
                select %2$s, coalesce((select max(v.version) + 1 from %1$s_version v where v.%2$s = c.%2$s), 0), ?, ?, ?, %3$s
                from %1$s_change c where old_version is null order by line""".formatted(name, key, String.join(", ", columns.keySet())),
                lineage.importId(), lineage.fileName(), lineage.asAt());
        return new Merged(changes - changed, changed);
    }

    /** How imports of it are undone. */
    VersionedRows rows() {
        return new VersionedRows(name, key, String.join(", ", columns.keySet()));
    }

    private String prefixed(String alias) {
        return columns.keySet().stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }
}
