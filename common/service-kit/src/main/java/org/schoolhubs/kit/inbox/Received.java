package org.schoolhubs.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.schoolhubs.kit.web.Correlation;

/** A record as it came from Kafka, its CloudEvents attributes (binary mode) read as far as they can be. */
record Received(String topic, int partition, long offset, String key, Map<String, String> headers, String payload) {

    static Received of(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Received(record.topic(), record.partition(), record.offset(), record.key() == null ? "" : record.key(), headers, record.value());
    }

    /** Why it is no CloudEvent that could be applied, if so. */
    Optional<String> malformed() {
        if (type() == null || type().isBlank()) {
            return Optional.of("Header ce_type is missing");
        }
        if (eventId() == null) {
            return Optional.of("Header ce_id is not a UUID");
        }
        if (!"1.0".equals(headers.get("ce_specversion"))) {
            return Optional.of("Header ce_specversion is not 1.0");
        }
        return Optional.empty();
    }

    UUID eventId() {
        try {
            return headers.get("ce_id") == null ? null : UUID.fromString(headers.get("ce_id"));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    String type() {
        return headers.get("ce_type");
    }

    String correlationId() {
        return Correlation.idFrom(headers.get("ce_correlationid"));
    }

    String traceparent() {
        return Correlation.traceparentFrom(headers.get("ce_traceparent"));
    }

    InboundEvent event() {
        return new InboundEvent(eventId(), type(), key, headers.get("ce_source"), time(), correlationId(), traceparent());
    }

    private Instant time() {
        try {
            return headers.get("ce_time") == null ? null : Instant.parse(headers.get("ce_time"));
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }
}
