package org.schoolhubs.applications.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.PathwayTerms;
import org.schoolhubs.kernel.Money;

/** A pathway as the programme team sets it. */
@Schema(description = "A pathway: what it asks of a partner and what it gives.")
record PathwayRequest(
        @Schema(description = "Unique within the programme; lower case, digits and hyphens.", examples = "core")
        @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "Use lower-case letters, digits and single hyphens.") String code,
        @Schema(examples = "Core support") @NotBlank @Size(max = 120) String name,
        @Schema(description = "Whether partners are schools or trusts.") @NotNull PartnerKind partnerKind,
        @Schema(description = "How partners come in.") @NotNull EntryRoute entry,
        @Schema(description = "Months from the start of the cohort to the end of the plan.", examples = "12") @NotNull @Min(1) @Max(60) Integer lengthMonths,
        @Schema(description = "Months by which it may be extended, not more than its length; 0 for not at all.", examples = "12")
        @NotNull @Min(0) @Max(60) Integer extensionMonths,
        @Schema(description = "Expected time commitment of the partner in days, or null.", nullable = true) @Valid CommitmentDays timeCommitmentDays,
        @Schema(description = "Days of support from the lead: an allowance that is never exceeded; null where none is set.", examples = "10", nullable = true)
        @Min(1) @Max(365) Integer supportDays,
        @Schema(description = "No grant exceeds it; null where none is paid.", nullable = true) Money grantCap,
        @Schema(description = "Programme-wide places; null for no limit.", examples = "5000", nullable = true) @Min(1) @Max(100_000) Integer places,
        @Schema(description = "How many senior leaders an application names.", examples = "3") @NotNull @Min(1) @Max(3) Integer leadersRequired,
        @Schema(description = "Whether an application states motivation and focus (full form).") @NotNull Boolean statementRequired,
        @Schema(description = "Whether ELIGIBLE is accepted at submission. Not together with secondPerson, and not with entry SELECTION.")
        @NotNull Boolean automaticAcceptance,
        @Schema(description = "Whether every decision needs a second person.") @NotNull Boolean secondPerson,
        @Schema(description = "Whether an expression of interest for the next cohort may be left. Not with entry SELECTION.")
        @NotNull Boolean expressionsOfInterest) {

    /** Days from and to, both included. */
    @Schema(description = "A range of days, both ends included.")
    record CommitmentDays(@Schema(examples = "12") @NotNull @Min(1) @Max(1000) Integer from, @Schema(examples = "20") @NotNull @Min(1) @Max(1000) Integer to) {
    }

    PathwayTerms terms() {
        return new PathwayTerms(code, name, partnerKind, entry, lengthMonths, extensionMonths, timeCommitmentDays == null ? null : timeCommitmentDays.from(),
                timeCommitmentDays == null ? null : timeCommitmentDays.to(), supportDays, grantCap == null ? null : grantCap.pence(), places, leadersRequired,
                statementRequired, automaticAcceptance, secondPerson, expressionsOfInterest);
    }
}
