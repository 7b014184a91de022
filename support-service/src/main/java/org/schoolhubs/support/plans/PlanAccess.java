package org.schoolhubs.support.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.support.SupportError;

/**
 * Who may see and change a plan. The parties of a plan are the partner school, its trust, the school that leads its hub, and the programme team;
 * the Department and auditors read every plan.
 */
@ApplicationScoped
class PlanAccess {
    private static final String URN = "urn:";
    private static final String UID = "uid:";

    private final Caller caller;

    PlanAccess(Caller caller) {
        this.caller = caller;
    }

    /** Whether the caller may see a plan of this membership. */
    boolean sees(Membership membership) {
        return readsAll() || isPartner(membership) || isLead(membership);
    }

    /** Restricts a list to what the caller may see; {@code path} leads from the entity to its membership, for example {@code e.membership}. */
    <E> ListQuery<E> seen(ListQuery<E> query, String path) {
        return readsAll() ? query : query.restrict(
                "%1$s.urn in :ownUrns or %1$s.leadUrn in :ownUrns or %1$s.trustUid in :ownTrusts".formatted(path),
                Map.of("ownUrns", own(Roles.SCHOOL, URN), "ownTrusts", own(Roles.TRUST, UID)));
    }

    /** Restricts a list to the plans of all hubs, or of those the caller leads. */
    <E> ListQuery<E> led(ListQuery<E> query, String path) {
        return readsAll() ? query : query.restrict(path + ".leadUrn in :ledBy", Map.of("ledBy", own(Roles.SCHOOL, URN)));
    }

    /** Why the caller may not record what was done; empty for every party. */
    Optional<Problem> recordRefusal(Membership membership) {
        return isTeam() || isPartner(membership) || isLead(membership) ? Optional.empty()
                : refusal(caller.hasAny(Roles.SCHOOL, Roles.TRUST), "Only the partner school, its trust, the lead school or the programme team records what was done.");
    }

    /** Why the caller may not complete the plan; empty for the lead school and the programme team. */
    Optional<Problem> completionRefusal(Membership membership) {
        return isTeam() || isLead(membership) ? Optional.empty()
                : refusal(caller.has(Roles.SCHOOL), "Only the hub's lead school or the programme team completes a plan. Ask your lead school.");
    }

    /** Why the caller may not pause or resume; empty for the programme team. */
    Optional<Problem> managementRefusal() {
        return isTeam() ? Optional.empty() : refusal(false, "Only the programme team does this. Ask it.");
    }

    /** Why the caller may not waive; empty for a person of the programme team. */
    Optional<Problem> waiverRefusal() {
        return !isTeam() || caller.isPerson() ? managementRefusal()
                : Optional.of(Problem.of(CommonError.PERSON_REQUIRED, "A waiver is a person's decision: sign in as a person."));
    }

    private static Optional<Problem> refusal(boolean roleFits, String advice) {
        return Optional.of(Problem.of(roleFits ? SupportError.NOT_FOR_THIS_PLAN : CommonError.FORBIDDEN, advice));
    }

    private boolean readsAll() {
        return caller.hasAny(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR);
    }

    private boolean isTeam() {
        return caller.has(Roles.PROGRAMME_TEAM);
    }

    private boolean isPartner(Membership membership) {
        return caller.has(Roles.SCHOOL) && caller.actsFor(URN + membership.urn())
                || membership.trustUid() != null && caller.has(Roles.TRUST) && caller.actsFor(UID + membership.trustUid());
    }

    private boolean isLead(Membership membership) {
        return caller.has(Roles.SCHOOL) && caller.actsFor(URN + membership.leadUrn());
    }

    /** The caller's organisations of one kind, without prefix; empty unless the caller has the role that goes with them. */
    private List<String> own(String role, String prefix) {
        return !caller.has(role) ? List.of()
                : caller.organisations().stream().filter(o -> o.startsWith(prefix)).map(o -> o.substring(prefix.length())).toList();
    }
}
