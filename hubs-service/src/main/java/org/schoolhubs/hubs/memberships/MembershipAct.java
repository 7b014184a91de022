package org.schoolhubs.hubs.memberships;

/** What happens to a membership. */
enum MembershipAct {
    CONFIRM,
    LEAD_ACCEPT,
    LEAD_REFUSE,
    WITHDRAW,
    COMPLETE
}
