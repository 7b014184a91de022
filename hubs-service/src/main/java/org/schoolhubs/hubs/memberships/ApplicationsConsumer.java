package org.schoolhubs.hubs.memberships;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.hubs.hubs.AcceptedLead;
import org.schoolhubs.hubs.hubs.HubService;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.pool.AcceptedSchool;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;
import org.schoolhubs.kit.inbox.InboundEvent;
import org.schoolhubs.kit.inbox.Inbox;

/**
 * Brings accepted schools into the pool, prepares the hubs of accepted leads, and takes those that withdrew, or whose acceptance was undone, out of everything. One
 * consumer for all, so that they stay in order.
 */
@ApplicationScoped
class ApplicationsConsumer implements EventConsumer {
    private static final String ACCEPT = "ACCEPT";
    /** By this reason the applications service knows that a membership ended because of its own amendment. */
    private static final String ACCEPTANCE_AMENDED = "ACCEPTANCE_AMENDED";

    private final MembershipService memberships;
    private final HubService hubs;
    private final Inbox inbox;

    ApplicationsConsumer(MembershipService memberships, HubService hubs, Inbox inbox) {
        this.memberships = memberships;
        this.hubs = hubs;
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

    /** Schools are pooled, trusts are placed by hand, of leads a hub is prepared; kinds that are not known here concern others. */
    private void accepted(InboundEvent event, ApplicationAccepted application) {
        switch (Objects.requireNonNull(application.kind(), "The acceptance names no kind")) {
            case "PARTNER_SCHOOL", "INVITED_SCHOOL" -> memberships.applicationAccepted(application.school());
            case "PARTNER_TRUST" -> memberships.trustAccepted(application.applicationId());
            case "LEAD_SCHOOL", "LEAD_TRUST" -> hubs.prepare(application.acceptedLead());
            default -> { }
        }
    }

    private void withdrawn(InboundEvent event, ApplicationWithdrawn application) {
        memberships.applicationWithdrawn(application.applicationId(), application.effectiveOn(), application.reasonCode());
        hubs.leadWithdrew(application.applicationId(), application.reasonCode());
    }

    /** An undone acceptance is given up like a withdrawn application; an undone refusal concerns nobody here. */
    private void amended(InboundEvent event, DecisionAmended decision) {
        if (ACCEPT.equals(decision.formerOutcome())) {
            memberships.applicationWithdrawn(decision.applicationId(), decision.effectiveOn(), ACCEPTANCE_AMENDED);
            hubs.leadWithdrew(decision.applicationId(), ACCEPTANCE_AMENDED);
        }
    }

    record ApplicationAccepted(UUID applicationId, String kind, String programme, String pathway, String cohort, LocalDate cohortStartsOn, LocalDate cohortEndsOn,
            Instant submittedAt, LocalDate acceptedOn, Integer selectionRank, AcceptedSchool.Partner partner, Trust trust, Lead lead) {
        AcceptedLead acceptedLead() {
            Objects.requireNonNull(lead, "The acceptance names no lead");
            return new AcceptedLead(applicationId, programme, lead.urn(), trust == null ? null : trust.uid(), trust == null ? lead.name() : trust.name(), lead.phases(),
                    lead.places());
        }

        AcceptedSchool school() {
            return new AcceptedSchool(applicationId, programme, pathway, cohort, cohortStartsOn, cohortEndsOn, submittedAt, acceptedOn, selectionRank, partner);
        }
    }

    record ApplicationWithdrawn(UUID applicationId, LocalDate effectiveOn, String reasonCode) {
    }

    record DecisionAmended(UUID applicationId, String formerOutcome, LocalDate effectiveOn) {
    }

    record Trust(String uid, String name) {
    }

    record Lead(String urn, String name, Set<Phase> phases, Integer places) {
    }
}
