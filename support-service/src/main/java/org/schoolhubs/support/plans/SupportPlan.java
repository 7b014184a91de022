package org.schoolhubs.support.plans;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.support.SupportError;
import org.schoolhubs.support.plans.PlanLifecycle.Act;
import org.schoolhubs.support.plans.rules.Completion;
import org.schoolhubs.support.plans.rules.PlanPeriod;
import org.schoolhubs.support.plans.rules.Schedule.Due;
import org.schoolhubs.support.templates.ExpectedDays;
import org.schoolhubs.support.templates.PlanTemplateView;

/** The support plan of an application: the activities of its pathway's template with their due dates, and how far the school has come. */
@Entity
@Table(name = "support_plan")
@BatchSize(size = 100)
class SupportPlan extends Aggregate {
    static final String TYPE = "SupportPlan";

    @Embedded
    private Membership membership;
    private String templateCode;
    private int templateVersion;
    private Integer expectedMinDays;
    private Integer expectedMaxDays;
    @Enumerated(EnumType.STRING)
    private PlanState state;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private LocalDate completedOn;
    private LocalDate stoppedOn;
    private String stopReason;
    private int activitiesTotal;
    /** Changes with every activity that is settled, so that the plan's version and ETag do too. */
    private int activitiesSettled;
    private int mandatoryOpen;

    @OneToMany(mappedBy = "plan", cascade = CascadeType.PERSIST)
    @OrderBy("dueOn, position")
    private List<PlanActivity> activities = new ArrayList<>();

    /** For JPA. */
    protected SupportPlan() {
    }

    /**
     * Opens a plan.
     *
     * @param dues one for each activity of {@code template}, in its order
     */
    SupportPlan(Membership membership, PlanPeriod period, PlanTemplateView template, List<Due> dues, Instant now) {
        super(now);
        this.membership = membership;
        this.startsOn = period.startsOn();
        this.endsOn = period.endsOn();
        this.templateCode = template.code();
        this.templateVersion = template.version();
        this.expectedMinDays = template.expectedDays() == null ? null : template.expectedDays().min();
        this.expectedMaxDays = template.expectedDays() == null ? null : template.expectedDays().max();
        this.state = PlanState.ACTIVE;
        for (int i = 0; i < dues.size(); i++) {
            activities.add(new PlanActivity(this, template.activities().get(i), dues.get(i).dueOn(), now));
        }
        this.activitiesTotal = activities.size();
        count();
    }

    /** @throws Problem 404 unknown activity; 409 if the plan is read-only or the activity settled; 422 for an impossible day or missing evidence */
    PlanActivity completeActivity(UUID activityId, ActivityCompletion done, LocalDate today) {
        var activity = activity(activityId);
        require(Act.SETTLE);
        requirePossibleDay(done.completedOn(), today);
        activity.complete(done);
        count();
        return activity;
    }

    /** @throws Problem 404 unknown activity; 409 if the plan is read-only or the activity settled */
    PlanActivity waiveActivity(UUID activityId, ActivityWaiver waiver) {
        var activity = activity(activityId);
        require(Act.SETTLE);
        activity.waive(waiver);
        count();
        return activity;
    }

    /**
     * Completes the plan as of {@code day}. A plan that a withdrawal stopped is completed only with a day before the withdrawal.
     *
     * @throws Problem 409 if the plan is paused, completed, stopped by then, or mandatory activities are open; 422 for an impossible day
     */
    void complete(LocalDate day, LocalDate today) {
        var next = require(Act.COMPLETE);
        if (state == PlanState.STOPPED && !Completion.countsAgainstWithdrawal(day, stoppedOn)) {
            throw readOnly();
        }
        openActivities().ifPresent(refusal -> {
            throw refusal;
        });
        requirePossibleDay(day, today);
        var earliest = Completion.earliest(startsOn, parts());
        if (day.isBefore(earliest)) {
            throw Problem.of(SupportError.COMPLETED_BEFORE_LAST_ACTIVITY, "The last activity was completed on %s: give that day or a later one.".formatted(earliest))
                    .at("/completedOn", SupportError.COMPLETED_BEFORE_LAST_ACTIVITY.code(), "Not before " + earliest + ".");
        }
        state = next;
        completedOn = day;
        stoppedOn = null;
        stopReason = null;
    }

    /** @throws Problem 409 unless the plan is active */
    void pause() {
        state = require(Act.PAUSE);
    }

    /** @throws Problem 409 unless the plan is paused */
    void resume() {
        state = require(Act.RESUME);
    }

