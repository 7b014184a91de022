package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.kit.journal.HistoryEntry;

/** Everything that explains what became of one application, in one document that can be kept without the system. */
@Schema(name = "DecisionBundle", description = "Everything that explains what became of one application, in one document that can be kept without the system.")
public record DecisionBundle(
        @Schema(description = "The bundle itself, see DecisionBundleContent. The same application gives the same bytes in canonical form.", implementation = Content.class) JsonNode bundle,
        @Schema(description = "SHA-256 of the bundle in canonical form (RFC 8785: keys sorted, nothing between tokens, UTF-8), lower-case hexadecimal.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String sha256,
        @Schema(description = "When it was put together; no part of the hash.") Instant generatedAt) {

    /** What a bundle holds. Persons are opaque subjects; nobody's name or address is in it. */
    @Schema(name = "DecisionBundleContent", description = "What a bundle holds. Persons are opaque subjects; nobody's name or address is in it.")
    record Content(
            @Schema(description = "Form of the bundle.", examples = "school-hubs-decision-bundle/1") String format,
            Submitted application,
            @Schema(description = "What the rules found at submission, and where each fact came from.", nullable = true) Found eligibility,
            @Schema(description = "What the rules found each time the register had changed since, oldest first; none of it decided anything by itself.") List<Rechecked> rechecks,
            @Schema(description = "Every decision made or proposed, oldest first.") List<Decided> decisions,
            @Schema(description = "Every amendment proposed, oldest first.") List<AmendmentView> amendments,
            @Schema(description = "The reconsideration; its grounds are not part of it, since they are kept for a time only.", nullable = true) Reconsidered reconsideration,
            @Schema(description = "That leaders changed; names nobody.") List<LeaderChangeService.LeaderChangeView> leaderChanges,
            @Schema(description = "What the hubs service last said.", nullable = true) ApplicationView.PlacementView membership,
            @Schema(description = "What happened, oldest first; that somebody only read is left out.") List<HistoryEntry> history) {
    }

    /** The application as it was submitted, and where it stands. */
    @Schema(name = "DecisionBundleApplication", description = "The application as it was submitted, and where it stands.")
    record Submitted(UUID id, ApplicationKind kind, String programme, @Schema(nullable = true) String pathway, @Schema(nullable = true) String cohort,
            @Schema(nullable = true) String urn, @Schema(nullable = true) String schoolName,
            @Schema(nullable = true) String trustUid, @Schema(nullable = true) String trustName, Answers answers, List<NamedSchool> schools,
            @Schema(description = "What one who wants to lead says.", nullable = true) LeadEvidence evidence,
            @Schema(description = "Position of the person who accepted the declaration.") String declaredBy, Instant begunAt, Instant submittedAt, ApplicationState state,
            @Schema(nullable = true) LocalDate acceptedOn, @Schema(nullable = true) LocalDate endedOn, @Schema(nullable = true) String endReasonCode,
            @Schema(nullable = true) String withdrawalText) {
    }

    /** What the rules found. */
    @Schema(name = "DecisionBundleEligibility", description = "What the rules found, and by which facts.")
    record Found(String ruleSet, int ruleSetVersion, LocalDate assessedOn, Outcome outcome,
            @Schema(description = "What that version of the rules asks, rule by rule in plain English.") List<String> rules,
            @Schema(description = "One result per rule, with its sentence and every fact and source, as stored when they were asked.", type = SchemaType.ARRAY,
                    implementation = Object.class) Object results,
            @Schema(description = "The imported files that the facts came from.") List<SourceFile> files) {
    }

    /** What the rules found after the register had changed. */
    @Schema(name = "DecisionBundleRecheck", description = "What the rules found after the register had changed.")
    record Rechecked(Instant checkedAt, Found eligibility) {
    }

    /** A file that facts came from. */
    @Schema(name = "DecisionBundleFile", description = "A file that facts came from.")
    record SourceFile(String fileName, LocalDate asAt,
            @Schema(description = "The import, see GET /v1/imports/{id}; null where the register does not know it.", nullable = true) UUID importId,
            @Schema(description = "SHA-256 of the file as it was sent.", nullable = true) String sha256,
            @Schema(nullable = true) Instant importedAt) {
    }

    /** A decision with all that it rests on. */
    @Schema(name = "DecisionBundleDecision", description = "A decision with all that it rests on.")
    record Decided(UUID id, boolean holds, DecisionOutcome outcome, DecisionOrigin origin, DecisionState state, boolean secondPerson, List<ApplicationRequests.Reason> reasons,
            String proposedBy, Instant proposedAt, @Schema(nullable = true) String approvedBy, @Schema(nullable = true) Instant approvedAt,
            @Schema(description = "Why the second person sent it back.", nullable = true) String answer, @Schema(nullable = true) String ruleSet,
            @Schema(nullable = true) Integer ruleSetVersion,
            @Schema(description = "What programme and pathway asked and gave then.", type = SchemaType.OBJECT, nullable = true) Object terms) {
    }

    /** A reconsideration without its grounds. */
    @Schema(name = "DecisionBundleReconsideration", description = "A reconsideration without its grounds.")
    record Reconsidered(UUID id, UUID decisionId, ReconsiderationState state, String askedBy, Instant askedAt, @Schema(nullable = true) UUID outcomeDecisionId,
            @Schema(nullable = true) Instant decidedAt) {
    }
}
