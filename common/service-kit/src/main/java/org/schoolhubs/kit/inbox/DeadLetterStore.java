package org.schoolhubs.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps the events that wait, are dead, or are parked. Every method joins the caller's transaction. */
@ApplicationScoped
class DeadLetterStore {
    private static final String OPEN = "state in ('WAITING', 'DEAD', 'PARKED')";
    private static final String COLUMNS = "id, consumer, state, event_id, event_type, event_key, reason, attempts, received_at, topic, partition, record_offset";
    private final DataSource database;
    private final ObjectMapper json;

    DeadLetterStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** An open letter with everything that is needed to apply it. */
    record Letter(UUID id, String consumer, String state, Received received, int attempts) {
    }

    /** One worker at a time per consumer and key, to the end of the transaction. */
    void lockKey(String consumer, String key) {
        query("select pg_advisory_xact_lock(hashtextextended(?, 4712))", statement -> statement.setString(1, consumer + "\n" + key), row -> null);
    }

    /** Whether an earlier event of the key is waiting, dead or parked. */
    boolean isHeld(String consumer, String key) {
        return !query("select 1 from dead_letter where consumer = ? and event_key = ? and " + OPEN + " limit 1", statement -> {
            statement.setString(1, consumer);
            statement.setString(2, key);
        }, row -> Boolean.TRUE).isEmpty();
    }

    /** Whether an operator has given up on the event: a repeat of it is of no interest. */
    boolean isDiscarded(String consumer, UUID eventId) {
        return !query("select 1 from dead_letter where consumer = ? and event_id = ? and state = 'DISCARDED' limit 1", statement -> {
            statement.setString(1, consumer);
            statement.setObject(2, eventId);
        }, row -> Boolean.TRUE).isEmpty();
    }

    /** Keeps an event; a redelivered one stays as it is. */
    void keep(String consumer, Received received, String state, String reason) {
        update("""
                insert into dead_letter (consumer, state, event_id, event_type, event_key, headers, payload, topic, partition, record_offset, reason)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing""", statement -> {
            statement.setString(1, consumer);
            statement.setString(2, state);
            statement.setObject(3, received.eventId());
            statement.setString(4, received.type());
            statement.setString(5, received.key());
            statement.setString(6, write(received.headers()));
            statement.setString(7, received.payload());
            statement.setString(8, received.topic());
            statement.setInt(9, received.partition());
            statement.setLong(10, received.offset());
            statement.setString(11, reason);
        });
    }

    /** Consumers and keys whose first open event waits and is due. */
    List<String[]> dueKeys(int most) {
        return query("""
                select consumer, event_key from dead_letter d
                where state = 'WAITING' and next_attempt <= now()
                  and not exists (select 1 from dead_letter e where e.consumer = d.consumer and e.event_key = d.event_key and e.state = 'DEAD')
                order by next_attempt limit ?""", statement -> statement.setInt(1, most), row -> new String[] {row.getString(1), row.getString(2)});
    }

    /** The first open event of a key in the order they came. */
    Optional<Letter> firstOpen(String consumer, String key) {
        return query("""
                select id, consumer, state, topic, partition, record_offset, event_key, headers, payload, attempts from dead_letter
                where consumer = ? and event_key = ? and %s order by topic, partition, record_offset limit 1""".formatted(OPEN), statement -> {
            statement.setString(1, consumer);
            statement.setString(2, key);
        }, row -> new Letter(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                new Received(row.getString(4), row.getInt(5), row.getLong(6), row.getString(7), read(row.getString(8)), row.getString(9)), row.getInt(10)))
                .stream().findFirst();
    }

    void settle(UUID id, String state, String by) {
        update("update dead_letter set state = ?, settled_at = now(), settled_by = ? where id = ?", statement -> {
            statement.setString(1, state);
            statement.setString(2, by);
            statement.setObject(3, id);
        });
    }

    /** It failed again: when to try next (never for DEAD), and why it failed. */
    void failedAgain(UUID id, String state, String reason) {
        update("""
                update dead_letter set state = ?, reason = ?, attempts = attempts + 1,
                  next_attempt = now() + least(interval '30 seconds', interval '250 milliseconds' * power(2, least(attempts, 10))) where id = ?""", statement -> {
            statement.setString(1, state);
            statement.setString(2, reason);
            statement.setObject(3, id);
        });
    }

    /** Waiting for longer than {@code seconds}: an operator has to look. */
    int giveUpWaiting(long seconds) {
        return update("update dead_letter set state = 'DEAD', reason = 'Waited too long: ' || reason where state = 'WAITING' and received_at < now() - interval '1 second' * ?",
                statement -> statement.setLong(1, seconds));
    }

    Optional<DeadLetterView> find(UUID id) {
        return query("select " + COLUMNS + " from dead_letter where id = ?", statement -> statement.setObject(1, id), DeadLetterStore::view).stream().findFirst();
    }

    List<DeadLetterView> list(String state, UUID after, int limit) {
        return query("select " + COLUMNS + " from dead_letter where (?::text is null and " + OPEN + " or state = ?) and (?::uuid is null or id > ?) order by id limit ?",
                statement -> {
                    statement.setString(1, state);
                    statement.setString(2, state);
                    statement.setObject(3, after);
                    statement.setObject(4, after);
                    statement.setInt(5, limit);
                }, DeadLetterStore::view);
    }

    /** How many are open in a state; for metrics. */
    long count(String state) {
        return query("select count(*) from dead_letter where state = ?", statement -> statement.setString(1, state), row -> row.getLong(1)).get(0);
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        return new DeadLetterView(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getObject(4, UUID.class), row.getString(5), row.getString(6),
                row.getString(7), row.getInt(8), row.getObject(9, OffsetDateTime.class).toInstant(), row.getString(10), row.getInt(11), row.getLong(12));
    }

    private String write(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String headers) {
        try {
            return json.readValue(headers, new TypeReference<>() { });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private int update(String sql, Binder binder) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new JdbcInboxStore.InboxException(failure);
        }
    }

    private <T> List<T> query(String sql, Binder binder, RowMapper<T> mapper) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(mapper.map(row));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new JdbcInboxStore.InboxException(failure);
        }
    }
}
