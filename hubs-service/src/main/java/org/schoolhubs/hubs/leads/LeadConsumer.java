package org.schoolhubs.hubs.leads;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;

/** Keeps the record of schools up to date from the register's topic. */
@ApplicationScoped
class LeadConsumer implements EventConsumer {
    private final LeadService leads;
    private final Inbox inbox;

    LeadConsumer(LeadService leads, Inbox inbox) {
        this.leads = leads;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("SchoolUpdated", SchoolUpdated.class, (event, school) -> leads.keep(school));
    }

    @Incoming("schools-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }
}
