package org.schoolhubs.applications.programmes.rules;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which programme takes the place of which. */
public final class Succession {
    private Succession() {
    }

    /**
     * Whether a programme would come to replace itself, directly or through others.
     *
     * @param replacedBy successor of each programme that has one
     */
    public static boolean isCircle(String programme, String successor, Map<String, String> replacedBy) {
        Set<String> seen = new HashSet<>(Set.of(programme));
        for (String at = successor; at != null; at = replacedBy.get(at)) {
            if (!seen.add(at)) {
                return true;
            }
        }
        return false;
    }
}
