package org.schoolhubs.applications.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** A version of a rule set as third parties see it. */
@Schema(name = "RuleSet", description = "A version of a rule set: by which rules somebody is judged, from which day on.")
record RuleSetView(
        @Schema(examples = "behaviour-hubs-partner-school") String code,
        @Schema(description = "Version of the rule set, from 1.", examples = "1") int number,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(description = "Null for every pathway of the programme that has no set of its own.", nullable = true, examples = "core") String pathway,
        @Schema(description = "Whom it judges.") ApplicantRole role,
        RuleSetState state,
        @Schema(description = "First day (Europe/London) that is judged by it, until the first day of the next published version.", examples = "2021-01-01")
        LocalDate validFrom,
        @Schema(description = "What the rules ask.") String description,
        @Schema(description = "The rules as they are written, in the order in which they are answered.") List<RuleSetRequest.RuleRequest> rules,
        @Schema(description = "Each rule in plain English, in the same order.") List<String> meanings,
        @Schema(description = "When it was published; null for a draft.", nullable = true, examples = "2026-11-01T00:00:00Z") Instant publishedAt,
        @Schema(description = "What you may do next with it.") List<Action> actions,
        @Schema(description = "Counts the changes; the ETag.", examples = "1") long version) implements Versioned {
}
