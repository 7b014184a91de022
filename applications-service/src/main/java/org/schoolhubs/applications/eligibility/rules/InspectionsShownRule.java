package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Lays out the inspections of a school for those who decide. */
record InspectionsShownRule(String id) implements Rule<SchoolFacts> {
    private static final Comparator<InspectionEvidence> LATEST_FIRST =
            Comparator.comparing(InspectionEvidence::date, Comparator.nullsLast(Comparator.reverseOrder()));

    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        List<Evidence> shown = school.inspections().stream().sorted(LATEST_FIRST).map(InspectionEvidence::evidence).toList();
        return shown.isEmpty()
                ? new RuleResult(id, RuleOutcome.INFO, List.of(school.noInspection()),
                        "No inspection of this school is on file. Inspections do not decide here.")
                : new RuleResult(id, RuleOutcome.INFO, shown, "The inspections of this school are shown as evidence. They do not decide here.");
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.INSPECTIONS);
    }

    @Override
    public String meaning() {
        return "Shows the inspections on file as evidence, latest first. Decides nothing.";
    }
}
