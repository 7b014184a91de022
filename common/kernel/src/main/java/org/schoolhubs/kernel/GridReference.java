package org.schoolhubs.kernel;

/**
 * A point on the British National Grid, as GIAS gives it.
 *
 * @param easting  metres east, 0 to 700,000
 * @param northing metres north, 0 to 1,300,000
 */
public record GridReference(int easting, int northing) {
    /** @throws IllegalArgumentException if the point lies outside the grid */
    public GridReference {
        if (easting < 0 || easting > 700_000 || northing < 0 || northing > 1_300_000) {
            throw new IllegalArgumentException("A grid reference has an easting of 0 to 700000 and a northing of 0 to 1300000.");
        }
    }

    /** Straight-line distance in metres on the grid, rounded to the nearest metre. */
    public long metresTo(GridReference other) {
        return Math.round(Math.hypot(easting - other.easting, northing - other.northing));
    }
}
