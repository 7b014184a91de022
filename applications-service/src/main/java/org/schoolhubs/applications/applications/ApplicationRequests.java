package org.schoolhubs.applications.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** Bodies of the requests on applications. */
final class ApplicationRequests {
    private ApplicationRequests() {
    }

    /** Begins a draft. */
    @Schema(name = "NewApplication", description = "A draft to be begun: by a partner for a pathway in a cohort, by one who wants to lead a hub for a programme.")
    public record NewApplication(
            @Schema(description = "Who applies for what. INVITED_SCHOOL cannot be begun: the Department invites.", examples = "PARTNER_SCHOOL") @NotNull ApplicationKind kind,
            @Schema(examples = "behaviour-hubs") @NotBlank @Size(max = 60) String programme,
            @Schema(description = "Not for those who want to lead.", examples = "core", nullable = true) @Size(max = 60) String pathway,
            @Schema(description = "Not for those who want to lead.", examples = "2025-11", nullable = true) @Size(max = 40) String cohort,
            @Schema(description = "The school, yours or one of your trust; for the kinds of schools.", examples = "100049", nullable = true)
            @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String urn,
            @Schema(description = "Your trust; for the kinds of trusts.", examples = "2854", nullable = true)
            @Pattern(regexp = "[1-9][0-9]{0,5}", message = "A trust UID is 1 to 6 digits.") String trustUid) {

        /** @throws Problem 400 with a pointer for each field that is missing, or there and not for this kind */
        void requireShape() {
            List<FieldError> wrong = new ArrayList<>();
            wrong(wrong, "/pathway", pathway, !kind.isLead());
            wrong(wrong, "/cohort", cohort, !kind.isLead());
            wrong(wrong, "/urn", urn, !kind.isTrust());
            wrong(wrong, "/trustUid", trustUid, kind.isTrust());
            if (!wrong.isEmpty()) {
                Problem problem = Problem.of(CommonError.INVALID, "Give what an application of kind %s has, and nothing else.".formatted(kind));
                wrong.forEach(one -> problem.at(one.pointer(), one.code(), one.detail()));
                throw problem;
            }
        }

        private void wrong(List<FieldError> wrong, String pointer, String value, boolean needed) {
            if (needed && (value == null || value.isBlank())) {
                wrong.add(new FieldError(pointer, "missing", "Needed for %s.".formatted(kind)));
            } else if (!needed && value != null) {
                wrong.add(new FieldError(pointer, "not-for-this-kind", "%s has none: leave it out.".formatted(kind)));
            }
        }

        private record FieldError(String pointer, String code, String detail) {
        }
    }

    /** Names the schools of a trust in place of those named before. */
    @Schema(name = "NamedSchools", description = "The schools that take part in the trust's plan, in place of those named before.")
    public record Schools(
            @Schema(description = "URNs of schools of the trust. A draft may be saved with none.", examples = "[\"100049\"]")
            @NotNull @Size(max = 200, message = "Name at most 200 schools.") List<@NotNull @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String> urns,
            @Schema(description = "The one of them that would have an extended plan besides.", examples = "100049", nullable = true)
            @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String extendedPlanUrn) {
    }

    /** Confirms an invitation. */
    @Schema(name = "InvitationConfirmation", description = "The invited school takes part: its senior leaders and its declaration.")
    public record Confirmation(
            @NotNull @Valid Declaration declaration,
            @NotEmpty @Size(max = 3, message = "Name at most three leaders.") List<@NotNull @Valid NamedLeader> leaders) {
    }

    /** Refuses an invitation. */
    @Schema(name = "InvitationRefusal", description = "The invited school does not take part.")
    public record Refusal(@NotNull InvitationRefusalReason reasonCode) {
    }

    /** Issues invitations. */
    @Schema(name = "NewInvitations", description = "Invites the schools of a selection list.")
    public record NewInvitations(
            @Schema(description = "Last day (Europe/London) on which a school may confirm.", examples = "2026-12-18") @NotNull LocalDate confirmBy) {
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
