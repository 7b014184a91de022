package org.schoolhubs.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.schoolhubs.kit.ops.Failures;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.RequestContext;

/**
 * Applies incoming events: effect and inbox row in one transaction, so that a repeat does nothing. What passes by itself (database away, contention) is retried
 * in place with growing pauses and holds up the partition; anything else goes to {@link DeadLetters} and holds up only its key.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    /** A race between two transactions can look like poison (a unique key that the other one has just written). */
    private static final int TRIES_BEFORE_DEAD = 3;

    private final InboxStore store;
    private final DeadLetterStore deadLetters;
    private final ObjectMapper json;
    private final RequestContext request;
    private final Caller caller;

    Inbox(InboxStore store, DeadLetterStore deadLetters, ObjectMapper json, RequestContext request, Caller caller) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.json = json;
        this.request = request;
        this.caller = caller;
    }

    /** Returns once the event is settled in the database: applied, known already, of no interest, or kept for later. Never loses one. */
    public void receive(EventConsumer consumer, ConsumerRecord<String, String> record) {
        Received received = Received.of(record);
        if (received.malformed().isEmpty() && consumer.handlers().forType(received.type()) == null) {
            return;
        }
        long pause = FIRST_PAUSE_MS;
        int failures = 0;
        while (true) {
            try {
                settle(consumer, received);
                return;
            } catch (NotYet early) {
                if (keep(consumer, received, "WAITING", early.getMessage())) {
                    return;
                }
            } catch (RuntimeException failure) {
                if (!Failures.databaseAway(failure) && !Failures.contention(failure) && ++failures >= TRIES_BEFORE_DEAD
                        && keep(consumer, received, "DEAD", reason(failure))) {
                    LOG.errorf(failure, "Event %s %s of key %s went to the dead letters of %s", received.type(), received.eventId(), received.key(), consumer.name());
                    return;
                }
                LOG.warnf("Event %s %s not applied yet, trying again in %d ms: %s", received.type(), received.eventId(), pause, failure);
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        }
    }

    private void settle(EventConsumer consumer, Received received) {
        if (received.malformed().isPresent()) {
            inTransaction(received, () -> deadLetters.keep(consumer.name(), received, "DEAD", received.malformed().get()));
            LOG.errorf("A malformed event of %s went to the dead letters: %s", received.topic(), received.malformed().get());
            return;
        }
        inTransaction(received, () -> {
            deadLetters.lockKey(consumer.name(), received.key());
            if (store.knows(consumer.name(), received.eventId()) || deadLetters.isDiscarded(consumer.name(), received.eventId())) {
                return;
            }
            if (deadLetters.isHeld(consumer.name(), received.key())) {
                deadLetters.keep(consumer.name(), received, "PARKED", "Behind an earlier event of this key");
                return;
            }
            apply(consumer, received);
        });
    }

    /** The effect and its inbox row; in the caller's transaction. */
    void apply(EventConsumer consumer, Received received) {
        if (!store.remember(consumer.name(), received.eventId(), received.type())) {
            return;
        }
        EventHandlers.Handler<?> handler = consumer.handlers().forType(received.type());
        if (handler != null) {
            handler.apply(received.event(), payload(handler, received.payload()));
        }
    }

    private Object payload(EventHandlers.Handler<?> handler, String text) {
        try {
            // A consumer's record holds only what it needs; producers may add fields.
            ObjectReader reader = json.readerFor(handler.payloadType()).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            Object payload = reader.readValue(text == null ? "null" : text);
            if (payload == null) {
                throw new IllegalArgumentException("The event has no payload");
            }
            return payload;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("The payload cannot be read as %s: %s".formatted(handler.payloadType().getSimpleName(), wrong.getOriginalMessage()),
                    wrong);
        }
    }

    private boolean keep(EventConsumer consumer, Received received, String state, String reason) {
        try {
            inTransaction(received, () -> {
                deadLetters.lockKey(consumer.name(), received.key());
                deadLetters.keep(consumer.name(), received, state, reason);
            });
            return true;
        } catch (RuntimeException failure) {
            LOG.warnf("The event %s could not be kept yet: %s", received.eventId(), failure);
            return false;
        }
    }

    /** As {@link #inTransaction}, also where a request scope is active already: an operator replays, but the service acts. */
    boolean inOwnScope(Received received, Runnable work) {
        Thread current = Thread.currentThread();
        ManagedContext scope = Arc.container().requestContext();
        InjectableContextState suspended = scope.isActive() ? new InjectableContextState(scope.getState()) : null;
        if (suspended != null) {
            scope.deactivate();
        }
        try {
            inTransaction(received, work);
            return !current.isInterrupted();
        } finally {
            if (suspended != null) {
                scope.activate(suspended.state());
            }
        }
    }

    private record InjectableContextState(io.quarkus.arc.InjectableContext.ContextState state) {
    }

    /** A transaction of its own, in a request scope in which the service itself acts with the correlation id of the event. */
    void inTransaction(Received received, Runnable work) {
        ManagedContext scope = Arc.container().requestContext();
        boolean mine = !scope.isActive();
        if (mine) {
            scope.activate();
        }
        MDC.put("requestId", received.correlationId());
        try {
            if (mine) {
                caller.actAsSystem();
                request.begin(received.correlationId(), received.traceparent());
            }
            QuarkusTransaction.requiringNew().run(work);
        } finally {
            MDC.remove("requestId");
            if (mine) {
                scope.terminate();
            }
        }
    }

    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
        return text.length() > 1_000 ? text.substring(0, 1_000) : text;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopping; the event will be delivered again", stopping);
        }
    }

    /** Remembers which events have had their effect. */
    interface InboxStore {
        boolean knows(String consumer, UUID eventId);

        /** False if it was remembered before. */
        boolean remember(String consumer, UUID eventId, String type);
    }
}
