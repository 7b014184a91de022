package org.schoolhubs.hubs.memberships;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.hubs.HubError;
import org.schoolhubs.hubs.access.Access;
import org.schoolhubs.hubs.hubs.HubService;
import org.schoolhubs.hubs.placement.PlacementService;
import org.schoolhubs.hubs.placement.Placing;
import org.schoolhubs.hubs.placement.rules.PlacementRequest;
import org.schoolhubs.hubs.pool.AcceptedSchool;
import org.schoolhubs.hubs.pool.PoolService;
import org.schoolhubs.hubs.pool.PooledSchool;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/**
 * The life of memberships. Each public method is one transaction and takes its locks in one order: membership, pool entry, places; so nobody waits for each
 * other.
 */
@ApplicationScoped
public class MembershipService {
    static final String TYPE = "Membership";
    private static final String TOPIC = "hubs.v1";
    private static final String MANUAL_PLACEMENT = "manual-placement";
    private static final String TRUST_PLACEMENT = "trust-placement";
    private static final String APPLICATION = "Application";

    private final MembershipRepository memberships;
    private final MembershipViews views;
    private final PoolService pool;
    private final PlacementService placement;
    private final HubService hubs;
    private final Access access;
    private final Journal journal;
    private final Tasks tasks;
    private final EntityManager entities;
    private final Clock clock;

