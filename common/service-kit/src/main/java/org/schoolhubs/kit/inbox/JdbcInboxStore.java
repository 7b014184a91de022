package org.schoolhubs.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcInboxStore implements Inbox.InboxStore {
    private final DataSource database;

    JdbcInboxStore(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean knows(String consumer, UUID eventId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from inbox where consumer = ? and event_id = ?")) {
            select.setString(1, consumer);
            select.setObject(2, eventId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new InboxException(failure);
        }
    }

    @Override
    public boolean remember(String consumer, UUID eventId, String type) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into inbox (consumer, event_id, event_type) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, consumer);
            insert.setObject(2, eventId);
            insert.setString(3, type);
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new InboxException(failure);
        }
    }

    /** The database refused or was away; its SQLSTATE is in the cause. */
    static final class InboxException extends RuntimeException {
        InboxException(SQLException cause) {
            super(cause);
        }
    }
}
