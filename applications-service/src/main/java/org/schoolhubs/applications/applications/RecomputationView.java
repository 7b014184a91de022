package org.schoolhubs.applications.applications;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.applications.rules.RuleChange;
import org.schoolhubs.applications.eligibility.rules.Outcome;

/** What the rules of the submission say with today's facts. */
@Schema(name = "EligibilityRecomputation", description = "What the rules of the submission say with today's facts, rule by rule. Decides nothing.")
public record RecomputationView(
        @Schema(examples = "behaviour-hubs-partner-school") String ruleSet,
        @Schema(description = "Version of the rules, the same on both days.", examples = "1") int ruleSetVersion,
        @Schema(description = "Day of the submission, Europe/London.", examples = "2026-11-21") LocalDate assessedOn,
        @Schema(description = "Today, Europe/London.", examples = "2027-03-01") LocalDate recomputedOn,
        Outcome outcomeAtSubmission,
        Outcome outcomeToday,
        @Schema(description = "Whether every rule says the same on the same facts.") boolean same,
        List<RuleChange> rules) {
}
