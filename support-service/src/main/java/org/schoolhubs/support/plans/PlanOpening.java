package org.schoolhubs.support.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.inbox.NotYet;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.support.calendars.TermCalendarService;
import org.schoolhubs.support.plans.AwaitedPlan.Act;
import org.schoolhubs.support.plans.AwaitedPlan.Reason;
import org.schoolhubs.support.plans.rules.PlanPeriod;
import org.schoolhubs.support.plans.rules.Schedule;
import org.schoolhubs.support.plans.rules.Schedule.CalendarMissing;
import org.schoolhubs.support.plans.rules.Schedule.Scheduled;
import org.schoolhubs.support.plans.rules.Scheduler;
import org.schoolhubs.support.templates.PlanTemplateService;
import org.schoolhubs.support.templates.PlanTemplateView;

/** Follows memberships: opens the one plan of an application when its membership becomes active, stops it when the school withdraws. */
@ApplicationScoped
class PlanOpening {
    private final SupportPlanRepository plans;
    private final AwaitedPlanRepository awaitedPlans;
    private final PlanTemplateService templates;
    private final TermCalendarService calendars;
    private final PlanJournal journal;
    private final Tasks tasks;
    private final Clock clock;

    PlanOpening(SupportPlanRepository plans, AwaitedPlanRepository awaitedPlans, PlanTemplateService templates, TermCalendarService calendars,
            PlanJournal journal, Tasks tasks, Clock clock) {
        this.plans = plans;
        this.awaitedPlans = awaitedPlans;
        this.templates = templates;
        this.calendars = calendars;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Opens the plan; where there is one already, it follows the membership to its new hub or school. A plan that cannot be opened becomes a
     * task for the programme team and is tried again.
     *
     * @throws NotYet while a term calendar is missing
     */
    @Transactional
    void activated(Membership membership) {
        var plan = plans.ofApplicationForUpdate(membership.applicationId());
        if (plan.isPresent()) {
            follow(plan.get(), membership);
            return;
        }
        var awaited = awaitedPlans.ofApplicationForUpdate(membership.applicationId());
        if (awaited.isPresent()) {
            awaited.filter(waiting -> waiting.follow(membership)).ifPresent(journal::moved);
            return;
        }
        open(membership).ifPresent(reason -> await(membership, reason));
    }

    /** The school, or the lead of its hub, was followed by another: the plan, open or awaited, shows the successor. Before the membership is active there is none. */
    @Transactional
    void passedOn(Membership membership) {
        plans.ofApplicationForUpdate(membership.applicationId()).ifPresent(plan -> follow(plan, membership));
        awaitedPlans.ofApplicationForUpdate(membership.applicationId()).filter(AwaitedPlan::isAwaited).filter(waiting -> waiting.follow(membership))
                .ifPresent(journal::moved);
    }

    /** Stops the plan, unless it was completed with an earlier effective date; what was still awaited is dropped. */
    @Transactional
    void withdrawn(MembershipWithdrawn withdrawal) {
        plans.ofApplicationForUpdate(withdrawal.applicationId())
                .filter(plan -> plan.withdraw(withdrawal.effectiveOn(), withdrawal.reasonCode()))
                .ifPresent(journal::stopped);
        awaitedPlans.ofApplicationForUpdate(withdrawal.applicationId()).filter(AwaitedPlan::isAwaited).ifPresent(awaited -> end(awaited, Act.DROP));
    }

    /** The applications whose plan is awaited. */
    @Transactional
    List<UUID> awaited() {
        return awaitedPlans.waitingApplications();
    }

    /**
     * Tries again to open an awaited plan.
     *
     * @return whether it is open now
     * @throws NotYet while a term calendar is missing
     */
    @Transactional
    boolean retry(UUID applicationId) {
        var awaited = awaitedPlans.ofApplicationForUpdate(applicationId).filter(AwaitedPlan::isAwaited);
        if (awaited.isEmpty() || open(awaited.get().membership()).isPresent()) {
            return false;
        }
        end(awaited.get(), Act.OPEN);
        return true;
    }

    /** Opens the plan, or says why it cannot be opened. */
    private Optional<Reason> open(Membership membership) {
        var template = templates.forPathway(membership.programme(), membership.pathway());
        if (template.isEmpty()) {
            return Optional.of(Reason.TEMPLATE_MISSING);
        }
        var period = new PlanPeriod(membership.cohortStartsOn(), membership.cohortEndsOn());
        var schedule = schedule(template.get(), period, membership.laCode());
        if (schedule instanceof CalendarMissing missing) {
            throw new NotYet("No term calendar of local authority %s or of the nation for %s yet".formatted(membership.laCode(), missing.year()));
        }
        if (!(schedule instanceof Scheduled scheduled)) {
            return Optional.of(Reason.NO_SCHOOL_DAY);
        }
        var plan = new SupportPlan(membership, period, template.get(), scheduled.dues(), clock.instant());
        plans.persist(plan);
        journal.opened(plan);
        return Optional.empty();
    }

    private Schedule schedule(PlanTemplateView template, PlanPeriod period, String laCode) {
        var items = template.activities().stream().map(activity -> new Scheduler.Item(activity.code(), activity.dueRule())).toList();
        return Scheduler.schedule(items, period, calendars.forSchool(laCode, period.startsOn(), period.endsOn()));
    }

    private void follow(SupportPlan plan, Membership membership) {
        if (plan.follow(membership)) {
            journal.moved(plan);
        }
    }

    private void await(Membership membership, Reason reason) {
        var awaited = new AwaitedPlan(membership, reason, clock.instant());
        awaitedPlans.persist(awaited);
        tasks.open(Task.of(reason.taskKind(), AwaitedPlan.TYPE, awaited.id(), membership.applicationId(), reason.taskKind(), reason.advice(),
                Roles.PROGRAMME_TEAM));
        journal.awaited(awaited);
    }

    private void end(AwaitedPlan awaited, Act act) {
        awaited.end(act);
        tasks.settle(awaited.reason().taskKind(), AwaitedPlan.TYPE, awaited.id());
        journal.awaitedEnded(awaited);
    }
}
