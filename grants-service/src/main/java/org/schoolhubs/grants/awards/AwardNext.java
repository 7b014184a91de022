package org.schoolhubs.grants.awards;

import java.util.List;
import org.schoolhubs.grants.awards.rules.Ending;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.NextStep;

/** What has to happen next with an award. */
final class AwardNext {
    private AwardNext() {
    }

    static List<NextStep> of(Award award) {
        return switch (award.state()) {
            case WAITING_FOR_BUDGET -> List.of(new NextStep("budget", "The budget of %s for %s is raised.".formatted(award.programme(), award.financialYear()),
                    Roles.PROGRAMME_TEAM, null));
            case RESERVED -> List.of(new NextStep("offer", "The programme team offers the grant with its conditions.", Roles.PROGRAMME_TEAM, null));
            case OFFERED -> List.of(new NextStep("acceptance", "An officer of the payee accepts the offer.", Roles.SCHOOL, null));
            case ACCEPTED -> List.of(new NextStep("plan-completion", "The school completes its plan.", Roles.SCHOOL,
                    award.ending() == Ending.OPEN ? award.cohortEndsOn() : null));
            case PAYABLE -> List.of(new NextStep("payment-run", "Finance prepares a payment run.", Roles.FINANCE_PREPARER, null));
            case IN_RUN -> List.of(new NextStep("payment", "The run is approved, released, and its result recorded.", Roles.FINANCE_APPROVER, null));
            case HELD -> List.of(new NextStep("release", "Finance clears the reason and releases the award.", Roles.FINANCE_APPROVER, null));
            case PAID, CANCELLED -> List.of();
        };
    }
}
