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

/** Writes what an import changed as CSV, one line a changed field, however many they are. */
@ApplicationScoped
class ChangedSchools {
    private static final String SELECT = """
            select c.urn, c.name, array_to_string(c.changes, ' '), f.key, f.value->>'before', f.value->>'after', array_to_string(c.live_applications, ' ')
            from import_change c left join lateral jsonb_each(c.fields) as f on true
            where c.import_id = ? and (?::text is null or ? = any(c.changes)) order by c.urn, f.key""";
    private static final int FETCH = 1_000;
    private static final int COLUMNS = 7;

    private final DataSource database;

    ChangedSchools(DataSource database) {
        this.database = database;
    }

    /** @param change only schools with this kind of change; null for all */
    void write(UUID importId, ImportChange.Kind change, OutputStream out) {
        QuarkusTransaction.requiringNew().call(() -> {
            writeRows(importId, change == null ? null : change.name(), out);
            return null;
        });
    }

    private void writeRows(UUID importId, String change, OutputStream out) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(SELECT);
                var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("urn", "name", "changes", "field", "before", "after", "liveApplications");
            select.setFetchSize(FETCH);
            select.setObject(1, importId);
            select.setString(2, change);
            select.setString(3, change);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var line = new String[COLUMNS];
                    for (int i = 0; i < COLUMNS; i++) {
                        var text = rows.getString(i + 1);
                        line[i] = text == null ? "" : SpreadsheetText.neutralise(text);
                    }
                    csv.writeRecord(line);
                }
            }
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }
}
