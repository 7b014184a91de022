package org.schoolhubs.grants.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.payments.rules.RunAct;
import org.schoolhubs.grants.payments.rules.RunState;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** A payment run as it is shown. */
@Schema(name = "PaymentRun", description = "Awards that are paid together.")
record PaymentRunView(
        UUID id,
        @Schema(examples = "behaviour-hubs") String programme,
        LocalDate paymentDate,
        RunState state,
        @Schema(description = "Number of payments", examples = "12") int payments,
        Money total,
        @Schema(description = "Payable awards that could not be taken, and why; empty in lists") List<LeftOutView> leftOut,
        @Schema(description = "SHA-256 of the bank's file; null before approval and in lists", nullable = true) String fileSha256,
        Instant preparedAt,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Instant releasedAt,
        @Schema(nullable = true) Instant completedAt,
        @Schema(nullable = true) Instant cancelledAt,
        List<Action> actions,
        long version) implements Versioned {
    /** An award that was left out. */
    @Schema(name = "PaymentLeftOut")
    record LeftOutView(UUID awardId, @Schema(description = "NO_BANK_DETAILS, NOT_VERIFIED or COOLING_OFF", examples = "COOLING_OFF") String reason) {
    }

    static PaymentRunView of(PaymentRun run, List<LeftOut> leftOut, String fileSha256, Caller caller) {
        return new PaymentRunView(run.id(), run.programme(), run.paymentDate(), run.state(), run.payments(), run.total(),
                leftOut.stream().map(award -> new LeftOutView(award.awardId(), award.reason())).toList(), fileSha256, run.createdAt(), run.approvedAt(),
                run.releasedAt(), run.completedAt(), run.cancelledAt(), actions(run, caller), run.version());
    }

    private static List<Action> actions(PaymentRun run, Caller caller) {
        return List.of(
                action("approval", run, RunAct.APPROVE, caller, true, Roles.FINANCE_APPROVER),
                action("release", run, RunAct.RELEASE, caller, true, Roles.FINANCE_APPROVER),
                action("results", run, RunAct.RECORD_RESULTS, caller, false, Roles.FINANCE_PREPARER),
                action("cancellation", run, RunAct.CANCEL, caller, false, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER));
    }

    private static Action action(String name, PaymentRun run, RunAct act, Caller caller, boolean secondPerson, String... roles) {
        String href = "/v1/payment-runs/" + run.id() + "/" + name;
        if (!caller.hasAny(roles)) {
            return Action.refused(name, href, CommonError.FORBIDDEN, "This is for the role %s.".formatted(String.join(" or ", roles)));
        }
        if (!run.can(act)) {
            return Action.refused(name, href, CommonError.TRANSITION_IMPOSSIBLE, "Not possible in state %s.".formatted(run.state()));
        }
        return secondPerson && run.isPreparedBy(caller.subject())
                ? Action.refused(name, href, GrantError.SECOND_PERSON_REQUIRED, "You prepared this run.")
                : Action.allowed(name, href);
    }
}
