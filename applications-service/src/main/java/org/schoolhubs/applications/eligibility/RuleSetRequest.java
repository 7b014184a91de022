package org.schoolhubs.applications.eligibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.eligibility.rules.RuleDefinition;
import org.schoolhubs.applications.eligibility.rules.RuleOutcome;

/** A draft of a version of a rule set. */
@Schema(name = "RuleSetDraft", description = "A draft of a version of a rule set.")
record RuleSetRequest(
        @Schema(description = "Code of the programme.", examples = "behaviour-hubs") @NotBlank @Size(max = 60) String programme,
        @Schema(description = "Code of its pathway; null for every pathway that has no set of its own, and for roles that lead.", nullable = true, examples = "core")
        @Size(max = 60) String pathway,
        @Schema(description = "Whom it judges.") @NotNull ApplicantRole role,
        @Schema(description = "First day (Europe/London) that is judged by it: today or later, after that of the version before.", examples = "2027-01-01")
        @NotNull LocalDate validFrom,
        @Schema(description = "What the rules ask, in a sentence or two.", examples = "Schools that want core support.") @NotBlank @Size(max = 1000) String description,
        @Schema(description = "The rules, in the order in which they are answered.") @NotEmpty @Size(max = 30) List<@NotNull @Valid RuleRequest> rules) {

    List<RuleDefinition> definitions() {
        return rules.stream().map(RuleRequest::definition).toList();
    }

    /** A rule: its kind with parameters. */
    @Schema(name = "RuleDefinition", description = "A rule: a kind with its parameters. docs/eligibility-rules.md says which kinds there are and what each takes.")
    record RuleRequest(
            @Schema(description = "Stable id within the set: lower case, digits and hyphens.", examples = "ofsted-overall-grade") @NotBlank @Size(max = 60) String id,
            @Schema(description = "Kind of rule.", examples = "overall-grade") @NotBlank @Size(max = 60) String kind,
            @Schema(description = "Accepted values, where the kind takes them.", nullable = true, examples = "[\"GOOD\"]")
            @Size(max = 400) List<@NotNull @Size(max = 100) String> accepts,
            @Schema(description = "Name of a fact, for the kinds fact-is-one-of and fact-between.", nullable = true, examples = "region") @Size(max = 60) String fact,
            @Schema(description = "Least accepted number, for fact-between.", nullable = true, examples = "100") @DecimalMax("1000000") BigDecimal from,
            @Schema(description = "Greatest accepted number, for fact-between.", nullable = true, examples = "2000") @DecimalMax("1000000") BigDecimal to,
            @Schema(description = "What another value means: FAIL or REVIEW.", nullable = true) RuleOutcome otherwise,
            @Schema(description = "First day of the duty, for attendance-data-sharing.", nullable = true, examples = "2024-08-19") LocalDate since,
            @Schema(description = "How many schools, for trust-has-eligible-school.", nullable = true, examples = "1") @Max(1000) Integer atLeast,
            @Schema(description = "Rules for each school, for trust-has-eligible-school.", nullable = true)
            @Size(max = 30) List<@NotNull @Valid RuleRequest> schoolRules) {

        RuleDefinition definition() {
            return new RuleDefinition(id, kind, accepts, fact, from, to, otherwise, since, atLeast,
                    schoolRules == null ? null : schoolRules.stream().map(RuleRequest::definition).toList());
        }

        static RuleRequest of(RuleDefinition rule) {
            return new RuleRequest(rule.id(), rule.kind(), rule.accepts(), rule.fact(), rule.from(), rule.to(), rule.otherwise(), rule.since(), rule.atLeast(),
                    rule.schoolRules() == null ? null : rule.schoolRules().stream().map(RuleRequest::of).toList());
        }
    }
}