    /**
     * The school withdrew. Against a completion effective dates decide, not which became known first.
     *
     * @return whether that stopped the plan; false if it was completed before {@code effectiveOn} or is stopped already
     */
    boolean withdraw(LocalDate effectiveOn, String reasonCode) {
        boolean completedBefore = state == PlanState.COMPLETED && Completion.countsAgainstWithdrawal(completedOn, effectiveOn);
        var next = PlanLifecycle.TABLE.next(state, Act.WITHDRAW);
        if (completedBefore || next.isEmpty()) {
            return false;
        }
        state = next.get();
        completedOn = null;
        stoppedOn = effectiveOn;
        stopReason = reasonCode;
        return true;
    }

    /**
     * Another hub or a successor school takes over the membership: the plan goes on as it is, dates and activities included.
     *
     * @return whether anything is different
     */
    boolean follow(Membership successor) {
        var followed = successor.withDatesOf(membership);
        boolean different = !followed.equals(membership);
        membership = followed;
        return different;
    }

    /** Why {@code act} is refused in the present state; empty if the state allows it. */
    Optional<Problem> refusal(Act act) {
        if (PlanLifecycle.TABLE.next(state, act).isEmpty()) {
            return Optional.of(readOnly());
        }
        return act == Act.COMPLETE ? openActivities() : Optional.empty();
    }

    private PlanState require(Act act) {
        return PlanLifecycle.TABLE.next(state, act).orElseThrow(this::readOnly);
    }

    private Problem readOnly() {
        return switch (state) {
            case ACTIVE -> Problem.of(SupportError.PLAN_NOT_PAUSED, "The plan is active: there is nothing to resume.");
            case PAUSED -> Problem.of(SupportError.PLAN_PAUSED, "A paused plan can only be read. Ask the programme team to resume it.");
            case COMPLETED -> Problem.of(SupportError.PLAN_COMPLETED, "The plan was completed on %s and can only be read.".formatted(completedOn));
            case STOPPED -> Problem.of(SupportError.PLAN_STOPPED,
                    "The school withdrew with effect from %s: the plan can only be read, and completed only as of an earlier day.".formatted(stoppedOn));
        };
    }

    /** A refusal that names every mandatory activity that is open; empty if there is none. */
    private Optional<Problem> openActivities() {
        var gaps = Completion.gaps(parts()).stream().map(Completion.Part::code).collect(Collectors.toSet());
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        var refusal = Problem.of(SupportError.ACTIVITIES_OPEN,
                "Complete the mandatory activities that are open, or ask the programme team to waive them: " + gaps.size() + " in all.");
        for (int i = 0; i < activities.size(); i++) {
            var activity = activities.get(i);
            if (gaps.contains(activity.code())) {
                refusal.at("/activities/" + i, "activity-open", "%s (%s), due on %s".formatted(activity.title(), activity.code(), activity.dueOn()));
            }
        }
        return Optional.of(refusal);
    }

    private void requirePossibleDay(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Problem.of(SupportError.COMPLETED_IN_FUTURE, "Give the day it was done; today is %s.".formatted(today))
                    .at("/completedOn", SupportError.COMPLETED_IN_FUTURE.code(), "Not after " + today + ".");
        }
        if (day.isBefore(startsOn)) {
            throw Problem.of(SupportError.COMPLETED_BEFORE_START, "The plan starts on %s: give that day or a later one.".formatted(startsOn))
                    .at("/completedOn", SupportError.COMPLETED_BEFORE_START.code(), "Not before " + startsOn + ".");
        }
    }

    private PlanActivity activity(UUID activityId) {
        return activities.stream().filter(a -> a.id().equals(activityId)).findFirst().orElseThrow(() -> Problem.notFound("activity", activityId));
    }

    private void count() {
        activitiesSettled = (int) activities.stream().filter(a -> a.state() != ActivityState.OPEN).count();
        mandatoryOpen = Completion.gaps(parts()).size();
    }

    private List<Completion.Part> parts() {
        return activities.stream().map(PlanActivity::part).toList();
    }

    /** Half days recorded with all activities so far. */
    int halfDays() {
        return activities.stream().map(PlanActivity::halfDays).mapToInt(n -> n == null ? 0 : n).sum();
    }

    Membership membership() {
        return membership;
    }

    String templateCode() {
        return templateCode;
    }

    int templateVersion() {
        return templateVersion;
    }

    /** Null where the programme expects nothing. */
    ExpectedDays expectedDays() {
        return expectedMinDays == null ? null : new ExpectedDays(expectedMinDays, expectedMaxDays);
    }

    PlanState state() {
        return state;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    LocalDate completedOn() {
        return completedOn;
    }

    LocalDate stoppedOn() {
        return stoppedOn;
    }

    String stopReason() {
        return stopReason;
    }

    int activitiesTotal() {
        return activitiesTotal;
    }

    int activitiesSettled() {
        return activitiesSettled;
    }

    int mandatoryOpen() {
        return mandatoryOpen;
    }

    /** By due date, then by the template's order. */
    List<PlanActivity> activities() {
        return Collections.unmodifiableList(activities);
    }
}
