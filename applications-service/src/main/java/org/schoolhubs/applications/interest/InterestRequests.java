package org.schoolhubs.applications.interest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.contacts.NamedLeader;

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
            @Pattern(regexp = "[1-9][0-9]{0,5}", message = "A trust UID is 1 to 6 digits.") String trustUid,
            @Schema(description = "Who is told by e-mail when the window opens, or the successor programme is on offer; without one nobody is. Personal data: kept "
                    + "apart, erased some time after it has ended, never part of events or history.", nullable = true) @Valid NamedLeader contact) {
    }

    /** Passes an expression of interest to one of several schools that followed its school. */
    @Schema(name = "InterestSuccession", description = "The school whose it is to be.")
    public record Succession(
            @Schema(description = "An open school.", examples = "100050")
            @NotNull(message = "Give the URN.") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String urn) {
    }

    /** Accepts the offer of the successor programme. */
    @Schema(name = "OfferAcceptance", description = "The pathway of the successor programme to wait for.")
    public record OfferAcceptance(
            @Schema(description = "A pathway of the offered programme that takes expressions of interest of such organisations.", examples = "regional")
            @NotBlank @Size(max = 60) String pathway) {
    }
}
