package org.schoolhubs.applications.interest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.ListQuery;

/** Whose expression of interest is whose: a school's own, a trust's own and those of the schools that are in it today, all for those who oversee the programmes. */
@ApplicationScoped
class InterestAccess {
    private static final String[] OVERSEERS = {Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR};
    private final SchoolRegister register;
    private final Caller caller;

    InterestAccess(SchoolRegister register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    /** The caller's school, as 404 else. */
    ExpressionOfInterest.Organisation school(String urn) {
        return register.find(new Urn(urn)).filter(this::actsForSchool).map(school -> new ExpressionOfInterest.Organisation(urn, null, school.name()))
                .orElseThrow(() -> Problem.of(ApplicationError.SCHOOL_NOT_FOUND, "Check the URN %s: your own school, or a school of your trust.".formatted(urn))
                        .at("/urn", "school-not-found", "Not a school that you may act for."));
    }

    /** The caller's trust, 404 else. */
    ExpressionOfInterest.Organisation trust(String uid) {
        return Optional.of(new TrustUid(uid)).filter(this::actsForTrust).flatMap(register::trust)
                .map(trust -> new ExpressionOfInterest.Organisation(null, uid, trust.name() == null ? "Trust " + uid : trust.name()))
                .orElseThrow(() -> Problem.notFound("trust", uid).at("/trustUid", "trust-not-found", "Not a trust that you may act for."));
    }

    boolean mayRead(ExpressionOfInterest one) {
        return caller.hasAny(OVERSEERS) || isOwn(one);
    }

    boolean mayWithdraw(ExpressionOfInterest one) {
        return caller.has(Roles.PROGRAMME_TEAM) || isOwn(one);
    }

    boolean mayChooseSuccessor() {
        return caller.has(Roles.PROGRAMME_TEAM);
    }

    boolean isOwn(ExpressionOfInterest one) {
        return one.trustUid() != null ? actsForTrust(new TrustUid(one.trustUid())) : register.find(new Urn(one.urn())).filter(this::actsForSchool).isPresent();
    }

    /** Only what the caller may see. */
    ListQuery<ExpressionOfInterest> restrict(ListQuery<ExpressionOfInterest> query) {
        return caller.hasAny(OVERSEERS) ? query
                : query.restrict("e.urn in :ownUrns or e.trustUid in :ownTrusts or e.urn in (select s.urn from School s where s.trustUid in :ownTrusts)",
                        Map.of("ownUrns", claimed(Roles.SCHOOL, "urn:"), "ownTrusts", claimed(Roles.TRUST, "uid:")));
    }

    private boolean actsForSchool(RegisteredSchool school) {
        return caller.has(Roles.SCHOOL) && caller.actsFor(school.urn().organisation())
                || school.trustUid() != null && actsForTrust(new TrustUid(school.trustUid()));
    }

    private boolean actsForTrust(TrustUid trust) {
        return caller.has(Roles.TRUST) && caller.actsFor(trust.organisation());
    }

    private List<String> claimed(String role, String prefix) {
        return caller.has(role) ? caller.organisations().stream().filter(one -> one.startsWith(prefix)).map(one -> one.substring(prefix.length())).toList() : List.of();
    }
}
