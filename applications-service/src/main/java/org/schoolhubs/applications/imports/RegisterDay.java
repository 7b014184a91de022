package org.schoolhubs.applications.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** The latest day that any GIAS file in the register describes, this import's among them: what is dated later does not hold yet. */
final class RegisterDay {
    private static final String LATEST = """
            select greatest(?::date, (select max(as_at) from register_import where state = 'COMPLETED' and kind like 'GIAS%'))""";

    private RegisterDay() {
    }

    /** @param asAt the day of the import under way; null where none is */
    static LocalDate of(Connection connection, LocalDate asAt) throws SQLException {
        try (var statement = connection.prepareStatement(LATEST)) {
            statement.setObject(1, asAt);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, LocalDate.class);
            }
        }
    }
}
