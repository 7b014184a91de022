package org.schoolhubs.support.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.JourneyPart;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.NextStep;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** What people do with plans. A plan that the caller may not see does not exist for that caller. */
@ApplicationScoped
class PlanService {
    private static final String HAS_OVERDUE = "e.state = :active and exists (select 1 from PlanActivity a where a.plan = e and a.state = :open and a.dueOn < :today)";

    private final SupportPlanRepository plans;
    private final AwaitedPlanRepository awaitedPlans;
    private final PlanAccess access;
    private final PlanViews views;
    private final PlanJournal journal;
    private final EntityManager entities;
    private final Clock clock;

    PlanService(SupportPlanRepository plans, AwaitedPlanRepository awaitedPlans, PlanAccess access, PlanViews views, PlanJournal journal,
            EntityManager entities, Clock clock) {
        this.plans = plans;
        this.awaitedPlans = awaitedPlans;
        this.access = access;
        this.views = views;
        this.journal = journal;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    Page<PlanSummary> list(PlanFilter filter, PageRequest page) {
        var query = access.seen(ListQuery.of(entities, SupportPlan.class), "e.membership")
                .filter("e.membership.applicationId = :applicationId", "applicationId", filter.applicationId)
                .filter("e.membership.urn = :urn", "urn", filter.urn)
                .filter("e.membership.hubId = :hubId", "hubId", filter.hubId)
                .filter("e.state = :state", "state", filter.state);
        if (filter.overdue() != null) {
            query.restrict(filter.overdue() ? HAS_OVERDUE : "not (" + HAS_OVERDUE + ")",
                    Map.of("active", PlanState.ACTIVE, "open", ActivityState.OPEN, "today", today()));
        }
        return query.fetch(page, PlanSummary::of);
    }

    @Transactional
    Page<OverdueActivity> overdue(PageRequest page) {
        var today = today();
        return access.led(ListQuery.of(entities, PlanActivity.class), "e.plan.membership")
                .restrict("e.state = :open and e.dueOn < :today and e.plan.state = :active",
                        Map.of("open", ActivityState.OPEN, "today", today, "active", PlanState.ACTIVE))
                .fetch(page, activity -> OverdueActivity.of(activity, today));
    }

    /** @throws Problem 404 */
    @Transactional
    PlanView get(UUID id) {
        return views.view(visible(id));
    }

    /** @throws Problem 404 */
    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history(visible(id));
    }

    /** The plan's part of a journey, also while the plan is only awaited; @throws Problem 404 if there is neither. */
    @Transactional
    JourneyPart journey(UUID applicationId) {
        return plans.ofApplication(applicationId).filter(plan -> access.sees(plan.membership())).map(this::journey)
                .or(() -> awaitedPlans.ofApplication(applicationId).filter(awaited -> access.sees(awaited.membership())).map(this::journey))
                .orElseThrow(() -> Problem.notFound("plan of application", applicationId));
    }

    /** @throws Problem 400, 403, 404, 409, 412 or 422 as {@link SupportPlan#completeActivity} says */
    @Transactional
    PlanView completeActivity(UUID id, UUID activityId, Precondition precondition, ActivityCompletion done) {
        done.check();
        var plan = changeable(id, precondition, Needs.PARTY);
        var activity = plan.completeActivity(activityId, done, today());
        journal.activityCompleted(plan, activity);
        return views.view(plan);
    }

    /** @throws Problem 403, 404, 409 or 412 as {@link SupportPlan#waiveActivity} says */
    @Transactional
    PlanView waiveActivity(UUID id, UUID activityId, Precondition precondition, ActivityWaiver waiver) {
        var plan = changeable(id, precondition, Needs.TEAM_PERSON);
        var activity = plan.waiveActivity(activityId, waiver);
        journal.activityWaived(plan, activity, today());
        return views.view(plan);
    }

    /** @throws Problem 403, 404, 409, 412 or 422 as {@link SupportPlan#complete} says */
    @Transactional
    PlanView complete(UUID id, Precondition precondition, PlanCompletion completion) {
        var plan = changeable(id, precondition, Needs.LEAD_OR_TEAM);
        plan.complete(completion.completedOn(), today());
        journal.completed(plan);
        return views.view(plan);
    }

    /** @throws Problem 404, 409 or 412 */
    @Transactional
    PlanView pause(UUID id, Precondition precondition, PlanPause pause) {
        var plan = changeable(id, precondition, Needs.TEAM);
        plan.pause();
        journal.paused(plan, today(), pause.reasonCode());
        return views.view(plan);
    }

    /** @throws Problem 404, 409 or 412 */
    @Transactional
    PlanView resume(UUID id, Precondition precondition, PlanResumption resumption) {
        var plan = changeable(id, precondition, Needs.TEAM);
        plan.resume();
        journal.resumed(plan, today(), resumption.reasonCode());
        return views.view(plan);
    }

    /** Who an act is for. */
    private enum Needs {
        PARTY, LEAD_OR_TEAM, TEAM, TEAM_PERSON
    }

    private SupportPlan visible(UUID id) {
        return plans.findByIdOptional(id).filter(plan -> access.sees(plan.membership())).orElseThrow(() -> Problem.notFound("plan", id));
    }

    /** Locks the plan; first whether it may be seen, then who may act, then whether it was read lately. */
    private SupportPlan changeable(UUID id, Precondition precondition, Needs needs) {
        var plan = plans.forUpdate(id).filter(found -> access.sees(found.membership())).orElseThrow(() -> Problem.notFound("plan", id));
        var refusal = switch (needs) {
            case PARTY -> access.recordRefusal(plan.membership());
            case LEAD_OR_TEAM -> access.completionRefusal(plan.membership());
            case TEAM -> access.managementRefusal();
            case TEAM_PERSON -> access.waiverRefusal();
        };
        refusal.ifPresent(problem -> {
            throw problem;
        });
        precondition.check(plan);
        return plan;
    }

    private JourneyPart journey(SupportPlan plan) {
        return new JourneyPart("plan", plan.id(), plan.state().name(), journal.history(plan), views.next(plan));
    }

    private JourneyPart journey(AwaitedPlan awaited) {
        List<NextStep> next = awaited.isAwaited()
                ? List.of(new NextStep(awaited.reason().taskKind(), "The programme team sees to it that the plan can be opened.", Roles.PROGRAMME_TEAM, null))
                : List.of();
        return new JourneyPart("plan", null, awaited.state().name(), journal.history(awaited), next);
    }

    private LocalDate today() {
        return LondonDates.today(clock);
    }
}
