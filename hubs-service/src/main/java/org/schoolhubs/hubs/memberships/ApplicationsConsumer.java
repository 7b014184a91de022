package org.schoolhubs.hubs.memberships;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.hubs.pool.AcceptedSchool;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.InboundEvent;
import org.schoolhubs.kit.inbox.Inbox;

/** Brings accepted schools into the pool and takes those that withdrew, or whose acceptance was undone, out of everything. One consumer for all, so that they stay in order. */
@ApplicationScoped
class ApplicationsConsumer implements EventConsumer {
    private static final String OF_A_SCHOOL = "PARTNER_SCHOOL";
    private static final String ACCEPT = "ACCEPT";
    /** By this reason the applications service knows that a membership ended because of its own amendment. */
    private static final String ACCEPTANCE_AMENDED = "ACCEPTANCE_AMENDED";

    private final MembershipService memberships;
    private final Inbox inbox;

    ApplicationsConsumer(MembershipService memberships, Inbox inbox) {
        this.memberships = memberships;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on("ApplicationAccepted", ApplicationAccepted.class, this::accepted)
                .and("ApplicationWithdrawn", ApplicationWithdrawn.class, this::withdrawn)
                .and("DecisionAmended", DecisionAmended.class, this::amended);
    }

    @Incoming("applications-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(this, record);
    }

    /** Only schools that want to be partners are placed. */
    private void accepted(InboundEvent event, ApplicationAccepted application) {
        if (OF_A_SCHOOL.equals(application.kind())) {
            memberships.applicationAccepted(application.school());
        }
    }

    private void withdrawn(InboundEvent event, ApplicationWithdrawn application) {
        memberships.applicationWithdrawn(application.applicationId(), application.effectiveOn(), application.reasonCode());
    }

    /** An undone acceptance is given up like a withdrawn application; an undone refusal concerns nobody here. */
    private void amended(InboundEvent event, DecisionAmended decision) {
        if (ACCEPT.equals(decision.formerOutcome())) {
            memberships.applicationWithdrawn(decision.applicationId(), decision.effectiveOn(), ACCEPTANCE_AMENDED);
        }
    }

    record ApplicationAccepted(UUID applicationId, String kind, String programme, String pathway, String cohort, LocalDate cohortStartsOn, LocalDate cohortEndsOn,
            Instant submittedAt, LocalDate acceptedOn, Integer selectionRank, AcceptedSchool.Partner partner) {
        AcceptedSchool school() {
            return new AcceptedSchool(applicationId, programme, pathway, cohort, cohortStartsOn, cohortEndsOn, submittedAt, acceptedOn, selectionRank, partner);
        }
    }

    record ApplicationWithdrawn(UUID applicationId, LocalDate effectiveOn, String reasonCode) {
    }

    record DecisionAmended(UUID applicationId, String formerOutcome, LocalDate effectiveOn) {
    }
}
