package org.schoolhubs.hubs.memberships;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;

/** Completes memberships whose plan was completed. */
@ApplicationScoped
class SupportConsumer implements EventConsumer {
    private final MembershipService memberships;
    private final Inbox inbox;

    SupportConsumer(MembershipService memberships, Inbox inbox) {
        this.memberships = memberships;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("PlanCompleted", PlanCompleted.class, (event, plan) -> memberships.planCompleted(plan.membershipId(), plan.effectiveOn()));
    }

    @Incoming("support-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }

    record PlanCompleted(UUID membershipId, LocalDate effectiveOn) {
    }
}
