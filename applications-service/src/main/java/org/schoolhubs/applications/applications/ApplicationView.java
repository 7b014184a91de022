package org.schoolhubs.applications.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;
import org.schoolhubs.kit.web.Versioned;

/** One application as its reader may see it. */
@Schema(name = "Application", description = "An application of a school or a trust. Its id is the thread through all services.")
public record ApplicationView(
        @Schema(examples = "0199f0c8-0000-7000-8000-000000000001") UUID id,
        ApplicationKind kind,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(description = "Not there for those who want to lead.", examples = "core", nullable = true) String pathway,
        @Schema(description = "Not there for those who want to lead.", examples = "2025-11", nullable = true) String cohort,
        @Schema(description = "The school; not there where a trust applies.", examples = "100049", nullable = true) String urn,
        @Schema(description = "Name of the school in the register when the application was begun.", examples = "Ashdown Park School", nullable = true) String schoolName,
        @Schema(description = "The trust, where one applies.", examples = "2854", nullable = true) String trustUid,
        @Schema(description = "Name of the trust in the register when the application was begun.", examples = "Camden Schools Trust", nullable = true) String trustName,
        ApplicationState state,
        @Schema(description = "What a partner says; not there for those who want to lead.", nullable = true) Answers answers,
        @Schema(description = "The schools that a trust names; not there for a school.", nullable = true) List<NamedSchool> schools,
        @Schema(description = "What one who wants to lead says for itself.", nullable = true) LeadEvidence evidence,
        @Schema(description = "How the Department invited the school; only for INVITED_SCHOOL.", nullable = true) InvitationView invitation,
        @Schema(description = "When it was submitted.", nullable = true) Instant submittedAt,
        @Schema(description = "What the rules said at submission; reasons under /eligibility.", nullable = true) Outcome eligibility,
        @Schema(description = "The decision. The school sees it once it is final.", nullable = true) DecisionView decision,
        @Schema(description = "State of its reconsideration, where one was asked for.", nullable = true) ReconsiderationState reconsideration,
        @Schema(description = "Who of the programme team looks after it; shown to those who oversee the programmes.", examples = "3f1c9a52", nullable = true) String assignee,
        @Schema(description = "Day of acceptance, Europe/London.", examples = "2026-11-21", nullable = true) LocalDate acceptedOn,
        @Schema(description = "Day on which it was declined, withdrawn or completed, Europe/London.", nullable = true) LocalDate endedOn,
        @Schema(description = "Why it ended.", nullable = true) String endReasonCode,
        @Schema(description = "Where the hubs service placed it, as it last said.", nullable = true) PlacementView placement,
        @Schema(description = "What you may do now and, for what you may not, why.") List<Action> actions,
        @Schema(description = "What happens next, and who does it.") List<NextStep> next,
        Instant createdAt,
        @Schema(description = "Counts its changes; the ETag.", examples = "3") long version) implements Versioned {

    /** An invitation. */
    @Schema(name = "Invitation", description = "How the Department invited the school.")
    public record InvitationView(
            @Schema(description = "The school's place on the selection list, 1 is first.", examples = "12") int selectionRank,
            @Schema(description = "Last day (Europe/London) on which the school may confirm.", examples = "2026-12-18") LocalDate confirmBy) {
    }

    /** A decision. */
    @Schema(name = "Decision", description = "A decision on the application.")
    public record DecisionView(
            DecisionOutcome outcome,
            @Schema(description = "How it came about.", examples = "PERSON") DecisionOrigin origin,
            @Schema(description = "PROPOSED until a second person approves it, where one is needed.") DecisionState state,
            @Schema(description = "Whether a second person had to approve it.") boolean secondPerson,
            List<ApplicationRequests.Reason> reasons,
            @Schema(description = "Opaque subject of the person who decided or proposed; of the service itself for an automatic one.", examples = "3f1c9a52") String proposedBy,
            Instant proposedAt,
            @Schema(description = "Opaque subject of the second person.", examples = "77aa01be", nullable = true) String approvedBy,
            @Schema(nullable = true) Instant approvedAt,
            @Schema(description = "Rules under which eligibility had been found.", examples = "behaviour-hubs-partner-school", nullable = true) String ruleSet,
            @Schema(description = "Their version.", examples = "1", nullable = true) Integer ruleSetVersion) {
    }

    /** Where the school was placed. */
    @Schema(name = "Placement", description = "Where the hubs service placed the school.")
    public record PlacementView(
            UUID membershipId,
            @Schema(examples = "ACTIVE") String membershipState,
            UUID hubId,
            @Schema(examples = "Thames Hub") String hubName) {
    }
}
