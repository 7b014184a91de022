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
    LAPSE
}
