package org.schoolhubs.applications.imports.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where each column of a file stands. Columns are bound by their header: publishers add, remove and move them between years, and change capitals and spaces
 * in passing, so neither of those counts.
 */
public final class Columns {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\u00a0\ufeff]+");
    private static final int NOWHERE = -1;

    private final Map<String, Integer> positions;
    private final int count;
    private final boolean tabs;
    /** Names as rules ask for them, so that each is normalised once a file and not once a row. */
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    private Columns(Map<String, Integer> positions, int count, boolean tabs) {
        this.positions = positions;
        this.count = count;
        this.tabs = tabs;
    }

    /** @param header the first row; of two columns of one name the first counts */
    public static Columns of(List<String> header) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(normalise(header.get(i)), i);
        }
        return new Columns(positions, header.size(), header.get(0).indexOf('\t') >= 0);
    }

    private static String normalise(String name) {
        return SPACE.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Those of {@code required} that the file does not have, in their order. */
    public List<String> missing(List<String> required) {
        var missing = new ArrayList<>(required);
        missing.removeIf(this::has);
        return List.copyOf(missing);
    }

    /** Whether the file has a column of this name. */
    public boolean has(String column) {
        return find(column) != NOWHERE;
    }

    /** What seems to stand between the columns in place of commas; empty where the header gives no such sign. */
    public Optional<String> otherSeparator() {
        if (count != 1) {
            return Optional.empty();
        }
        var header = positions.keySet().iterator().next();
        return header.contains(";") ? Optional.of("semicolons") : tabs ? Optional.of("tabs") : Optional.empty();
    }

    /** How many columns the header has; a row with another number cannot be read by position. */
    public int count() {
        return count;
    }

    /** @throws IllegalArgumentException when the file has no such column */
    int position(String column) {
        int position = find(column);
        if (position == NOWHERE) {
            throw new IllegalArgumentException("Column " + column + " was not checked for.");
        }
        return position;
    }

    /** @return -1 when the file has no such column */
    int find(String column) {
        return asked.computeIfAbsent(column, name -> positions.getOrDefault(normalise(name), NOWHERE));
    }
}
