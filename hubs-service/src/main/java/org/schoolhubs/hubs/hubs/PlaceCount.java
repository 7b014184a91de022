package org.schoolhubs.hubs.hubs;

import java.util.UUID;

/** How many places a hub has for a pathway in a cohort, and how many of them are held. */
record PlaceCount(UUID hubId, String pathway, String cohort, int places, int held) {
    PlaceKey key() {
        return new PlaceKey(hubId, pathway, cohort);
    }
}
