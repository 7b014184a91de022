package org.schoolhubs.hubs.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MembershipStateTest {
    /** Every state by every act; what is not listed is refused. */
    private static final Map<String, String> POSSIBLE = Map.ofEntries(
            Map.entry("PROPOSED CONFIRM", "CONFIRMED"),
            Map.entry("PROPOSED WITHDRAW", "WITHDRAWN"),
            Map.entry("CONFIRMED LEAD_ACCEPT", "ACTIVE"),
            Map.entry("CONFIRMED LEAD_REFUSE", "REFUSED"),
            Map.entry("CONFIRMED WITHDRAW", "WITHDRAWN"),
            Map.entry("ACTIVE WITHDRAW", "WITHDRAWN"),
            Map.entry("ACTIVE COMPLETE", "COMPLETED"),
            Map.entry("WITHDRAWN COMPLETE", "COMPLETED"),
            Map.entry("COMPLETED WITHDRAW", "WITHDRAWN"));

    @Test
    void exactlyTheseTransitionsArePossible() {
        var found = new TreeMap<String, String>();
        for (MembershipState from : MembershipState.values()) {
            Arrays.stream(MembershipAct.values()).forEach(act -> MembershipState.LIFECYCLE.next(from, act).ifPresent(to -> found.put(from + " " + act, to.name())));
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(POSSIBLE);
    }
}
