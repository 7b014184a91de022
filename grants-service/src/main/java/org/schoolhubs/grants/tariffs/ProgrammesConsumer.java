package org.schoolhubs.grants.tariffs;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.InboundEvent;
import org.schoolhubs.kit.inbox.Inbox;

/** Keeps the caps of pathways up to date. */
@ApplicationScoped
class ProgrammesConsumer implements EventConsumer {
    private final Inbox inbox;
    private final GrantCaps caps;

    ProgrammesConsumer(Inbox inbox, GrantCaps caps) {
        this.inbox = inbox;
        this.caps = caps;
    }

    record Pathway(String code, Long grantCapPence) {
    }

    record ProgrammeUpdated(String code, List<Pathway> pathways) {
    }

    @Override
    public String name() {
        return "grant-caps";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("ProgrammeUpdated", ProgrammeUpdated.class, this::updated);
    }

    @Incoming("programmes-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }

    private void updated(InboundEvent event, ProgrammeUpdated programme) {
        programme.pathways().forEach(pathway -> caps.put(programme.code(), pathway.code(), pathway.grantCapPence()));
    }
}
