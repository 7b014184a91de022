package org.schoolhubs.support.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.support.SupportError;
import org.schoolhubs.support.plans.PlanLifecycle.Act;
import org.schoolhubs.support.plans.rules.PlanPeriod;
import org.schoolhubs.support.plans.rules.Schedule.Due;
import org.schoolhubs.support.templates.ActivityKind;
import org.schoolhubs.support.templates.PlanTemplateView;
import org.schoolhubs.support.templates.TemplateActivityView;
import org.schoolhubs.support.templates.rules.Anchor;
import org.schoolhubs.support.templates.rules.DueRule;

/** The plan as an aggregate: every state by every act, and the dates that decide. */
class PlanLifecycleTest {
    private static final LocalDate START = LocalDate.parse("2025-11-21");
    private static final LocalDate DONE = LocalDate.parse("2026-07-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final Map<PlanState, Consumer<SupportPlan>> BROUGHT_TO = Map.of(
            PlanState.ACTIVE, plan -> {},
            PlanState.PAUSED, SupportPlan::pause,
            PlanState.COMPLETED, plan -> plan.complete(DONE, TODAY),
            PlanState.STOPPED, plan -> plan.withdraw(DONE, "school-decision"));

    @ParameterizedTest(name = "{0} by {1}: {2}{3}")
    @CsvSource({
        "ACTIVE,    SETTLE,   ACTIVE,    ", "ACTIVE,    PAUSE, PAUSED, ", "ACTIVE,    RESUME, , PLAN_NOT_PAUSED", "ACTIVE,    COMPLETE, COMPLETED, ",
        "ACTIVE,    WITHDRAW, STOPPED,   ",
        "PAUSED,    SETTLE, , PLAN_PAUSED", "PAUSED,    PAUSE, , PLAN_PAUSED", "PAUSED,    RESUME, ACTIVE, ", "PAUSED,    COMPLETE, , PLAN_PAUSED",
        "PAUSED,    WITHDRAW, STOPPED,   ",
        "COMPLETED, SETTLE, , PLAN_COMPLETED", "COMPLETED, PAUSE, , PLAN_COMPLETED", "COMPLETED, RESUME, , PLAN_COMPLETED", "COMPLETED, COMPLETE, , PLAN_COMPLETED",
        "COMPLETED, WITHDRAW, STOPPED,   ",
        "STOPPED,   SETTLE, , PLAN_STOPPED", "STOPPED,   PAUSE, , PLAN_STOPPED", "STOPPED,   RESUME, , PLAN_STOPPED", "STOPPED,   COMPLETE, COMPLETED, "
    })
    void everyStateByEveryAct(PlanState from, Act act, PlanState to, SupportError refusal) {
        var plan = plan(false);
        BROUGHT_TO.get(from).accept(plan);
        assertThat(plan.state()).isEqualTo(from);
        assertThat(PlanLifecycle.TABLE.next(from, act)).isEqualTo(java.util.Optional.ofNullable(to));
        if (to == null) {
            assertThat(plan.refusal(act)).get().extracting(Problem::error).isEqualTo(refusal);
            assertThat(catchThrowableOfType(Problem.class, () -> perform(plan, act)).error()).isEqualTo(refusal);
            assertThat(plan.state()).isEqualTo(from);
        } else {
            assertThat(plan.refusal(act)).isEmpty();
            perform(plan, act);
            assertThat(plan.state()).isEqualTo(to);
        }
    }

    @Test
    void theDiagramInTheReadmeIsTheTable() {
        assertThat(Path.of("README.md")).content().contains(PlanLifecycle.TABLE.mermaid());
    }

    @Test
    void aStoppedPlanIsNotStoppedAgain() {
        var plan = plan(false);
        assertThat(plan.withdraw(DONE, "first")).isTrue();
        assertThat(plan.withdraw(DONE.minusDays(1), "second")).isFalse();
        assertThat(plan.stoppedOn()).isEqualTo(DONE);
        assertThat(plan.stopReason()).isEqualTo("first");
    }

