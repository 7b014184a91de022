package org.schoolhubs.support.plans;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.support.SupportError;
import org.schoolhubs.support.plans.rules.Completion;
import org.schoolhubs.support.templates.ActivityKind;
import org.schoolhubs.support.templates.TemplateActivityView;

/** A part of a plan, changed only through its plan. It is an aggregate by table only, so that it can be listed and paged. */
@Entity
@Table(name = "plan_activity")
class PlanActivity extends Aggregate {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private SupportPlan plan;
    private int position;
    private String code;
    @Enumerated(EnumType.STRING)
    private ActivityKind kind;
    private String title;
    private String description;
    private boolean mandatory;
    private boolean evidenceRequired;
    private String evidenceWanted;
    private LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    private ActivityState state;
    private LocalDate completedOn;
    @Enumerated(EnumType.STRING)
    private EvidenceKind evidenceKind;
    private String evidenceValue;
    private Integer halfDays;
    @Enumerated(EnumType.STRING)
    private WaiverReason waiverReason;
    private String waiverText;

    /** For JPA. */
    protected PlanActivity() {
    }

    PlanActivity(SupportPlan plan, TemplateActivityView template, LocalDate dueOn, Instant now) {
        super(now);
        this.plan = plan;
        this.position = template.position();
        this.code = template.code();
        this.kind = template.kind();
        this.title = template.title();
        this.description = template.description();
        this.mandatory = template.mandatory();
        this.evidenceRequired = template.evidenceRequired();
        this.evidenceWanted = template.evidence();
        this.dueOn = dueOn;
        this.state = ActivityState.OPEN;
    }

    void complete(ActivityCompletion done) {
        requireOpen();
        if (evidenceRequired && done.evidence() == null) {
            throw Problem.of(SupportError.EVIDENCE_REQUIRED, "Give as evidence: " + evidenceWanted)
                    .at("/evidence", SupportError.EVIDENCE_REQUIRED.code(), evidenceWanted);
        }
        if (kind == ActivityKind.TIME && done.days() == null) {
            throw Problem.of(SupportError.DAYS_REQUIRED, "Say how many days were spent, in steps of half a day.")
                    .at("/days", SupportError.DAYS_REQUIRED.code(), "For example 12.5.");
        }
        state = ActivityState.COMPLETED;
        completedOn = done.completedOn();
        halfDays = HalfDays.of(done.days());
        if (done.evidence() != null) {
            evidenceKind = done.evidence().kind();
            evidenceValue = done.evidence().value();
        }
    }

    void waive(ActivityWaiver waiver) {
        requireOpen();
        state = ActivityState.WAIVED;
        waiverReason = waiver.reasonCode();
        waiverText = waiver.text();
    }

    private void requireOpen() {
        if (state != ActivityState.OPEN) {
            throw Problem.of(SupportError.ACTIVITY_SETTLED, "\"%s\" was %s before. Read the plan to see when and how."
                    .formatted(title, state == ActivityState.COMPLETED ? "completed" : "waived"));
        }
    }

    boolean isOverdue(LocalDate today) {
        return state == ActivityState.OPEN && dueOn.isBefore(today) && plan.state() == PlanState.ACTIVE;
    }

    Completion.Part part() {
        return new Completion.Part(code, mandatory, state != ActivityState.OPEN, completedOn);
    }

    SupportPlan plan() {
        return plan;
    }

    int position() {
        return position;
    }

    String code() {
        return code;
    }

    ActivityKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    boolean isMandatory() {
        return mandatory;
    }

    boolean isEvidenceRequired() {
        return evidenceRequired;
    }

    String evidenceWanted() {
        return evidenceWanted;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    ActivityState state() {
        return state;
    }

    LocalDate completedOn() {
        return completedOn;
    }

    Evidence evidence() {
        return evidenceKind == null ? null : new Evidence(evidenceKind, evidenceValue);
    }

    Integer halfDays() {
        return halfDays;
    }

    ActivityWaiver waiver() {
        return waiverReason == null ? null : new ActivityWaiver(waiverReason, waiverText);
    }
}
