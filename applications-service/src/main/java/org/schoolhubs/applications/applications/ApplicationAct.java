package org.schoolhubs.applications.applications;

/** What can be done to an application. */
enum ApplicationAct {
    ANSWER, NAME_LEADERS, SUBMIT, PROPOSE_DECISION, ACCEPT, DECLINE, WITHDRAW,
    /** The lead of its hub accepted it. */
    ACTIVATE,
    /** Its plan was completed. */
    COMPLETE,
    /** Its membership was withdrawn in the hubs service. */
    END_MEMBERSHIP,
    /** An invited school says yes. */
    CONFIRM,
    /** An invited school says no. */
    REFUSE,
    /** The day to confirm an invitation has passed. */
    LAPSE,
    /** An amendment opens a final decision again. */
    REOPEN,
    /** An amendment turns an acceptance into a refusal. */
    REVERSE,
    /** The applicant asks for reconsideration, or its outcome is proposed or upheld. */
    RECONSIDER,
    /** A reconsideration overturns the refusal. */
    OVERTURN,
    /** A named leader is replaced by another. */
    CHANGE_LEADER,
    /** Somebody of the programme team looks after it. */
    ASSIGN
}