    @ParameterizedTest(name = "completed {0}, withdrawn {1}: {2}")
    @CsvSource({"2026-07-01, 2026-07-02, COMPLETED", "2026-07-01, 2026-07-01, STOPPED", "2026-07-02, 2026-07-01, STOPPED"})
    void theEffectiveDateDecidesInBothOrders(LocalDate completedOn, LocalDate withdrawnOn, PlanState expected) {
        var completionFirst = plan(false);
        completionFirst.complete(completedOn, TODAY);
        assertThat(completionFirst.withdraw(withdrawnOn, "school-decision")).isEqualTo(expected == PlanState.STOPPED);

        var withdrawalFirst = plan(false);
        withdrawalFirst.withdraw(withdrawnOn, "school-decision");
        if (expected == PlanState.COMPLETED) {
            withdrawalFirst.complete(completedOn, TODAY);
        } else {
            assertThat(catchThrowableOfType(Problem.class, () -> withdrawalFirst.complete(completedOn, TODAY)).error()).isEqualTo(SupportError.PLAN_STOPPED);
        }
        for (var plan : List.of(completionFirst, withdrawalFirst)) {
            assertThat(plan.state()).isEqualTo(expected);
            assertThat(plan.completedOn()).isEqualTo(expected == PlanState.COMPLETED ? completedOn : null);
            assertThat(plan.stoppedOn()).isEqualTo(expected == PlanState.STOPPED ? withdrawnOn : null);
        }
    }

    @Test
    void aPlanWithAnOpenMandatoryActivityIsNotCompletedAndSaysWhichIsOpen() {
        var plan = plan(true);
        var refusal = catchThrowableOfType(Problem.class, () -> plan.complete(DONE, TODAY));
        assertThat(refusal.error()).isEqualTo(SupportError.ACTIVITIES_OPEN);
        assertThat(refusal.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/activities/0");
            assertThat(error.detail()).contains("Title of a");
        });
        assertThat(plan.mandatoryOpen()).isOne();
        settle(plan);
        assertThat(plan.mandatoryOpen()).isZero();
        plan.complete(DONE, TODAY);
        assertThat(plan.state()).isEqualTo(PlanState.COMPLETED);
    }

    @Test
    void anActivityIsSettledOnce() {
        var plan = plan(true);
        settle(plan);
        assertThat(plan.activitiesSettled()).isOne();
        var id = plan.activities().get(0).id();
        assertThatThrownBy(() -> plan.waiveActivity(id, new ActivityWaiver(WaiverReason.OTHER, "Why"))).isInstanceOf(Problem.class)
                .hasMessageContaining("completed before");
        assertThatThrownBy(() -> plan.waiveActivity(UUID.randomUUID(), new ActivityWaiver(WaiverReason.OTHER, "Why"))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"AWAITED, OPEN, OPENED", "AWAITED, DROP, DROPPED", "OPENED, OPEN, ", "OPENED, DROP, ", "DROPPED, OPEN, ", "DROPPED, DROP, "})
    void whatIsAwaitedIsOpenedOrDropped(AwaitedPlan.State from, AwaitedPlan.Act act, AwaitedPlan.State to) {
        assertThat(AwaitedPlan.LIFECYCLE.next(from, act)).isEqualTo(java.util.Optional.ofNullable(to));
    }

    private static void perform(SupportPlan plan, Act act) {
        switch (act) {
            case SETTLE -> settle(plan);
            case PAUSE -> plan.pause();
            case RESUME -> plan.resume();
            // before the day of the withdrawal that brought it to STOPPED
            case COMPLETE -> plan.complete(DONE.minusDays(1), TODAY);
            case WITHDRAW -> plan.withdraw(DONE, "school-decision");
        }
    }

    private static void settle(SupportPlan plan) {
        plan.completeActivity(plan.activities().get(0).id(), new ActivityCompletion(START.plusDays(10), null, null), TODAY);
    }

    private static SupportPlan plan(boolean mandatory) {
        var activity = new TemplateActivityView("a", 10, ActivityKind.TRAINING, "Title of a", "What to do", mandatory, false, null, new DueRule(1, Anchor.START, 0));
        var template = new PlanTemplateView("core", 1, "behaviour-hubs", "core", "Core", "For tests", START, null, List.of(activity));
        var membership = new Membership(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "Hub", "100059", "behaviour-hubs", "core", "2025-11", START,
                START.plusYears(1), "100049", "School", "202", null, START);
        return new SupportPlan(membership, new PlanPeriod(START, START.plusYears(1)), template, List.of(new Due("a", START)), Instant.parse("2025-11-21T09:00:00Z"));
    }
}
