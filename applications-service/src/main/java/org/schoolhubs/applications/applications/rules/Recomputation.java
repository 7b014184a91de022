package org.schoolhubs.applications.applications.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what the rules said at submission with what they say today. */
public final class Recomputation {
    private Recomputation() {
    }

    /** One change per rule: those of the submission in their order, then those that are new. */
    public static List<RuleChange> compare(List<Finding> before, List<Finding> now) {
        Map<String, Finding> today = new LinkedHashMap<>();
        now.forEach(finding -> today.put(finding.rule(), finding));
        List<RuleChange> changes = new ArrayList<>();
        for (Finding then : before) {
            changes.add(change(then, today.remove(then.rule())));
        }
        today.values().forEach(added -> changes.add(new RuleChange(added.rule(), RuleChange.Kind.ADDED, null, added)));
        return changes;
    }

    private static RuleChange change(Finding then, Finding today) {
        if (today == null) {
            return new RuleChange(then.rule(), RuleChange.Kind.REMOVED, then, null);
        }
        if (!then.outcome().equals(today.outcome())) {
            return new RuleChange(then.rule(), RuleChange.Kind.OUTCOME_CHANGED, then, today);
        }
        return new RuleChange(then.rule(), then.equals(today) ? RuleChange.Kind.SAME : RuleChange.Kind.FACTS_CHANGED, then, today);
    }
}
