package org.schoolhubs.applications.selection;

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

/** Writes all schools of a list as CSV, in the shape in which a list can be sent again. */
@ApplicationScoped
class SelectedSchoolsFile {
    private static final String SELECT = "select urn, school_name, rank, reason from selection_entry where list_id = ? order by place";
    private static final int FETCH = 1_000;

    private final DataSource database;

    SelectedSchoolsFile(DataSource database) {
        this.database = database;
    }

    void write(UUID listId, OutputStream out) {
        QuarkusTransaction.requiringNew().call(() -> {
            writeRows(listId, out);
            return null;
        });
    }

    private void writeRows(UUID listId, OutputStream out) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(SELECT);
                var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("URN", "Name", "Rank", "Reason");
            select.setFetchSize(FETCH);
            select.setObject(1, listId);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    csv.writeRecord(rows.getString(1), SpreadsheetText.neutralise(rows.getString(2)), rows.getString(3), SpreadsheetText.neutralise(rows.getString(4)));
                }
            }
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }
}
