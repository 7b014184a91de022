package org.schoolhubs.applications.applications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amendment as those who oversee the programmes see it. */
@Schema(name = "Amendment", description = "The undoing of a final decision.")
public record AmendmentView(
        UUID id,
        @Schema(description = "The decision that it undoes.") UUID decisionId,
        @Schema(description = "What that decision had said.") DecisionOutcome formerOutcome,
        AmendmentOutcome outcome,
        @Schema(description = "PROPOSED until a second person answers.") DecisionState state,
        List<DecisionRequests.AmendmentReasonGiven> reasons,
        @Schema(description = "Reasons of the refusal, where it becomes one.", nullable = true) List<ApplicationRequests.Reason> declineReasons,
        @Schema(description = "Opaque subject of who proposed it.", examples = "3f1c9a52") String proposedBy,
        Instant proposedAt,
        @Schema(description = "Opaque subject of the second person.", examples = "77aa01be", nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(description = "Why the second person sent it back.", nullable = true) String answer) {
}
