package org.schoolhubs.applications.applications;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reconsideration as its reader may see it. */
@Schema(name = "Reconsideration", description = "The reconsideration of a refusal.")
public record ReconsiderationView(
        @Schema(description = "ASKED until it is decided by others than those who decided before.") ReconsiderationState state,
        @Schema(description = "Why the applicant asks; null once erased.", nullable = true) String grounds,
        @Schema(description = "Last day on which the grounds are kept.", examples = "2028-11-21") LocalDate keepGroundsUntil,
        @Schema(nullable = true) Instant groundsErasedAt,
        Instant askedAt,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(description = "The decision that it came to.", nullable = true) ApplicationView.DecisionView decision) {

    @Override
    public String toString() {
        return "ReconsiderationView[hidden]";
    }
}
