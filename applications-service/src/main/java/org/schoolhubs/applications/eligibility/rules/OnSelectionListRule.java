package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.Set;

/** Whether the Department selected the school. The reason for a selection is never looked at. */
record OnSelectionListRule(String id) implements Rule<SchoolFacts> {
    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        SelectionFact selection = school.selection() == null ? new SelectionFact(false, new Source(null, null, null, null)) : school.selection();
        return selection.listed()
                ? RuleResult.pass(id, "The school is on a selection list of the Department. It is invited and only needs to confirm.", selection.evidence())
                : RuleResult.fail(id, "The school is not on a selection list. The Department selects for this pathway and a school cannot apply for it: "
                        + "look at the other pathways.",
                        selection.evidence());
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SELECTION);
    }

    @Override
    public String meaning() {
        return "Passes when a current selection list of the pathway names the school, else fails. Why a school was selected is not looked at and not shown.";
    }
}
