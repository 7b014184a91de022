package org.schoolhubs.hubs.memberships;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.hubs.access.Access;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;

/** Shows memberships: to whom, how much of them, and what that caller may do next. */
@ApplicationScoped
class MembershipViews {
    private final Access access;

    MembershipViews(Access access) {
        this.access = access;
    }

    boolean isLead(Membership membership) {
        return access.schools().contains(membership.leadUrn());
    }

    boolean isPartner(Membership membership) {
        return access.schools().contains(membership.urn());
    }

    /** The partner school, its trust, the hub's lead, and those who see everything. */
    boolean visible(Membership membership) {
        return access.seesAll() || isPartner(membership) || isLead(membership)
                || membership.trustUid() != null && access.trusts().contains(membership.trustUid());
    }

    MembershipView one(Membership membership) {
        return view(membership, true);
    }

    MembershipView item(Membership membership) {
        return view(membership, false);
    }

    private MembershipView view(Membership m, boolean whole) {
        return new MembershipView(m.id(), m.version(), m.applicationId(), m.hubId(), m.hubName(), m.leadUrn(), m.urn(),
                m.schoolName(), m.laCode(), m.trustUid(), m.programme(), m.pathway(), m.cohort(), m.cohortStartsOn(),
                m.cohortEndsOn(), m.state(), m.effectiveOn(), m.withdrawnOn(), m.completedOn(), m.reasonCode(),
                access.seesAll() || isLead(m) ? m.refusalText() : null, access.seesAll() ? m.overrideReason() : null, whole ? m.explanation() : null,
                whole ? actions(m) : null, whole ? next(m) : null);
    }

    private List<Action> actions(Membership membership) {
        var actions = new ArrayList<Action>();
        if (access.isProgrammeTeam()) {
            actions.add(action(membership, MembershipAct.CONFIRM, "confirmation"));
        }
        if (isLead(membership)) {
            actions.add(action(membership, MembershipAct.LEAD_ACCEPT, "lead-acceptance"));
            actions.add(action(membership, MembershipAct.LEAD_REFUSE, "lead-refusal"));
        }
        if (access.isProgrammeTeam() || isPartner(membership)) {
            actions.add(action(membership, MembershipAct.WITHDRAW, "withdrawal"));
        }
        return actions;
    }

    private Action action(Membership membership, MembershipAct act, String name) {
        String href = "/v1/memberships/%s/%s".formatted(membership.id(), name);
        boolean backdating = membership.state() == MembershipState.COMPLETED && !access.isProgrammeTeam();
        return MembershipState.LIFECYCLE.next(membership.state(), act).isPresent() && !backdating
                ? Action.allowed(name, href)
                : Action.refused(name, href, CommonError.TRANSITION_IMPOSSIBLE, "Not possible in state %s.".formatted(membership.state()));
    }

    /** The school should be a member when its cohort begins, so that is by when each step is due. */
    static List<NextStep> next(Membership membership) {
        return switch (membership.state()) {
            case PROPOSED -> List.of(new NextStep("confirmation", "The programme team confirms the proposed hub.", Roles.PROGRAMME_TEAM, membership.cohortStartsOn()));
            case CONFIRMED -> List.of(new NextStep("lead-acceptance", "The hub's lead school accepts or refuses the school.", Roles.SCHOOL,
                    membership.cohortStartsOn()));
            case ACTIVE, REFUSED, WITHDRAWN, COMPLETED -> List.of();
        };
    }
}
