package org.schoolhubs.applications.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.Evidence;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.eligibility.rules.RuleOutcome;
import org.schoolhubs.applications.eligibility.rules.RuleResult;
import org.schoolhubs.applications.eligibility.rules.SchoolFinding;

/** An explained answer to "is this school or trust eligible?". */
@Schema(name = "Eligibility", description = "Whether a school or a trust is eligible, with one explained result per rule.")
public record EligibilityView(
        @Schema(description = "As what it was judged.", nullable = true) ApplicantRole role,
        @Schema(description = "The school; null for a trust.", nullable = true, examples = "100049") String urn,
        @Schema(description = "Name of the school in the register; null for a trust.", nullable = true, examples = "Ashdown Park School") String schoolName,
        @Schema(description = "The trust; null for a school.", nullable = true, examples = "2854") String trustUid,
        @Schema(description = "Name of the trust in the register; null for a school.", nullable = true, examples = "Ashdown Learning Trust") String trustName,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(description = "Null for roles that lead.", nullable = true, examples = "core") String pathway,
        @Schema(description = "Which rules were applied, see GET /v1/rule-sets.", examples = "behaviour-hubs-partner-school") String ruleSet,
        @Schema(description = "Version of the rules; what was decided under a version stays explained by it.", examples = "1") int ruleSetVersion,
        @Schema(description = "The day that was judged, Europe/London.", examples = "2026-11-21") LocalDate assessedOn,
        @Schema(description = "NOT_ELIGIBLE if any rule failed, else MANUAL_REVIEW if any needs a person, else ELIGIBLE.") Outcome outcome,
        List<RuleView> results) {

    /** The view of an assessment that was just made. */
    static EligibilityView of(Applicant applicant, String programme, String pathway, Assessment assessment) {
        boolean trust = applicant.role().isTrust();
        String name = assessment.subject().name();
        return new EligibilityView(applicant.role(), trust ? null : applicant.urn().value(), trust ? null : name, trust ? applicant.trustUid().value() : null,
                trust ? name : null, programme, pathway, assessment.ruleSet(), assessment.version(), assessment.on(), assessment.outcome(), results(assessment));
    }

    /** The view of an assessment of a school. */
    public static EligibilityView of(String urn, String schoolName, String programme, String pathway, Assessment assessment) {
        return new EligibilityView(null, urn, schoolName, null, null, programme, pathway, assessment.ruleSet(), assessment.version(), assessment.on(),
                assessment.outcome(), results(assessment));
    }

    /** The view of an assessment of a trust. */
    public static EligibilityView ofTrust(String trustUid, String trustName, String programme, String pathway, Assessment assessment) {
        return new EligibilityView(null, null, null, trustUid, trustName, programme, pathway, assessment.ruleSet(), assessment.version(), assessment.on(),
                assessment.outcome(), results(assessment));
    }

    private static List<RuleView> results(Assessment assessment) {
        return assessment.results().stream().map(RuleView::of).toList();
    }

    /** What one rule said. */
    @Schema(name = "RuleResult", description = "What one rule said, and why.")
    public record RuleView(
            @Schema(description = "Id of the rule.", examples = "ofsted-overall-grade") String rule,
            @Schema(description = "PASS, FAIL, REVIEW where a person must look, or INFO where the rule only shows something.") RuleOutcome outcome,
            @Schema(description = "The answer in plain English, and what one can do where it is not a yes.",
                    examples = "The school's overall Ofsted grade is Good; the programme takes Good, Requires improvement, Inadequate.")
            String sentence,
            @Schema(description = "Every fact it rests on; where facts disagree all of them are laid out.") List<EvidenceView> evidence,
            @Schema(description = "For a rule about the schools of a trust: each school by itself; else null.", nullable = true) List<SchoolView> schools) {

        static RuleView of(RuleResult result) {
            return new RuleView(result.rule(), result.outcome(), result.sentence(), result.evidence().stream().map(EvidenceView::of).toList(),
                    result.schools().isEmpty() ? null : result.schools().stream().map(SchoolView::of).toList());
        }
    }

    /** A school of a trust. */
    @Schema(name = "JudgedSchool", description = "A school of a trust, judged by the rules for schools.")
    public record SchoolView(
            @Schema(examples = "100049") String urn,
            @Schema(examples = "Ashdown Park School") String name,
            @Schema(description = "Whether it is an eligible school of the trust.") Outcome outcome,
            List<SchoolRuleView> results) {

        static SchoolView of(SchoolFinding finding) {
            return new SchoolView(finding.urn(), finding.name(), finding.outcome(), finding.results().stream().map(SchoolRuleView::of).toList());
        }
    }

    /** What one rule said of a school of a trust. */
    @Schema(name = "SchoolRuleResult", description = "What one rule said of a school of a trust.")
    public record SchoolRuleView(
            @Schema(description = "Id of the rule.", examples = "ofsted-overall-grade") String rule,
            RuleOutcome outcome,
            @Schema(description = "The answer in plain English.", examples = "The school is open.") String sentence,
            @Schema(description = "Every fact it rests on.") List<EvidenceView> evidence) {

        static SchoolRuleView of(RuleResult result) {
            return new SchoolRuleView(result.rule(), result.outcome(), result.sentence(), result.evidence().stream().map(EvidenceView::of).toList());
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
