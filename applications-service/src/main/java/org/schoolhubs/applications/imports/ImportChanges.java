package org.schoolhubs.applications.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * What an import changes, school by school, in {@code import_change}, written by the kinds of file inside their merge; and how it is kept when the merge itself
 * is taken back, because it was a dry run or a person must confirm.
 */
final class ImportChanges {
    /** Live applications by school, as {@code l} with {@code urn} and {@code ids}: to be joined by whoever writes changes. */
    static final String LIVE = "(select urn, array_agg(id order by id) as ids from live_application group by urn) as l";

    private static final String COUNT = """
            select count(*) filter (where 'ADDED' = any(changes)), count(*) filter (where 'OPENED' = any(changes)),
              count(*) filter (where 'CLOSED' = any(changes)), count(*) filter (where 'REOPENED' = any(changes)),
              count(*) filter (where 'CONVERTED' = any(changes)), count(*) filter (where 'MOVED_TRUST' = any(changes)),
              count(*) filter (where 'RENAMED' = any(changes)), count(*) filter (where 'INSPECTED' = any(changes)),
              count(*) filter (where 'REGRADED' = any(changes)), count(*) filter (where 'OTHER' = any(changes)),
              count(*) filter (where 'MISSING' = any(changes)), coalesce(sum(cardinality(live_applications)), 0),
              count(*) filter (where changes && array['CLOSED', 'MOVED_TRUST']), count(*)
            from import_change where import_id = ?""";

    private final Connection connection;
    private final UUID importId;

    ImportChanges(Connection connection, UUID importId) {
        this.connection = connection;
        this.importId = importId;
    }

    /** Forgets what an earlier reading of the same file found. */
    void forget() throws SQLException {
        Sql.update(connection, "delete from import_change where import_id = ?", importId);
        Sql.update(connection, "delete from import_rejection where import_id = ?", importId);
    }

    /** Makes live applications known to the kinds of file. */
    void prepare(LiveApplications applications) throws SQLException {
        Sql.execute(connection, "create temporary table live_application (urn text not null, id uuid not null) on commit drop");
        var rows = new CopyBatch(connection.unwrap(PGConnection.class).getCopyAPI(), "live_application (urn, id)");
        var failure = new SQLException[1];
        applications.each((urn, id) -> {
            try {
                rows.row(urn, id);
            } catch (SQLException failed) {
                failure[0] = failed;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        rows.flush();
    }

    /** Counts of kinds of change, and how many schools are closed or moved. */
    record Found(ImportReport report, long closedOrMoved) {
    }

    /** @param created what the counts of the import say, for a first fill, which lists nothing */
    Found count(long created) throws SQLException {
        try (var select = connection.prepareStatement(COUNT)) {
            select.setObject(1, importId);
            try (var row = select.executeQuery()) {
                row.next();
                boolean listed = row.getLong(14) > 0;
                return new Found(new ImportReport(listed ? row.getLong(1) : created, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6),
                        row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12), null), row.getLong(13));
            }
        }
    }

    /** Runs {@code takeBack} and keeps all the same what was found out: it waits in a file meanwhile, so that memory does not grow with it. */
    void keepThrough(Path file, TakingBack takeBack) throws SQLException, IOException {
        var rejections = Files.createTempFile(file.getParent(), "import-", ".part");
        try {
            export("import_change", file);
            export("import_rejection", rejections);
            takeBack.run();
            bring("import_change", file);
            bring("import_rejection", rejections);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(rejections);
        }
    }

    /** What takes the merge back. */
    interface TakingBack {
        void run() throws SQLException;
    }

    private void export(String table, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("copy (select * from " + table + " where import_id = '" + importId + "') to stdout with (format binary)", out);
        }
    }

    private void bring(String table, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin with (format binary)", in);
        }
    }
}
