package org.schoolhubs.kit.parcel;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;
import org.schoolhubs.kit.inbox.InboundEvent;
import org.schoolhubs.kit.inbox.NotYet;
import org.schoolhubs.kit.security.Caller;

/** A consumer that packs a parcel for each event, and can be told to want another fact first or to fail. */
@ApplicationScoped
public class ParcelEvents implements EventConsumer {
    record Wanted(String label) {
    }

    static final Set<String> MISSING = ConcurrentHashMap.newKeySet();
    static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();
    private final Inbox inbox;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    ParcelEvents(Inbox inbox, EntityManager entities, Caller caller, Clock clock) {
        this.inbox = inbox;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "parcels";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("ParcelWanted", Wanted.class, this::wanted);
    }

    @Incoming("hubs-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }

    private void wanted(InboundEvent event, Wanted wanted) {
        if (MISSING.contains(event.key())) {
            throw new NotYet("the paper for " + event.key());
        }
        entities.persist(new Parcel(wanted.label(), 1, caller.subject(), clock.instant()));
        if (BROKEN.contains(event.key())) {
            throw new IllegalStateException("this parcel cannot be packed");
        }
    }
}
