package org.schoolhubs.applications.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.schoolhubs.applications.register.rules.SpreadsheetText;

/** Writes the rows of a file that did not go in, as CSV, however many they are. */
@ApplicationScoped
class RejectedRows {
    private static final String SELECT = """
            select line, column_name, value, code, reason, went_in from import_rejection where import_id = ? order by position""";
    private static final int FETCH = 1_000;

    private final DataSource database;

    RejectedRows(DataSource database) {
        this.database = database;
    }

    void write(UUID importId, OutputStream out) {
        QuarkusTransaction.requiringNew().call(() -> {
            writeRows(importId, out);
            return null;
        });
    }

    private void writeRows(UUID importId, OutputStream out) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(SELECT);
                var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("line", "column", "value", "code", "reason", "outcome");
            select.setFetchSize(FETCH);
            select.setObject(1, importId);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    csv.writeRecord(rows.getString(1), text(rows.getString(2)), text(rows.getString(3)), rows.getString(4), rows.getString(5),
                            rows.getBoolean(6) ? "WENT_IN_WITHOUT_VALUE" : "REJECTED");
                }
            }
        } catch (IOException senderLeft) {
            throw new UncheckedIOException(senderLeft);
        }
    }

    private static String text(String value) {
        return value == null ? "" : SpreadsheetText.neutralise(value);
    }
}
