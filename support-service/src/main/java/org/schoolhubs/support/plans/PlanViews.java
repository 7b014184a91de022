package org.schoolhubs.support.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;
import org.schoolhubs.support.plans.PlanLifecycle.Act;

/** Shows a plan to the caller, with what the caller may do next. */
@ApplicationScoped
class PlanViews {
    private static final int NEXT_STEPS = 3;

    private final PlanAccess access;
    private final Clock clock;

    PlanViews(PlanAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    PlanView view(SupportPlan plan) {
        var membership = plan.membership();
        LocalDate today = LondonDates.today(clock);
        return new PlanView(plan.id(), plan.version(), membership.applicationId(), membership.membershipId(), membership.hubId(), membership.hubName(),
                membership.leadUrn(), membership.urn(), membership.schoolName(), membership.laCode(), membership.trustUid(), membership.programme(),
                membership.pathway(), membership.cohort(), new PlanView.TemplateReference(plan.templateCode(), plan.templateVersion()), plan.state(),
                plan.startsOn(), plan.endsOn(), plan.completedOn(), plan.stoppedOn(), plan.stopReason(),
                new PlanView.Time(HalfDays.days(plan.halfDays()), plan.expectedDays()),
                plan.activities().stream().map(activity -> ActivityView.of(activity, today)).toList(), actions(plan), next(plan), plan.createdAt(),
                plan.changedAt());
    }

    /** The next mandatory activities by due date; when none is open, the completion; while paused, the resumption. */
    List<NextStep> next(SupportPlan plan) {
        return switch (plan.state()) {
            case PAUSED -> List.of(new NextStep("resumption", "The programme team resumes the plan.", Roles.PROGRAMME_TEAM, null));
            case COMPLETED, STOPPED -> List.of();
            case ACTIVE -> plan.mandatoryOpen() == 0
                    ? List.of(new NextStep("completion", "The lead school or the programme team completes the plan.", Roles.SCHOOL, plan.endsOn()))
                    : plan.activities().stream().filter(a -> a.isMandatory() && a.state() == ActivityState.OPEN).limit(NEXT_STEPS)
                            .map(a -> new NextStep(a.code(), a.description(), Roles.SCHOOL, a.dueOn())).toList();
        };
    }

    private List<Action> actions(SupportPlan plan) {
        var membership = plan.membership();
        var path = "/v1/plans/" + plan.id();
        return List.of(
                action("activity-completion", path + "/activities/{activityId}/completion", access.recordRefusal(membership), () -> plan.refusal(Act.SETTLE)),
                action("activity-waiver", path + "/activities/{activityId}/waiver", access.waiverRefusal(), () -> plan.refusal(Act.SETTLE)),
                action("completion", path + "/completion", access.completionRefusal(membership), () -> plan.refusal(Act.COMPLETE)),
                action("pause", path + "/pause", access.managementRefusal(), () -> plan.refusal(Act.PAUSE)),
                action("resumption", path + "/resumption", access.managementRefusal(), () -> plan.refusal(Act.RESUME)));
    }

    /** Who may not is told so first, as a request would be. */
    private static Action action(String name, String href, Optional<Problem> access, Supplier<Optional<Problem>> state) {
        return access.or(state).map(refusal -> Action.refused(name, href, refusal.error(), refusal.detail())).orElseGet(() -> Action.allowed(name, href));
    }
}
