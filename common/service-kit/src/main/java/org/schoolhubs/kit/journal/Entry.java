package org.schoolhubs.kit.journal;

import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.schoolhubs.kit.aggregate.Aggregate;

/** What is to be written to the journal, built up word by word. Holds no name, address, bank number or free text about a person. */
public final class Entry {
    private final String aggregateType;
    private final String aggregateId;
    private final LongSupplier version;
    private String eventType;
    private String topic;
    private String eventKey;
    private Object payload;
    private List<String> changedFields = List.of();
    private String reasonCode;

    private Entry(String aggregateType, String aggregateId, LongSupplier version) {
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.version = version;
        this.eventKey = aggregateId;
    }

    public static Entry of(Aggregate aggregate, String aggregateType) {
        return new Entry(aggregateType, aggregate.id().toString(), aggregate::version);
    }

    /** For what has an id and a version but is no JPA aggregate. */
    public static Entry of(String aggregateType, String aggregateId, long version) {
        return new Entry(aggregateType, aggregateId, () -> version);
    }

    /** What happened, in the past tense, for example {@code ApplicationSubmitted}. */
    public Entry event(String type) {
        this.eventType = type;
        return this;
    }

    /**
     * Makes it a public fact as well.
     *
     * @param topic   one of the declared topics
     * @param key     events of one key stay in order
     * @param payload written as JSON; its schema stands in contracts/events
     */
    public Entry publish(String topic, Object key, Object payload) {
        this.topic = Objects.requireNonNull(topic);
        this.eventKey = key.toString();
        this.payload = Objects.requireNonNull(payload);
        return this;
    }

    /** Names of the fields that changed, never their values. */
    public Entry changed(String... fields) {
        this.changedFields = List.of(fields);
        return this;
    }

    /** Code of the reason; null where none was given. */
    public Entry because(String reasonCode) {
        this.reasonCode = reasonCode;
        return this;
    }

    String aggregateType() {
        return aggregateType;
    }

    String aggregateId() {
        return aggregateId;
    }

    long version() {
        return version.getAsLong();
    }

    String eventType() {
        return Objects.requireNonNull(eventType, "an entry says what happened");
    }

    String topic() {
        return topic;
    }

    String eventKey() {
        return eventKey;
    }

    Object payload() {
        return payload;
    }

    List<String> changedFields() {
        return changedFields;
    }

    String reasonCode() {
        return reasonCode;
    }
}
