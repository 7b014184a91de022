package org.schoolhubs.support.plans;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;
import org.schoolhubs.kit.inbox.InboundEvent;

/** Reads hubs.v1: an active membership opens the plan, a successor school takes it over or leads its hub, a withdrawal stops it. */
@ApplicationScoped
class HubsConsumer implements EventConsumer {
    private final Inbox inbox;
    private final PlanOpening opening;

    HubsConsumer(Inbox inbox, PlanOpening opening) {
        this.inbox = inbox;
        this.opening = opening;
    }

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("MembershipActivated", Membership.class, this::activated)
                .and("MembershipPassedToSuccessor", Membership.class, this::passedOn)
                .and("MembershipLeadPassedToSuccessor", Membership.class, this::passedOn)
                .and("MembershipWithdrawn", MembershipWithdrawn.class, this::withdrawn);
    }

    @Incoming("hubs-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }

    private void activated(InboundEvent event, Membership payload) {
        opening.activated(payload);
    }

    private void passedOn(InboundEvent event, Membership payload) {
        opening.passedOn(payload);
    }

    private void withdrawn(InboundEvent event, MembershipWithdrawn payload) {
        opening.withdrawn(payload);
    }
}
