package org.schoolhubs.applications.managementinformation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures of one group of applications. */
@Schema(name = "ApplicationFigures", description = "Figures of one group of applications. Shares are of those submitted; times are from submission to the first final decision by persons.")
public record Figures(
        @Schema(description = "What the group has in common, by the lower-case names of groupBy; NONE where there is none. Empty for the total.",
                examples = "{\"programme\": \"behaviour-hubs\", \"region\": \"H\"}") Map<String, String> group,
        @Schema(description = "All of them, drafts included.", examples = "120") long applications,
        @Schema(description = "Those submitted.", examples = "100") long submitted,
        @Schema(description = "Submitted and found ELIGIBLE.", examples = "70") long eligible,
        @Schema(description = "Submitted and found MANUAL_REVIEW.", examples = "20") long manualReview,
        @Schema(description = "Submitted and found NOT_ELIGIBLE.", examples = "10") long notEligible,
        @Schema(description = "eligible / submitted, four decimals; null where nothing was submitted.", examples = "0.7000", nullable = true) BigDecimal shareEligible,
        @Schema(examples = "0.2000", nullable = true) BigDecimal shareManualReview,
        @Schema(examples = "0.1000", nullable = true) BigDecimal shareNotEligible,
        @Schema(description = "Those with a final decision, by their first one.", examples = "90") long decided,
        @Schema(description = "First accepted.", examples = "75") long accepted,
        @Schema(description = "First declined.", examples = "15") long declined,
        @Schema(description = "Accepted by the pathway itself; among accepted.", examples = "30") long acceptedAutomatically,
        @Schema(description = "Reconsideration asked for.", examples = "3") long reconsidered,
        @Schema(description = "Median of the days to decision by persons, two decimals; null where there is none.", examples = "12.50", nullable = true) BigDecimal medianDaysToDecision,
        @Schema(description = "90th percentile of them.", examples = "27.00", nullable = true) BigDecimal ninetiethPercentileDaysToDecision) {

    /** {@code part} of {@code whole}, four decimals; null for nothing of nothing. */
    static BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
