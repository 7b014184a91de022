package org.schoolhubs.hubs.placement;

import org.schoolhubs.hubs.hubs.PlaceKey;
import org.schoolhubs.hubs.placement.rules.Explanation;

/**
 * A place that has been taken.
 *
 * @param place       what is held now
 * @param hubName     name of the hub
 * @param leadUrn     URN of the school that leads it
 * @param explanation why this hub
 */
public record Placing(PlaceKey place, String hubName, String leadUrn, Explanation explanation) {
}
