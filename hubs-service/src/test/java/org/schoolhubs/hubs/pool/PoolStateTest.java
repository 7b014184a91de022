package org.schoolhubs.hubs.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PoolStateTest {
    /** Every state by every act; what is not listed is refused. */
    private static final Map<String, String> POSSIBLE = Map.ofEntries(
            Map.entry("WAITING PLACE", "PLACED"),
            Map.entry("WAITING LEAVE", "LEFT"),
            Map.entry("PLACED RETURN", "WAITING"),
            Map.entry("PLACED LEAVE", "LEFT"),
            Map.entry("LEFT ENTER_AGAIN", "WAITING"));

    @Test
    void exactlyTheseTransitionsArePossible() {
        var found = new TreeMap<String, String>();
        for (PoolState from : PoolState.values()) {
            Arrays.stream(PoolAct.values()).forEach(act -> PoolState.LIFECYCLE.next(from, act).ifPresent(to -> found.put(from + " " + act, to.name())));
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(POSSIBLE);
    }
}
