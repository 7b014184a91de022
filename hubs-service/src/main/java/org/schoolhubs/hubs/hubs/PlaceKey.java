package org.schoolhubs.hubs.hubs;

import java.util.UUID;

/**
 * What a membership holds a place of.
 *
 * @param hubId   the hub
 * @param pathway code of the pathway
 * @param cohort  code of the cohort
 */
public record PlaceKey(UUID hubId, String pathway, String cohort) {
}
