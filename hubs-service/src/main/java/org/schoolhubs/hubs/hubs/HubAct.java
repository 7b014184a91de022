package org.schoolhubs.hubs.hubs;

/** What happens to a hub. */
enum HubAct {
    RECORD_DUE_DILIGENCE,
    SET_PLACES,
    ANNOUNCE,
    OPEN,
    CLOSE,
    /** Its lead has closed, and another school took its place. */
    PASS_LEAD
}
