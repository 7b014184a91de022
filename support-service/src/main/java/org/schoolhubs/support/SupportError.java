package org.schoolhubs.support;

import org.schoolhubs.kit.problem.ErrorCode;

/** The refusals of the support service. Codes are stable: third parties branch on them. */
public enum SupportError implements ErrorCode {
    /** The plan is paused, so it can only be read. */
    PLAN_PAUSED("plan-paused", 409, "The plan is paused"),
    /** The plan was completed, so it can only be read. */
    PLAN_COMPLETED("plan-completed", 409, "The plan was completed"),
    /** The plan was stopped because the school withdrew, so it can only be read. */
    PLAN_STOPPED("plan-stopped", 409, "The plan was stopped"),
    /** Only a paused plan can be resumed. */
    PLAN_NOT_PAUSED("plan-not-paused", 409, "The plan is not paused"),
    /** Mandatory activities are neither completed nor waived. */
    ACTIVITIES_OPEN("activities-open", 409, "Mandatory activities are open"),
    /** The activity was completed or waived before. */
    ACTIVITY_SETTLED("activity-settled", 409, "The activity is settled already"),
    /** The day given as done lies in the future. */
    COMPLETED_IN_FUTURE("completed-in-future", 422, "The day lies in the future"),
    /** The day given as done lies before the plan's first day. */
    COMPLETED_BEFORE_START("completed-before-start", 422, "The day lies before the start of the plan"),
    /** A plan cannot be completed before its last completed activity. */
    COMPLETED_BEFORE_LAST_ACTIVITY("completed-before-last-activity", 422, "The day lies before the last completed activity"),
    /** The template wants evidence for this activity. */
    EVIDENCE_REQUIRED("evidence-required", 422, "This activity needs evidence"),
    /** A record of time without days says nothing. */
    DAYS_REQUIRED("days-required", 422, "This activity needs the days that were spent"),
    /** The caller's role may do this, but not for this plan. */
    NOT_FOR_THIS_PLAN("not-for-this-plan", 403, "You may read this plan but not do this to it");

    private final String code;
    private final int status;
    private final String title;

    SupportError(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
