package org.schoolhubs.grants.awards;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;

/** Plans are completed: awards become payable. */
@ApplicationScoped
class SupportConsumer implements EventConsumer {
    private final Inbox inbox;
    private final AwardFacts facts;

    SupportConsumer(Inbox inbox, AwardFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "awards-of-plans";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("PlanCompleted", PlanFact.class, (event, plan) -> facts.planCompleted(plan));
    }

    @Incoming("support-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }
}
