package org.schoolhubs.hubs.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HubStateTest {
    /** Every state by every act; what is not listed is refused. */
    private static final Map<String, String> POSSIBLE = Map.ofEntries(
            Map.entry("PREPARING RECORD_DUE_DILIGENCE", "PREPARING"),
            Map.entry("PREPARING SET_PLACES", "PREPARING"),
            Map.entry("PREPARING ANNOUNCE", "ANNOUNCED"),
            Map.entry("PREPARING CLOSE", "CLOSED"),
            Map.entry("PREPARING PASS_LEAD", "PREPARING"),
            Map.entry("ANNOUNCED PASS_LEAD", "ANNOUNCED"),
            Map.entry("OPEN PASS_LEAD", "OPEN"),
            Map.entry("ANNOUNCED SET_PLACES", "ANNOUNCED"),
            Map.entry("ANNOUNCED OPEN", "OPEN"),
            Map.entry("ANNOUNCED CLOSE", "CLOSED"),
            Map.entry("OPEN SET_PLACES", "OPEN"),
            Map.entry("OPEN CLOSE", "CLOSED"));

    @Test
    void exactlyTheseTransitionsArePossible() {
        var found = new TreeMap<String, String>();
        for (HubState from : HubState.values()) {
            Arrays.stream(HubAct.values()).forEach(act -> HubState.LIFECYCLE.next(from, act).ifPresent(to -> found.put(from + " " + act, to.name())));
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(POSSIBLE);
    }
}
