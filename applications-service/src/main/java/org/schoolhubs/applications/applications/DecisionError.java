package org.schoolhubs.applications.applications;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of what is done with an application after its submission. */
enum DecisionError implements ErrorCode {
    AMENDMENT_IMPOSSIBLE("amendment-impossible", 409, "There is no final decision that could be amended in this way"),
    AMENDMENT_PENDING("amendment-pending", 409, "An amendment waits for its second person"),
    NO_AMENDMENT_PENDING("no-amendment-pending", 409, "No amendment of this id waits for a second person"),
    MEMBERSHIP_PLACED("membership-placed", 409, "The school has been placed with a hub: withdraw its membership instead"),
    RECONSIDERATION_IMPOSSIBLE("reconsideration-impossible", 409, "Only a declined application can be reconsidered"),
    RECONSIDERATION_ONCE("reconsideration-once", 409, "The application has been reconsidered already"),
    RECONSIDERATION_TOO_LATE("reconsideration-too-late", 409, "The time to ask for reconsideration is over"),
    RECONSIDERATION_OPEN("reconsideration-open", 409, "A reconsideration waits for its decision"),
    NO_RECONSIDERATION_OPEN("no-reconsideration-open", 409, "No reconsideration waits for a decision"),
    DECIDED_BEFORE("decided-before", 409, "A reconsideration is decided by others than the decision"),
    LEADER_CHANGE_IMPOSSIBLE("leader-change-impossible", 409, "Leaders cannot be changed in this state"),
    LEADER_UNKNOWN("leader-unknown", 422, "No leader is named in this place"),
    LEADER_CHANGE_DAY("leader-change-day", 422, "The day of the change is not possible"),
    ASSIGNMENT_IMPOSSIBLE("assignment-impossible", 409, "The application needs nobody to look after it in this state"),
    RULES_SUPERSEDED("rules-superseded", 409, "The rules of this version are no longer applied");

    private final String code;
    private final int status;
    private final String title;

    DecisionError(String code, int status, String title) {
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
