package org.schoolhubs.applications.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.Evidence;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.eligibility.rules.RuleOutcome;
import org.schoolhubs.applications.eligibility.rules.RuleResult;

/** An explained answer to "is this school eligible?". */
@Schema(name = "Eligibility", description = "Whether a school is eligible, with one explained result per rule.")
public record EligibilityView(
        @Schema(examples = "100049") String urn,
        @Schema(description = "Name of the school in the register.", examples = "Ashdown Park School") String schoolName,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(description = "Which rules were applied.", examples = "behaviour-hubs-partner-school") String ruleSet,
        @Schema(description = "Version of the rules; what was decided under a version stays explained by it.", examples = "1") int ruleSetVersion,
        @Schema(description = "The day that was judged, Europe/London.", examples = "2026-11-21") LocalDate assessedOn,
        @Schema(description = "NOT_ELIGIBLE if any rule failed, else MANUAL_REVIEW if any needs a person, else ELIGIBLE.") Outcome outcome,
        List<RuleView> results) {

    static EligibilityView of(EligibilityCheckRequest request, String schoolName, Assessment assessment) {
        return of(request.urn(), schoolName, request.programme(), request.pathway(), assessment);
    }

    /** The view of an assessment. */
    public static EligibilityView of(String urn, String schoolName, String programme, String pathway, Assessment assessment) {
        return new EligibilityView(urn, schoolName, programme, pathway, assessment.ruleSet(), assessment.version(), assessment.on(), assessment.outcome(),
                assessment.results().stream().map(RuleView::of).toList());
    }

    /** What one rule said. */
    @Schema(name = "RuleResult", description = "What one rule said, and why.")
    public record RuleView(
            @Schema(description = "Id of the rule.", examples = "ofsted-overall-grade") String rule,
            @Schema(description = "PASS, FAIL, or REVIEW where a person must look.") RuleOutcome outcome,
            @Schema(description = "The answer in plain English.", examples = "The school's overall Ofsted grade is Good; the programme takes Good, Requires improvement, Inadequate.")
            String sentence,
            @Schema(description = "Every fact it rests on; where facts disagree all of them are laid out.") List<EvidenceView> evidence) {

        static RuleView of(RuleResult result) {
            return new RuleView(result.rule(), result.outcome(), result.sentence(), result.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /** A fact and where it was read. */
    @Schema(name = "Evidence", description = "A fact and where it was read.")
    public record EvidenceView(
            @Schema(examples = "Overall effectiveness: Good (1 March 2019)") String fact,
            SourceView source) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(evidence.fact(), new SourceView(evidence.source().file(), evidence.source().asAt(), evidence.source().inspectionNumber(),
                    evidence.source().predecessor()));
        }
    }

    /** Where a fact was read. */
    @Schema(name = "EvidenceSource", description = "Where a fact was read.")
    public record SourceView(
            @Schema(description = "Name of the imported file.", examples = "ofsted-mi-20261031.csv", nullable = true) String file,
            @Schema(description = "The day the file speaks of.", examples = "2026-10-31", nullable = true) LocalDate asAt,
            @Schema(description = "Ofsted's number, for a fact of an inspection.", examples = "10245812", nullable = true) String inspectionNumber,
            @Schema(description = "Whether the inspection was of a predecessor; null for facts of the register.", nullable = true) Boolean predecessor) {
    }
}
