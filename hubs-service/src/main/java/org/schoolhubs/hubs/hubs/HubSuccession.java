package org.schoolhubs.hubs.hubs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.schoolhubs.hubs.leads.Lead;
import org.schoolhubs.hubs.leads.LeadService;
import org.schoolhubs.hubs.leads.LedHubs;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;

/**
 * Follows the register with the leads of hubs. A lead that has closed leaves its hubs to the one open school that followed it; where there is not exactly one, or
 * it is a member of the hub, a person is asked. Nothing else of a hub changes by itself. The closed school and its successor become known in either order: what
 * is done follows from what is known of both.
 */
@ApplicationScoped
class HubSuccession implements LedHubs {
    private static final String LEAD_CLOSED = "lead-closed";

    private final HubRepository hubs;
    private final LeadService leads;
    private final HubMembers members;
    private final Journal journal;
    private final Tasks tasks;

    HubSuccession(HubRepository hubs, LeadService leads, HubMembers members, Journal journal, Tasks tasks) {
        this.hubs = hubs;
        this.leads = leads;
        this.members = members;
        this.journal = journal;
        this.tasks = tasks;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void told(Fate school) {
        if (school.closed()) {
            hubs.heldOfLead(school.urn()).forEach(hub -> follow(hub, school));
        } else {
            hubs.heldOfLead(school.urn()).forEach(this::settle);
            leads.followedBy(school.urn()).forEach(closed -> hubs.heldOfLead(closed.urn()).forEach(hub -> follow(hub, closed)));
        }
    }

    private void follow(Hub hub, Fate closed) {
        Optional<Lead> successor = Optional.ofNullable(closed.successorUrn()).flatMap(leads::find).filter(Lead::open);
        if (successor.isEmpty()) {
            ask(hub, "no-single-successor", "Its lead school %s closed, and the register knows of no single open school that followed it.".formatted(closed.urn()));
        } else if (members.has(hub.id(), successor.get().urn())) {
            ask(hub, "successor-is-member", "Its lead school %s closed and was followed by %s, which is a member of the hub.".formatted(closed.urn(), successor.get().urn()));
        } else {
            pass(hub, successor.get(), "school-followed");
        }
    }

    /** The school leads the hub from now on; the task about it is settled. */
    void pass(Hub hub, Lead successor, String reasonCode) {
        hub.passLead(successor.urn());
        journal.append(HubService.published(hub, "HubLeadPassedToSuccessor").changed("leadUrn").because(reasonCode));
        members.leadPassed(hub.id(), successor.urn());
        settle(hub);
    }

    /** Nothing is left to do about its lead. */
    void settle(Hub hub) {
        tasks.settle(LEAD_CLOSED, HubService.TYPE, hub.id());
    }

    private void ask(Hub hub, String reasonCode, String why) {
        tasks.open(Task.of(LEAD_CLOSED, HubService.TYPE, hub.id(), hub.applicationId(), reasonCode,
                "%s Name the school that leads it by /v1/hubs/%s/lead, or place its members elsewhere and close it.".formatted(why, hub.id()), Roles.PROGRAMME_TEAM));
    }
}
