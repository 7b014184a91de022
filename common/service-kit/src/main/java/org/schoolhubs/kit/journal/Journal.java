package org.schoolhubs.kit.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.schoolhubs.kit.aggregate.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.RequestContext;

/**
 * The append-only journal of a service: outbox (Debezium carries the rows that have a topic), audit trail and history. An entry is written in the transaction
 * of the change that it tells of: both are there or neither.
 */
@ApplicationScoped
public class Journal {
    private static final String INSERT = """
            insert into journal (id, topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, traceparent, aggregate_type,
              aggregate_id, aggregate_version, actor_id, actor_roles, changed_fields, reason_code)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String HISTORY = """
            select id, event_type, occurred_at, actor_id, actor_roles, changed_fields, reason_code, aggregate_version
            from journal where aggregate_type = ? and aggregate_id = ? order by id""";

    private final EntityManager entities;
    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;
    private final RequestContext request;
    private final String source;

    Journal(EntityManager entities, DataSource database, ObjectMapper json, Clock clock, Caller caller, RequestContext request,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.entities = entities;
        this.database = database;
        // A fact says what is not there, too: its schema lists every field.
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);
        this.clock = clock;
        this.caller = caller;
        this.request = request;
        this.source = "/school-hubs/" + service;
    }

    /**
     * Writes an entry in the current transaction, after flushing the change that it tells of, so that version and ETag are settled afterwards.
     *
     * @return the event's id, a UUIDv7
     * @throws IllegalStateException without a transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(Entry entry) {
        entities.flush();
        UUID id = Ids.next();
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Actor actor = caller.actor();
            insert.setObject(1, id);
            insert.setString(2, entry.topic());
            insert.setString(3, entry.eventKey());
            insert.setString(4, entry.eventType());
            insert.setString(5, entry.payload() == null ? null : json.writeValueAsString(entry.payload()));
            insert.setString(6, source);
            insert.setObject(7, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setString(8, request.correlationId());
            insert.setString(9, request.traceparent());
            insert.setString(10, entry.aggregateType());
            insert.setString(11, entry.aggregateId());
            insert.setLong(12, entry.version());
            insert.setString(13, actor.id());
            insert.setArray(14, connection.createArrayOf("text", actor.roles().toArray()));
            insert.setArray(15, connection.createArrayOf("text", entry.changedFields().toArray()));
            insert.setString(16, entry.reasonCode());
            insert.executeUpdate();
            return id;
        } catch (SQLException failure) {
            throw new JournalException(failure);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("The payload of %s cannot be written as JSON".formatted(entry.eventType()), failure);
        }
    }

    /** Everything that happened to one aggregate, oldest first. */
    @Transactional
    public List<HistoryEntry> history(String aggregateType, Object aggregateId) {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(HISTORY)) {
            select.setString(1, aggregateType);
            select.setString(2, aggregateId.toString());
            List<HistoryEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new HistoryEntry(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant(),
                            new Actor(row.getString(4), strings(row, 5)), strings(row, 6), row.getString(7), row.getLong(8)));
                }
            }
            return entries;
        } catch (SQLException failure) {
            throw new JournalException(failure);
        }
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** The database refused or was away; its SQLSTATE is in the cause. */
    static final class JournalException extends RuntimeException {
        JournalException(SQLException cause) {
            super(cause);
        }
    }
}
