package org.schoolhubs.grants.payees;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.payees.rules.Usability;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** A payee as it is shown, without bank details. */
@Schema(name = "Payee", description = "An organisation that grants are paid to.")
record PayeeView(
        UUID id,
        Organisation organisation,
        @Schema(examples = "Camden School") String name,
        @Schema(description = "Whether it can be paid now") Usability usability,
        @Schema(description = "From when verified bank details may be used", nullable = true) Instant usableFrom,
        List<Action> actions,
        long version) implements Versioned {
    /** The organisation that is paid. */
    @Schema(name = "PayeeOrganisation")
    record Organisation(OrganisationKind kind, @Schema(description = "URN, trust UID or local authority code", examples = "100049") String code) {
    }

    /** @param latest null where no details were entered */
    static PayeeView of(Payee payee, BankDetails latest, Instant now, Caller caller) {
        return new PayeeView(payee.id(), new Organisation(payee.organisationKind(), payee.organisationCode()), payee.name(),
                latest == null ? Usability.NO_BANK_DETAILS : latest.usability(now), latest == null ? null : latest.usableFrom(),
                actions(payee, latest, caller), payee.version());
    }

    private static List<Action> actions(Payee payee, BankDetails latest, Caller caller) {
        String href = "/v1/payees/" + payee.id() + "/bank-details";
        List<Action> actions = new ArrayList<>();
        actions.add(caller.hasAny(Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.FINANCE_PREPARER)
                ? Action.allowed("bank-details", href)
                : Action.refused("bank-details", href, CommonError.FORBIDDEN, "The organisation itself or a finance preparer enters bank details."));
        actions.add(verification(latest, caller, href + "/verification"));
        return actions;
    }

    private static Action verification(BankDetails latest, Caller caller, String href) {
        if (!caller.has(Roles.FINANCE_APPROVER)) {
            return Action.refused("verification", href, CommonError.FORBIDDEN, "A finance approver verifies bank details.");
        }
        if (latest == null) {
            return Action.refused("verification", href, GrantError.NO_BANK_DETAILS, "There are none yet.");
        }
        if (latest.isVerified()) {
            return Action.refused("verification", href, GrantError.ALREADY_VERIFIED, "They are verified.");
        }
        return latest.isEnteredBy(caller.subject())
                ? Action.refused("verification", href, GrantError.SECOND_PERSON_REQUIRED, "You entered them.")
                : Action.allowed("verification", href);
    }
}
