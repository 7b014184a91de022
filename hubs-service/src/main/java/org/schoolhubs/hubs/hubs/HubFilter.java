package org.schoolhubs.hubs.hubs;

/** What the list of hubs can be narrowed by. */
record HubFilter(String programme, String stateName, String region, String leadUrn) {
    HubState state() {
        return stateName == null ? null : HubState.valueOf(stateName);
    }
}
