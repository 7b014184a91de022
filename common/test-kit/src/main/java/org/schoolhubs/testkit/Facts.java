package org.schoolhubs.testkit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Facts between services, as a test sees them: sends what another service would say, and reads what this one has said. */
public final class Facts {
    private Facts() {
    }

    /** A fact in this service's journal that is to be published. */
    public record Published(UUID id, String topic, String key, String type, String payload) {
    }

    /** Sends a CloudEvent in binary mode with a fresh id, as Debezium would, and returns the id. */
    public static UUID send(String topic, String key, String type, String payload) {
        UUID id = UUID.randomUUID();
        send(topic, key, Map.of("ce_id", id.toString(), "ce_type", type, "ce_specversion", "1.0", "ce_source", "/tests", "ce_time", Instant.now().toString(),
                "ce_correlationid", "test-" + id), payload);
        return id;
    }

    /** Sends a record with just these headers. */
    public static void send(String topic, String key, Map<String, String> headers, String payload) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SharedInfrastructure.kafka(), ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    /** What this service has published under a key, oldest first. */
    public static List<Published> published(String topic, Object key) {
        try (Connection connection = SharedInfrastructure.asApplication(); PreparedStatement select = connection.prepareStatement(
                "select id, topic, event_key, event_type, payload from journal where topic = ? and event_key = ? order by id")) {
            select.setString(1, topic);
            select.setString(2, key.toString());
            List<Published> facts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    facts.add(new Published(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
            return facts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Only the types of what was published under a key, oldest first. */
    public static List<String> types(String topic, Object key) {
        return published(topic, key).stream().map(Published::type).toList();
    }
}
