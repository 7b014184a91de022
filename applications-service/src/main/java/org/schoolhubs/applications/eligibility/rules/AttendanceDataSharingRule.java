package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sharing daily attendance data was a voluntary sign-up and so a condition, until it became a duty of every state-funded school; since then its state is only shown.
 *
 * @param since first day of the duty
 */
record AttendanceDataSharingRule(String id, LocalDate since) implements Rule<SchoolFacts> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        Evidence fact = school.sharing() == null ? school.fact("Shares its daily attendance data: nothing on file") : school.sharing().evidence();
        return on.isBefore(since) ? condition(school, fact) : new RuleResult(id, RuleOutcome.INFO, List.of(fact),
                "Every state-funded school has had to share its daily attendance data since %s, so the programme does not ask for a sign-up. What is known is shown."
                        .formatted(since.format(DAY)));
    }

    private RuleResult condition(SchoolFacts school, Evidence fact) {
        SharingFact.Status status = school.sharing() == null ? SharingFact.Status.UNKNOWN : school.sharing().status();
        return switch (status) {
            case SHARING -> RuleResult.pass(id, "The school shares its daily attendance data.", fact);
            case NOT_SHARING -> RuleResult.fail(id, "The school does not share its daily attendance data. Sign up for sharing it, then ask again.", fact);
            case UNKNOWN -> RuleResult.review(id, "It is not known whether the school shares its daily attendance data, so a person must look. Say in the "
                    + "application whether it does.", fact);
        };
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SHARING);
    }

    @Override
    public String meaning() {
        return ("From %s on it only shows what is known, for sharing is a duty since then. Before that day it passes when the school shares its daily "
                + "attendance data, fails when it does not, and needs a person when that is not known.").formatted(since.format(DAY));
    }
}
