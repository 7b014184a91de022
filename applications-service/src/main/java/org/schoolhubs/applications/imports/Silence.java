package org.schoolhubs.applications.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** While it is open, one statement may keep the connection silent for longer than the pool's socket timeout. */
final class Silence implements AutoCloseable {
    private static final int MILLIS = (int) Duration.ofMinutes(15).toMillis();

    private final Connection connection;
    private final int before;

    private Silence(Connection connection, int before) {
        this.connection = connection;
        this.before = before;
    }

    static Silence allow(Connection connection) throws SQLException {
        var silence = new Silence(connection, connection.getNetworkTimeout());
        connection.setNetworkTimeout(Runnable::run, MILLIS);
        return silence;
    }

    @Override
    public void close() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, before);
    }
}
