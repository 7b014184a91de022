package org.schoolhubs.hubs.hubs;

/** What the programme team does with a hub. */
enum HubAct {
    RECORD_DUE_DILIGENCE,
    SET_PLACES,
    ANNOUNCE,
    OPEN,
    CLOSE
}
