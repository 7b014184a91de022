package org.schoolhubs.applications.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.contacts.NamedLeader;

/** Bodies of the requests on applications. */
final class ApplicationRequests {
    private ApplicationRequests() {
    }

    /** Begins a draft. */
    @Schema(name = "NewApplication", description = "A draft to be begun for a school.")
    public record NewApplication(
            @Schema(description = "Who applies for what.", examples = "PARTNER_SCHOOL") @NotNull ApplicationKind kind,
            @Schema(examples = "behaviour-hubs") @NotBlank @Size(max = 60) String programme,
            @Schema(examples = "core") @NotBlank @Size(max = 60) String pathway,
            @Schema(examples = "2025-11") @NotBlank @Size(max = 40) String cohort,
            @Schema(description = "The school, yours or one of your trust.", examples = "100049")
            @NotNull @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String urn) {
    }

    /** Names the leaders in place of those named before. */
    @Schema(name = "Leaders", description = "The senior leaders of an application, in place of those named before.")
    public record Leaders(
            @Schema(description = "One to three people, each with their own e-mail address. A draft may be saved with fewer than the pathway asks for.")
            @NotEmpty @Size(max = 3, message = "Name at most three leaders.") List<@NotNull @Valid NamedLeader> leaders) {
    }

    /** Submits with a declaration. */
    @Schema(name = "Submission", description = "Submits the application with its declaration.")
    public record Submission(@NotNull @Valid Declaration declaration) {
    }

    /** That what is said is true. */
    @Schema(name = "Declaration", description = "That what the application says is true and that the governing body or trust supports it.")
    public record Declaration(
            @Schema(description = "Position of the person who accepts the declaration; not a name.", examples = "Headteacher") @NotBlank @Size(max = 120) String acceptedBy,
            @Schema(description = "Must be true.", examples = "true") @NotNull @AssertTrue(message = "Confirm the declaration to submit.") Boolean confirmed) {
    }

    /** Decides. */
    @Schema(name = "DecisionRequest", description = "A decision with at least one structured reason.")
    public record DecisionRequest(
            @NotNull DecisionOutcome outcome,
            @NotEmpty @Size(max = 10) List<@NotNull @Valid Reason> reasons) {
    }

    /** A structured reason. */
    @Schema(name = "DecisionReasonGiven", description = "A structured reason; its text is mandatory for OTHER.")
    public record Reason(
            @NotNull DecisionReason code,
            @Schema(description = "In words; shown to the school.", examples = "Meets the published criteria.", nullable = true) @Size(max = 2000) String text) {
    }

    /** The second person's answer. */
    @Schema(name = "DecisionApproval", description = "The second person's answer to a proposed decision or amendment.")
    public record Approval(
            @Schema(description = "true makes the proposal final; false sends it back.", examples = "true") @NotNull Boolean approved,
            @Schema(description = "Why it is sent back, in words: mandatory with false.", examples = "The evidence of the last visit is missing.", nullable = true)
            @Size(max = 2000) String reason) {
    }

    /** Withdraws. */
    @Schema(name = "Withdrawal", description = "Withdraws the application.")
    public record Withdrawal(
            @NotNull WithdrawalReason reasonCode,
            @Schema(description = "The reason in words: mandatory for OTHER.", examples = "The school has joined another scheme.", nullable = true)
            @Size(max = 2000) String text,
            @Schema(description = "That the consequences were read, as GET …/withdrawal shows them; true where it is sent.", examples = "true", nullable = true)
            @AssertTrue(message = "Read the consequences first: GET …/withdrawal shows them.") Boolean consequencesUnderstood) {
    }
}
