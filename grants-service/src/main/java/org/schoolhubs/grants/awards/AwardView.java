package org.schoolhubs.grants.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.awards.rules.AwardAct;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;
import org.schoolhubs.kit.web.Versioned;

/** An award as it is shown. */
@Schema(name = "Award", description = "The one grant of an application: a lump sum at the end of the school's time on the programme.")
record AwardView(
        UUID id,
        UUID applicationId,
        UUID membershipId,
        @Schema(description = "The school; null where the partner is a whole trust", examples = "100049", nullable = true) String urn,
        @Schema(description = "The school's trust, or the partner trust", examples = "2854", nullable = true) String trustUid,
        @Schema(examples = "202", nullable = true) String laCode,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(examples = "2025-11") String cohort,
        AwardState state,
        @Schema(description = "Fixed by the tariff of the day of acceptance") Money amount,
        @Schema(description = "Whose budget carries it", examples = "2026/27") String financialYear,
        @Schema(description = "The day whose tariff counts") LocalDate acceptedOn,
        @Schema(description = "When payment is expected at the earliest") LocalDate cohortEndsOn,
        @Schema(description = "What was offered; null before", nullable = true) Offer offer,
        @Schema(description = "Who is paid; null before acceptance", nullable = true) UUID payeeId,
        @Schema(description = "When the payee's officer accepted", nullable = true) Instant agreedAt,
        @Schema(nullable = true) LocalDate planCompletedOn,
        @Schema(nullable = true) LocalDate withdrawnOn,
        @Schema(description = "Why it is held or cancelled", examples = "bank-returned", nullable = true) String reasonCode,
        List<Action> actions,
        List<NextStep> next,
        Instant createdAt,
        Instant changedAt,
        long version) implements Versioned {
    /** What the payee was offered. */
    @Schema(name = "AwardOffer")
    record Offer(List<String> conditions, String permittedUse, Instant offeredAt) {
    }

    static AwardView of(Award award, Caller caller) {
        Offer offer = award.offeredAt() == null ? null : new Offer(award.conditions(), award.permittedUse(), award.offeredAt());
        return new AwardView(award.id(), award.applicationId(), award.membershipId(), award.urn(), award.trustUid(), award.laCode(), award.programme(),
                award.pathway(), award.cohort(), award.state(), award.amount(), award.financialYear().toString(), award.acceptedOn(), award.cohortEndsOn(),
                offer, award.payeeId(), award.agreedAt(), award.planCompletedOn(), award.withdrawnOn(), award.reasonCode(), actions(award, caller),
                AwardNext.of(award), award.createdAt(), award.changedAt(), award.version());
    }

    private static List<Action> actions(Award award, Caller caller) {
        String href = "/v1/awards/" + award.id() + "/";
        return List.of(
                action("offer", href, award, AwardAct.OFFER, caller, Roles.PROGRAMME_TEAM),
                action("acceptance", href, award, AwardAct.ACCEPT, caller, Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY),
                action("hold", href, award, AwardAct.HOLD, caller, Roles.FINANCE_APPROVER),
                action("release", href, award, AwardAct.RELEASE, caller, Roles.FINANCE_APPROVER));
    }

    private static Action action(String name, String href, Award award, AwardAct act, Caller caller, String... roles) {
        if (!caller.hasAny(roles)) {
            return Action.refused(name, href + name, CommonError.FORBIDDEN, "This is for the role %s.".formatted(String.join(" or ", roles)));
        }
        return award.can(act) ? Action.allowed(name, href + name)
                : Action.refused(name, href + name, CommonError.TRANSITION_IMPOSSIBLE, "Not possible in state %s.".formatted(award.state()));
    }
}
