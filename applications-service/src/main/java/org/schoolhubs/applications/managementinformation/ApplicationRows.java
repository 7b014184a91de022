package org.schoolhubs.applications.managementinformation;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.schoolhubs.applications.register.rules.SpreadsheetText;

/** Writes one row per application as CSV, however many there are, in the order in which they were begun. */
@ApplicationScoped
class ApplicationRows {
    private static final int FETCH = 1_000;
    private final DataSource database;

    ApplicationRows(DataSource database) {
        this.database = database;
    }

    void write(FiguresQuery query, OutputStream out) {
        QuarkusTransaction.requiringNew().call(() -> {
            writeRows(query.conditions(), out);
            return null;
        });
    }

    private void writeRows(Map<String, Object> conditions, OutputStream out) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(sql(conditions));
                var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(Arrays.stream(RowColumn.values()).map(RowColumn::title).toList());
            select.setFetchSize(FETCH);
            int next = 1;
            for (Object value : conditions.values()) {
                select.setObject(next++, value);
            }
            try (ResultSet row = select.executeQuery()) {
                String[] cells = new String[RowColumn.values().length];
                while (row.next()) {
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = text(row.getString(i + 1));
                    }
                    csv.writeRecord(cells);
                }
            }
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }

    private static String sql(Map<String, Object> conditions) {
        return "select " + Arrays.stream(RowColumn.values()).map(RowColumn::sql).collect(Collectors.joining(", ")) + " from application a " + FirstDecision.JOINS
                + FirstDecision.where(conditions) + " order by a.id";
    }

    private static String text(String value) {
        return value == null ? "" : SpreadsheetText.neutralise(value);
    }
}
