package org.schoolhubs.applications.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.applications.ApplicationRequests.Reason;
import org.schoolhubs.applications.contacts.NamedLeader;

/** Bodies of the requests on applications after their submission. */
final class DecisionRequests {
    private DecisionRequests() {
    }

    /** Proposes an amendment. */
    @Schema(name = "AmendmentRequest", description = "Proposes to undo the final decision, with at least one structured reason.")
    public record AmendmentRequest(
            @Schema(description = "DECIDE_AGAIN: submitted again, to be decided anew. DECLINE: an acceptance becomes a refusal.", examples = "DECIDE_AGAIN")
            @NotNull AmendmentOutcome outcome,
            @NotEmpty @Size(max = 10) List<@NotNull @Valid AmendmentReasonGiven> reasons,
            @Schema(description = "Reasons of the refusal: mandatory for DECLINE, and only there.", nullable = true)
            @Size(min = 1, max = 10) List<@NotNull @Valid Reason> declineReasons) {
    }

    /** A structured reason of an amendment. */
    @Schema(name = "AmendmentReasonGiven", description = "A structured reason of an amendment; its text is mandatory for OTHER.")
    public record AmendmentReasonGiven(
            @NotNull AmendmentReason code,
            @Schema(description = "In words.", examples = "The inspection of the predecessor had been taken for the school's own.", nullable = true)
            @Size(max = 2000) String text) {
    }

    /** Asks for reconsideration. */
    @Schema(name = "ReconsiderationRequest", description = "Asks for the refusal to be reconsidered.")
    public record ReconsiderationRequest(
            @Schema(description = "Why. Read by those who decide; erased after its time.", examples = "The report that the refusal rests on was withdrawn in October.")
            @NotBlank @Size(max = 4000) String grounds) {

        @Override
        public String toString() {
            return "ReconsiderationRequest[hidden]";
        }
    }

    /** Decides a reconsideration. */
    @Schema(name = "ReconsiderationDecision", description = "What the reconsideration comes to, with at least one structured reason that fits.")
    public record ReconsiderationDecision(
            @NotNull ReconsiderationOutcome outcome,
            @NotEmpty @Size(max = 10) List<@NotNull @Valid Reason> reasons) {
    }

    /** Replaces one leader. */
    @Schema(name = "LeaderChangeRequest", description = "Replaces one named leader by another.")
    public record LeaderChangeRequest(
            @Schema(description = "Which of the named leaders is replaced, counted from 1 in the order of GET …/leaders.", examples = "1")
            @NotNull @Min(value = 1, message = "Counted from 1.") @Max(value = 3, message = "There are three at the most.") Integer position,
            @NotNull @Valid NamedLeader leader,
            @NotNull LeaderChangeReason reasonCode,
            @Schema(description = "Day from which the new leader stands in, Europe/London: from the submission up to today.", examples = "2026-11-21")
            @NotNull LocalDate effectiveOn) {
    }

    /** Names who looks after an application. */
    @Schema(name = "Assignment", description = "Who of the programme team looks after the application.")
    public record Assignment(
            @Schema(description = "Opaque subject as tokens have it; null for nobody.", examples = "3f1c9a52", nullable = true)
            @Size(max = 255) @Pattern(regexp = "(?!system:|anonymous$)[\\x21-\\x7e]{1,255}", message = "The subject of a member of the programme team, as tokens have it.")
            String assignee) {
    }
}
