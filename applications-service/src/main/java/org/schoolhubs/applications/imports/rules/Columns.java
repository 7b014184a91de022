package org.schoolhubs.applications.imports.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each column of a file stands. Columns are bound by their header: publishers add, remove and move them between years. */
public final class Columns {
    private final Map<String, Integer> positions;
    private final int count;

    private Columns(Map<String, Integer> positions, int count) {
        this.positions = positions;
        this.count = count;
    }

    /** @param header the first row; surrounding space does not matter, of two columns of one name the first counts */
    public static Columns of(List<String> header) {
        var positions = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.get(i).strip(), i);
        }
        return new Columns(positions, header.size());
    }

    /** Those of {@code required} that the file does not have, in their order. */
    public List<String> missing(List<String> required) {
        var missing = new ArrayList<>(required);
        missing.removeIf(positions::containsKey);
        return List.copyOf(missing);
    }

    /** How many columns the header has; a row with another number cannot be read by position. */
    public int count() {
        return count;
    }

    int position(String column) {
        var position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("Column " + column + " was not checked for.");
        }
        return position;
    }
}