    MembershipService(MembershipRepository memberships, MembershipViews views, PoolService pool, PlacementService placement, HubService hubs, Access access,
            Journal journal, Tasks tasks, EntityManager entities, Clock clock) {
        this.memberships = memberships;
        this.views = views;
        this.pool = pool;
        this.placement = placement;
        this.hubs = hubs;
        this.access = access;
        this.journal = journal;
        this.tasks = tasks;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    MembershipView place(PlacementOrder order) {
        requireReasonExactlyWithOverride(order);
        PooledSchool school = pool.requireWaiting(order.applicationId());
        Placing placing = order.hubId() == null ? placement.placeNearest(request(school)) : placement.placeWith(request(school), order.hubId());
        pool.placed(school.applicationId());
        Membership membership = new Membership(school, placing, order.hubId() == null ? null : order.reason().strip(), clock.instant(), today());
        memberships.persist(membership);
        tasks.settle(MANUAL_PLACEMENT, PoolService.TYPE, school.entryId());
        journal.append(published(membership, "MembershipProposed").changed("state").because(order.hubId() == null ? null : "OVERRIDE"));
        return views.one(membership);
    }

    @Transactional
    MembershipView confirm(UUID id, Precondition precondition) {
        Membership membership = changeable(id, precondition);
        membership.confirm(today());
        journal.append(published(membership, "MembershipConfirmed").changed("state"));
        return views.one(membership);
    }

    @Transactional
    MembershipView acceptByLead(UUID id, Precondition precondition) {
        Membership membership = changeableByLead(id, precondition);
        membership.acceptByLead(today());
        journal.append(published(membership, "MembershipActivated").changed("state"));
        return views.one(membership);
    }

    @Transactional
    MembershipView refuseByLead(UUID id, Precondition precondition, RefusalRequest refusal) {
        Membership membership = changeableByLead(id, precondition);
        if (refusal.reasonCode() == RefusalReason.OTHER && isBlank(refusal.text())) {
            throw Problem.of(HubError.TEXT_NEEDED, "Say in words why you refuse, or choose another reason.")
                    .at("/text", HubError.TEXT_NEEDED.code(), "Needed with the reason OTHER.");
        }
        membership.refuseByLead(refusal.reasonCode(), refusal.text(), today());
        journal.append(published(membership, "MembershipRefused").changed("state", "refusalText").because(membership.reasonCode()));
        pool.returned(membership.applicationId(), membership.hubId(), membership.reasonCode());
        hubs.freePlace(membership.place());
        return views.one(membership);
    }

    @Transactional
    MembershipView withdraw(UUID id, Precondition precondition, WithdrawalRequest request) {
        Membership membership = changeable(id, precondition);
        requireMayWithdraw(membership);
        requirePossibleDay(membership, request.effectiveOn());
        withdraw(membership, request.effectiveOn(), request.reasonCode().name());
        return views.one(membership);
    }

    /** An application was accepted: its school waits for a place, and where only a person can say which hub is near, a person is asked. */
    @Transactional(TxType.MANDATORY)
    void applicationAccepted(AcceptedSchool accepted) {
        pool.enter(accepted).filter(school -> placement.needsPerson(request(school))).ifPresent(school -> tasks.open(Task.of(MANUAL_PLACEMENT, PoolService.TYPE,
                school.entryId(), school.applicationId(), "location-unknown",
                "Neither coordinates nor region say which hub is near this school: choose a hub and give a reason.", Roles.PROGRAMME_TEAM)));
    }

    /** A trust was accepted: it is not pooled, the programme team agrees with it which hub takes it. */
    @Transactional(TxType.MANDATORY)
    void trustAccepted(UUID applicationId) {
        tasks.open(Task.of(TRUST_PLACEMENT, APPLICATION, applicationId, applicationId, "trust-accepted",
                "A trust was accepted as a partner: agree with it and a lead which hub takes it, and place it by hand.", Roles.PROGRAMME_TEAM));
    }

    /** An application was withdrawn: whatever its school waits for or holds is given up. What was completed before that day stays completed. */
    @Transactional(TxType.MANDATORY)
    void applicationWithdrawn(UUID applicationId, LocalDate effectiveOn, String reasonCode) {
        memberships.lockedLatestOf(applicationId)
                .filter(membership -> membership.state().isLive()
                        || membership.state() == MembershipState.COMPLETED && !effectiveOn.isAfter(membership.completedOn()))
                .ifPresent(membership -> withdraw(membership, effectiveOn, reasonCode));
        tasks.settle(TRUST_PLACEMENT, APPLICATION, applicationId);
        pool.left(applicationId, reasonCode);
        pool.find(applicationId).ifPresent(school -> tasks.settle(MANUAL_PLACEMENT, PoolService.TYPE, school.entryId()));
    }

    /** The school of an application was followed by another: what it waits for or holds is the successor's now. */
    @Transactional(TxType.MANDATORY)
    void applicationPassedOn(UUID applicationId, AcceptedSchool.Partner successor) {
        memberships.lockedLatestOf(applicationId)
                .filter(membership -> membership.passOn(successor))
                .ifPresent(membership -> journal.append(published(membership, "MembershipPassedToSuccessor").changed("urn", "schoolName", "laCode", "trustUid")));
        pool.passedOn(applicationId, successor);
    }

    /**
     * A plan was completed on a day.
     *
     * @throws IllegalStateException if no such membership can have had a plan
     */
    @Transactional(TxType.MANDATORY)
    void planCompleted(UUID membershipId, LocalDate effectiveOn) {
        Membership membership = memberships.locked(membershipId).orElseThrow(() -> new IllegalStateException("There is no membership " + membershipId));
        if (membership.completedOn() != null) {
            return;
        }
        boolean held = membership.state().isLive();
        if (membership.completePlan(effectiveOn)) {
            journal.append(published(membership, "MembershipCompleted").changed("state", "completedOn"));
        } else {
            journal.append(Entry.of(membership, TYPE).event("PlanCompletedAfterWithdrawal").changed("completedOn"));
        }
        pool.left(membership.applicationId(), null);
        if (held) {
            hubs.freePlace(membership.place());
        }
    }

    @Transactional
    Page<MembershipView> list(MembershipFilter filter, PageRequest page) {
        ListQuery<Membership> query = ListQuery.of(entities, Membership.class)
                .filter("e.applicationId = :applicationId", "applicationId", filter.applicationId())
                .filter("e.hubId = :hubId", "hubId", filter.hubId())
                .filter("e.state = :state", "state", filter.state())
                .filter("e.urn = :urn", "urn", filter.urn());
        if (!access.seesAll()) {
            query.restrict("e.urn in :schools or e.leadUrn in :schools or e.trustUid in :trusts", Map.of("schools", access.schools(), "trusts", access.trusts()));
        }
        return query.fetch(page, views::item);
    }

    @Transactional
    MembershipView get(UUID id) {
        return views.one(memberships.findByIdOptional(id).filter(views::visible).orElseThrow(() -> Problem.notFound("membership", id)));
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        get(id);
        return journal.history(TYPE, id);
    }

    private void withdraw(Membership membership, LocalDate effectiveOn, String reasonCode) {
        boolean held = membership.state().isLive();
        membership.withdraw(effectiveOn, reasonCode);
        journal.append(published(membership, "MembershipWithdrawn").changed("state", "withdrawnOn").because(reasonCode));
        pool.left(membership.applicationId(), reasonCode);
        if (held) {
            hubs.freePlace(membership.place());
        }
    }

    private Membership changeable(UUID id, Precondition precondition) {
        Membership membership = memberships.locked(id).filter(views::visible).orElseThrow(() -> Problem.notFound("membership", id));
        precondition.check(membership);
        return membership;
    }

    private Membership changeableByLead(UUID id, Precondition precondition) {
        access.requirePerson();
        Membership membership = memberships.locked(id).filter(views::visible).orElseThrow(() -> Problem.notFound("membership", id));
        if (!views.isLead(membership)) {
            throw Problem.of(HubError.NOT_THE_LEAD, "Only somebody who acts for the hub's lead school %s may accept or refuse.".formatted(membership.leadUrn()));
        }
        precondition.check(membership);
        return membership;
    }

    private void requireMayWithdraw(Membership membership) {
        if (access.isProgrammeTeam()) {
            return;
        }
        if (!views.isPartner(membership)) {
            throw Problem.of(HubError.NOT_THE_PARTNER, "The partner school itself withdraws, or the programme team. A lead asks the programme team.");
        }
        if (membership.state() == MembershipState.COMPLETED) {
            throw Problem.of(HubError.COMPLETED_BEFORE, "The plan was completed on %s. If the school had left before, ask the programme team to withdraw it from that day on."
                    .formatted(membership.completedOn()));
        }
    }

    private void requirePossibleDay(Membership membership, LocalDate effectiveOn) {
        LocalDate earliest = membership.earliestWithdrawal();
        LocalDate latest = today().plusYears(1);
        if (effectiveOn.isBefore(earliest) || effectiveOn.isAfter(latest)) {
            throw Problem.of(HubError.EFFECTIVE_DATE_IMPOSSIBLE, "Give a day from %s to %s.".formatted(earliest, latest))
                    .at("/effectiveOn", HubError.EFFECTIVE_DATE_IMPOSSIBLE.code(), "From %s to %s.".formatted(earliest, latest));
        }
    }

    private static void requireReasonExactlyWithOverride(PlacementOrder order) {
        if (order.hubId() != null && isBlank(order.reason())) {
            throw Problem.of(HubError.OVERRIDE_WITHOUT_REASON, "Say why this hub and not the nearest fitting one.")
                    .at("/reason", HubError.OVERRIDE_WITHOUT_REASON.code(), "Needed with hubId.");
        }
        if (order.hubId() == null && order.reason() != null) {
            throw Problem.of(HubError.REASON_WITHOUT_OVERRIDE, "Leave the reason out, or name the hub: without one the rule decides.")
                    .at("/reason", HubError.REASON_WITHOUT_OVERRIDE.code(), "Only with hubId.");
        }
    }

    private static PlacementRequest request(PooledSchool school) {
        return new PlacementRequest(school.programme(), school.pathway(), school.cohort(), school.urn(), school.trustUid(), school.phase(), school.provision(),
                school.region(), school.place(), school.hubsThatRefused());
    }

    static Entry published(Membership membership, String event) {
        return Entry.of(membership, TYPE).event(event).publish(TOPIC, membership.applicationId(), membership.event());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private LocalDate today() {
        return LondonDates.today(clock);
    }
}
