package org.schoolhubs.applications.interest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies of the requests on expressions of interest. */
final class InterestRequests {
    private InterestRequests() {
    }

    /** Leaves an expression of interest. */
    @Schema(name = "NewExpressionOfInterest", description = "Interest in the next cohort of a pathway: of a school for a pathway of schools, of a trust for one of trusts.")
    public record NewExpression(
            @Schema(examples = "behaviour-hubs") @NotBlank @Size(max = 60) String programme,
            @Schema(examples = "core") @NotBlank @Size(max = 60) String pathway,
            @Schema(description = "Your school or a school of your trust; only for a pathway of schools.", examples = "100049", nullable = true)
            @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String urn,
            @Schema(description = "Your trust; only for a pathway of trusts.", examples = "2854", nullable = true)
            @Pattern(regexp = "[1-9][0-9]{0,5}", message = "A trust UID is 1 to 6 digits.") String trustUid) {
    }

    /** Accepts the offer of the successor programme. */
    @Schema(name = "OfferAcceptance", description = "The pathway of the successor programme to wait for.")
    public record OfferAcceptance(
            @Schema(description = "A pathway of the offered programme that takes expressions of interest of such organisations.", examples = "regional")
            @NotBlank @Size(max = 60) String pathway) {
    }
}
