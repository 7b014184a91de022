package org.schoolhubs.grants.awards;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;

/** Memberships begin and end: awards are made and cancelled. */
@ApplicationScoped
class HubsConsumer implements EventConsumer {
    private final Inbox inbox;
    private final AwardFacts facts;

    HubsConsumer(Inbox inbox, AwardFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "awards-of-memberships";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("MembershipActivated", MembershipFact.class, (event, membership) -> facts.membershipActivated(membership))
                .and("MembershipPassedToSuccessor", MembershipFact.class, (event, membership) -> facts.membershipPassedOn(membership))
                .and("MembershipWithdrawn", MembershipFact.class, (event, membership) -> facts.membershipWithdrawn(membership));
    }

    @Incoming("hubs-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }
}
