package org.schoolhubs.support.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;

/** Writes what happens to plans: one entry for every change, in its transaction. */
@ApplicationScoped
class PlanJournal {
    private static final String TOPIC = "support.v1";

    private final Journal journal;

    PlanJournal(Journal journal) {
        this.journal = journal;
    }

    void opened(SupportPlan plan) {
        publish("PlanOpened", plan, PlanFact.of(plan, plan.membership().effectiveOn(), null), "state", "activities");
    }

    void activityCompleted(SupportPlan plan, PlanActivity activity) {
        publish("ActivityCompleted", plan, PlanFact.of(plan, activity, activity.completedOn(), null), fieldOf(activity));
    }

    void activityWaived(SupportPlan plan, PlanActivity activity, LocalDate day) {
        publish("ActivityWaived", plan, PlanFact.of(plan, activity, day, activity.waiver().reasonCode().name()), fieldOf(activity));
    }

    void completed(SupportPlan plan) {
        publish("PlanCompleted", plan, PlanFact.of(plan, plan.completedOn(), null), "state", "completedOn");
    }

    void stopped(SupportPlan plan) {
        publish("PlanStopped", plan, PlanFact.of(plan, plan.stoppedOn(), plan.stopReason()), "state", "stoppedOn");
    }

    void paused(SupportPlan plan, LocalDate day, PauseReason reason) {
        publish("PlanPaused", plan, PlanFact.of(plan, day, reason.name()), "state");
    }

    void resumed(SupportPlan plan, LocalDate day, ResumptionReason reason) {
        publish("PlanResumed", plan, PlanFact.of(plan, day, reason.name()), "state");
    }

    /** For the history only: those who follow hub and school hear it from the hubs. */
    void moved(SupportPlan plan) {
        journal.append(Entry.of(plan, SupportPlan.TYPE).event("PlanMoved").changed("membership"));
    }

    void moved(AwaitedPlan awaited) {
        journal.append(Entry.of(awaited, AwaitedPlan.TYPE).event("AwaitedPlanMoved").changed("membership"));
    }

    /** For the history only, like what becomes of it. */
    void awaited(AwaitedPlan awaited) {
        journal.append(Entry.of(awaited, AwaitedPlan.TYPE).event("PlanAwaited").changed("state").because(awaited.reason().name()));
    }

    void awaitedEnded(AwaitedPlan awaited) {
        var event = awaited.state() == AwaitedPlan.State.OPENED ? "AwaitedPlanOpened" : "AwaitedPlanDropped";
        journal.append(Entry.of(awaited, AwaitedPlan.TYPE).event(event).changed("state"));
    }

    List<HistoryEntry> history(SupportPlan plan) {
        return journal.history(SupportPlan.TYPE, plan.id());
    }

    List<HistoryEntry> history(AwaitedPlan awaited) {
        return journal.history(AwaitedPlan.TYPE, awaited.id());
    }

    private void publish(String event, SupportPlan plan, PlanFact fact, String... changed) {
        journal.append(Entry.of(plan, SupportPlan.TYPE).event(event).publish(TOPIC, plan.membership().applicationId(), fact)
                .changed(changed).because(fact.reasonCode()));
    }

    private static String fieldOf(PlanActivity activity) {
        return "activities." + activity.code();
    }
}
