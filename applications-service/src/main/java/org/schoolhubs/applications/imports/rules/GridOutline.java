package org.schoolhubs.applications.imports.rules;

import org.schoolhubs.kernel.GridReference;

/**
 * A coarse outline of England and Wales (GIAS lists Welsh schools too) on the British National Grid, drawn some ten kilometres off the coast: what lies
 * outside it lies in the sea or in another country. It is not for deciding near the coast or the border.
 */
final class GridOutline {
    /** Kilometres east and north, clockwise from the Isles of Scilly. */
    private static final int[][] CORNERS = {
        {72, 0}, {72, 22}, {122, 42}, {170, 88}, {205, 122}, {200, 155}, {150, 190}, {150, 235}, {190, 270}, {200, 300}, {198, 350}, {208, 405},
        {250, 408}, {300, 400}, {305, 470}, {283, 515}, {300, 560}, {335, 585}, {355, 605}, {375, 662}, {405, 668}, {440, 640}, {455, 560}, {505, 525},
        {540, 480}, {553, 400}, {575, 375}, {615, 358}, {665, 325}, {667, 285}, {655, 235}, {640, 200}, {655, 165}, {642, 130}, {618, 100}, {560, 85},
        {485, 80}, {450, 62}, {400, 62}, {360, 55}, {305, 45}, {285, 22}, {220, 30}, {172, 0}, {130, 8}, {98, 0}};
    private static final int METRES = 1000;

    private GridOutline() {
    }

    /** Whether the point is on land or near it: a ray to the east crosses the outline an odd number of times. */
    static boolean holds(GridReference point) {
        boolean inside = false;
        for (int i = 0, before = CORNERS.length - 1; i < CORNERS.length; before = i++) {
            long east = (long) CORNERS[i][0] * METRES;
            long north = (long) CORNERS[i][1] * METRES;
            long eastBefore = (long) CORNERS[before][0] * METRES;
            long northBefore = (long) CORNERS[before][1] * METRES;
            if (north > point.northing() != northBefore > point.northing()
                    && point.easting() < (eastBefore - east) * (double) (point.northing() - north) / (northBefore - north) + east) {
                inside = !inside;
            }
        }
        return inside;
    }
}
