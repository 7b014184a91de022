package org.schoolhubs.applications.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.schoolhubs.applications.imports.rules.Parsed;
import org.schoolhubs.applications.imports.rules.Rejection;
import org.schoolhubs.kernel.Urn;

/**
 * Where the rows of one file are before they are merged: temporary tables of the import's own transaction, gone with it whatever happens. Nothing that
 * grows with the file is held in memory but two bits a URN.
 */
final class Staging {
    private static final String REJECTED_URNS = "create temporary table rejected_urn (urn text) on commit drop";

    private final Connection connection;
    private final Lineage lineage;
    private final CopyManager copy;
    private final CopyBatch rejections;
    private final CopyBatch rejectedUrns;
    private final BitSet accepted = new BitSet(1_000_000);
    private final BitSet rejected = new BitSet();
    private long rowsRead;
    private long rowsRejected;
    private long rowsOfNobody;
    private long warnings;
    private long reasons;

    Staging(Connection connection, Lineage lineage) throws SQLException {
        this.connection = connection;
        this.lineage = lineage;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Sql.execute(connection, REJECTED_URNS);
        this.rejections = new CopyBatch(copy, "import_rejection (import_id, position, line, column_name, value, code, reason, went_in)");
        this.rejectedUrns = new CopyBatch(copy, "rejected_urn (urn)");
    }

    Connection connection() {
        return connection;
    }

    Lineage lineage() {
        return lineage;
    }

    /** A batch into a temporary table, which is made. */
    CopyBatch into(String table, String columnDefinitions, String columns) throws SQLException {
        Sql.execute(connection, "create temporary table " + table + " (" + columnDefinitions + ") on commit drop");
        return new CopyBatch(copy, table + " (" + columns + ")");
    }

    /** Counts a row, and says whether it goes in. If not, its reasons are written down; a second row of one school is a reason too. */
    boolean accepts(Parsed<?> row, long line) throws SQLException {
        rowsRead++;
        if (!row.isAccepted()) {
            reject(row.urn(), row.rejections());
            return false;
        }
        int bit = Integer.parseInt(row.urn().value());
        if (accepted.get(bit)) {
            reject(null, List.of(duplicate(row.urn().value(), line)));
            return false;
        }
        accepted.set(bit);
        warn(row.warnings());
        return true;
    }

    /** As {@link #accepts}, for files in which a school may stand on many rows or on none: what is double is for {@link #rejectStaged} to find. */
    boolean acceptsOneOfMany(Parsed<?> row) throws SQLException {
        rowsRead++;
        if (!row.isAccepted()) {
            rowsOfNobody += row.urn() == null ? 1 : 0;
            reject(row.urn(), row.rejections());
            return false;
        }
        warn(row.warnings());
        return true;
    }

    /**
     * Rejects rows of a staging table that the database finds wrong, and takes them out of it. The table has a column {@code line}.
     *
     * @param condition SQL over the row {@code t}
     * @param column    column of the file at fault
     * @param value     column of the table that holds its value
     */
    long rejectStaged(String table, String condition, String column, String value, String code, String reason) throws SQLException {
        long before = rowsRejected;
        rejectAlso("select t.line, '%s' as column_name, t.%s as value, '%s' as code, '%s' as reason from %s t where %s"
                .formatted(column, value, code, reason.replace("'", "''"), table, condition));
        if (rowsRejected > before) {
            Sql.update(connection, "delete from %s t where %s".formatted(table, condition));
        }
        return rowsRejected - before;
    }

    /** Notes the schools of rows that are about to be rejected by {@link #rejectStaged}: the file says something of them that cannot be taken. */
    void rejectSchools(String table, String condition) throws SQLException {
        Sql.update(connection, "insert into rejected_urn (urn) select t.urn from %s t where %s".formatted(table, condition));
    }

    /** Counts a row that says what the register says already; a second row of one school is rejected as in {@link #accepts}. */
    void acceptsAsBefore(int urn, long line) throws SQLException {
        rowsRead++;
        if (accepted.get(urn)) {
            reject(null, List.of(duplicate(String.valueOf(urn), line)));
        } else {
            accepted.set(urn);
        }
    }

    private static Rejection duplicate(String urn, long line) {
        return new Rejection(line, "URN", urn, "urn-duplicate", "An earlier line has the same URN; that one went in.");
    }

    /** Whether the file has a row of this school, accepted or rejected. */
    boolean mentions(int urn) {
        return accepted.get(urn) || rejected.get(urn);
    }

    /** Writes down values that a row goes in without. */
    private void warn(List<Rejection> values) throws SQLException {
        warnings += values.size();
        for (var value : values) {
            write(value, true);
        }
    }

    private void reject(Urn urn, List<Rejection> why) throws SQLException {
        rowsRejected++;
        if (urn != null) {
            rejectedUrns.row(urn);
            rejected.set(Integer.parseInt(urn.value()));
        }
        for (var rejection : why) {
            write(rejection, false);
        }
    }

    /** Rejects a staged row that was counted when it was read. */
    void rejectLine(long line, String column, String code, String reason) throws SQLException {
        reject(null, List.of(new Rejection(line, column, null, code, reason)));
    }

    private void write(Rejection rejection, boolean wentIn) throws SQLException {
        rejections.row(lineage.importId(), reasons++, rejection.line(), rejection.column(), rejection.value(), rejection.code(), rejection.reason(), wentIn);
    }

    /** Rejects rows that the database found, such as inspections of unknown schools. {@code select} gives line, column, value, code, reason. */
    void rejectAlso(String select) throws SQLException {
        flush();
        long added = Sql.update(connection, "insert into import_rejection (import_id, position, line, column_name, value, code, reason) "
                + "select ?::uuid, ?::bigint - 1 + row_number() over (order by line), line, column_name, value, code, reason from (" + select + ") as found",
                lineage.importId(), reasons);
        reasons += added;
        rowsRejected += added;
    }

    void flush() throws SQLException {
        rejections.flush();
        rejectedUrns.flush();
    }

    long rowsRead() {
        return rowsRead;
    }

    long rowsRejected() {
        return rowsRejected;
    }

    /** Whether rows were rejected of which not even the school could be read: what the file seems to lack may stand in them. */
    boolean hasRowsOfNobody() {
        return rowsOfNobody > 0;
    }

    /** @param missing schools of the register that the file does not have */
    ImportCounts counts(long created, long changed, long missing) {
        return new ImportCounts(rowsRead, created, changed, rowsRead - rowsRejected - created - changed, rowsRejected, missing, warnings);
    }
}
