package org.schoolhubs.applications.register.rules;

import java.util.Optional;
import org.schoolhubs.kernel.GridReference;

/** The part of the British National Grid that England lies in: from Scilly to Lowestoft and Berwick. */
public final class EnglishGrid {
    private static final int WEST = 80_000;
    private static final int EAST = 657_000;
    private static final int SOUTH = 5_000;
    private static final int NORTH = 658_000;

    private EnglishGrid() {
    }

    /** Empty for a point that cannot be in England. */
    public static Optional<GridReference> point(long easting, long northing) {
        boolean inside = easting >= WEST && easting <= EAST && northing >= SOUTH && northing <= NORTH;
        return inside ? Optional.of(new GridReference((int) easting, (int) northing)) : Optional.empty();
    }
}
