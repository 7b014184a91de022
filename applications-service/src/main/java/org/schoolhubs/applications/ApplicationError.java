package org.schoolhubs.applications;

import org.schoolhubs.kit.problem.ErrorCode;

/** What the applications service refuses by rule. Codes are stable: third parties branch on them. */
public enum ApplicationError implements ErrorCode {
    SCHOOL_NOT_FOUND("school-not-found", 404, "There is no such school that you may act for"),
    PROGRAMME_UNKNOWN("programme-unknown", 422, "There is no programme of this code"),
    PATHWAY_UNKNOWN("pathway-unknown", 422, "The programme has no pathway of this code"),
    PATHWAY_FOR_TRUSTS("pathway-for-trusts", 422, "This pathway is for trusts, not for single schools"),
    PATHWAY_BY_SELECTION("pathway-by-selection", 422, "The Department selects for this pathway, a school cannot apply to it"),
    PROGRAMME_WITHOUT_LEADS("programme-without-leads", 422, "The programme takes no applications to lead a hub"),
    SUCCESSOR_NOT_OPEN("successor-not-open", 422, "The successor is not an open school of the register"),
    RULES_MISSING("rules-missing", 409, "No eligibility rules were published for this pathway"),
    COHORT_UNKNOWN("cohort-unknown", 422, "The programme has no cohort of this code"),
    PATHWAY_NOT_IN_COHORT("pathway-not-in-cohort", 422, "The cohort does not offer this pathway"),
    COHORT_EXISTS("cohort-exists", 409, "The programme has a cohort of this code already"),
    WINDOW_INVALID("window-invalid", 422, "The application window closes before it opens"),
    PROGRAMME_CLOSED("programme-closed", 409, "The programme takes no new applications"),
    WINDOW_NOT_OPEN("window-not-open", 409, "The application window has not opened yet"),
    WINDOW_CLOSED("window-closed", 409, "The application window has closed"),
    DRAFT_EXISTS("draft-exists", 409, "The school has a draft for this pathway and cohort already"),
    NOT_READY("not-ready", 422, "The application is not complete"),
    OVERLAPPING_APPLICATION("overlapping-application", 409, "The school has another live application in an overlapping programme"),
    APPLICATION_FROZEN("application-frozen", 409, "The application can no longer be changed in this way"),
    NOT_ELIGIBLE("not-eligible", 409, "A school that is not eligible cannot be accepted"),
    DECISION_PENDING("decision-pending", 409, "A decision waits for its second person"),
    NO_DECISION_PENDING("no-decision-pending", 409, "No decision waits for a second person"),
    SECOND_PERSON_NEEDED("second-person-needed", 409, "Another person than the proposer must approve"),
    DECISION_IMPOSSIBLE("decision-impossible", 409, "The application cannot be decided in this state"),
    WITHDRAWAL_IMPOSSIBLE("withdrawal-impossible", 409, "The application cannot be withdrawn in this state"),
    WITHDRAW_THE_MEMBERSHIP("withdraw-the-membership", 409, "The school takes part by now: withdraw its membership instead");

    private final String code;
    private final int status;
    private final String title;

    ApplicationError(String code, int status, String title) {
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
