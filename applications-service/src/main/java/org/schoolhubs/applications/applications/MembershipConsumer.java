package org.schoolhubs.applications.applications;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.Inbox;
import org.schoolhubs.kit.inbox.InboundEvent;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.time.LondonDates;

/**
 * Follows what became of accepted applications in the hubs service. News that comes after the application ended (withdrawn here while the lead accepted there)
 * changes nothing but stands in the history: the hubs service withdraws such a membership by itself when it hears of our withdrawal.
 */
@ApplicationScoped
class MembershipConsumer implements EventConsumer {
    private final Inbox inbox;
    private final ApplicationRepository applications;
    private final Journal journal;
    private final Clock clock;

    MembershipConsumer(Inbox inbox, ApplicationRepository applications, Journal journal, Clock clock) {
        this.inbox = inbox;
        this.applications = applications;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("MembershipProposed", Membership.class, follow(MembershipFact.Type.PROPOSED))
                .and("MembershipConfirmed", Membership.class, follow(MembershipFact.Type.CONFIRMED))
                .and("MembershipRefused", Membership.class, follow(MembershipFact.Type.REFUSED))
                .and("MembershipActivated", Membership.class, follow(MembershipFact.Type.ACTIVATED))
                .and("MembershipCompleted", Membership.class, follow(MembershipFact.Type.COMPLETED))
                .and("MembershipWithdrawn", Membership.class, follow(MembershipFact.Type.WITHDRAWN));
    }

    @Incoming("hubs-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }

    private EventHandlers.Effect<Membership> follow(MembershipFact.Type type) {
        return (event, membership) -> follow(event, membership.fact(type), membership.applicationId());
    }

    private void follow(InboundEvent event, MembershipFact fact, UUID applicationId) {
        Application application = applications.findByIdOptional(applicationId)
                .orElseThrow(() -> new IllegalArgumentException("There is no application " + applicationId));
        boolean changed = application.follow(fact, LondonDates.today(clock));
        Entry entry = Entry.of(application, "Application").event(event.type()).because(fact.reasonCode());
        journal.append(changed ? entry.changed("state", "placement") : entry);
    }

    /** What this service needs of a Membership… event. */
    record Membership(UUID membershipId, UUID applicationId, UUID hubId, String hubName, String state, LocalDate effectiveOn, String reasonCode) {
        MembershipFact fact(MembershipFact.Type type) {
            return new MembershipFact(type, membershipId, hubId, hubName, state, effectiveOn, reasonCode);
        }
    }
}
