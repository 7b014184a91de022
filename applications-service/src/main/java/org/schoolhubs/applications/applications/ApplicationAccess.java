package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.RegisteredTrust;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.LaCode;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.ListQuery;

/**
 * Whose application is whose: a school's own; a trust's own and those of the schools that are in it today; all of them for those who oversee the programmes. A local
 * authority reads those of the schools that it maintains.
 */
@ApplicationScoped
class ApplicationAccess {
    private static final String[] OVERSEERS = {Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR};
    private static final String SCHOOL_PREFIX = "urn:";
    private static final String TRUST_PREFIX = "uid:";
    private static final String AUTHORITY_PREFIX = "la:";
    private final ApplicationRepository applications;
    private final SchoolRegister register;
    private final Caller caller;

    ApplicationAccess(ApplicationRepository applications, SchoolRegister register, Caller caller) {
        this.applications = applications;
        this.register = register;
        this.caller = caller;
    }

    /** The school that the caller wants to apply for; 404 {@code school-not-found} for one that is not theirs, exactly as for one that does not exist. */
    RegisteredSchool schoolToApplyFor(String urn) {
        return register.find(new Urn(urn)).filter(this::actsFor).orElseThrow(() ->
                Problem.of(ApplicationError.SCHOOL_NOT_FOUND, "Check the URN %s: you can apply for your own school or a school of your trust.".formatted(urn))
                        .at("/urn", "school-not-found", "Not a school that you may act for."));
    }

    /** The trust that the caller wants to apply for; 404 for one that is not theirs, exactly as for one that does not exist. */
    RegisteredTrust trustToApplyFor(String uid) {
        return Optional.of(new TrustUid(uid)).filter(trust -> caller.has(Roles.TRUST) && caller.actsFor(trust.organisation())).flatMap(register::trust)
                .orElseThrow(() -> Problem.notFound("trust", uid).at("/trustUid", "trust-not-found", "Not a trust that you may act for."));
    }

    /** An application that the caller may read, else 404. */
    Application readable(UUID id) {
        Application application = existing(id);
        if (!caller.hasAny(OVERSEERS) && !isApplicant(application) && !isMaintained(application)) {
            throw Problem.notFound("application", id);
        }
        return application;
    }

    /** An application of a school that the caller acts for, else 404. */
    Application own(UUID id) {
        Application application = existing(id);
        if (!isApplicant(application)) {
            throw Problem.notFound("application", id);
        }
        return application;
    }

    /** An application that the caller acts for or that the programme team looks after, else 404. */
    Application ownOrTeams(UUID id) {
        return isTeam() ? existing(id) : own(id);
    }

    boolean isTeam() {
        return caller.has(Roles.PROGRAMME_TEAM);
    }

    boolean isOverseer() {
        return caller.hasAny(OVERSEERS);
    }

    boolean isApplicant(Application application) {
        if (application.kind().isTrust()) {
            return caller.has(Roles.TRUST) && caller.actsFor(new TrustUid(application.trustUid()).organisation());
        }
        if (caller.has(Roles.SCHOOL) && caller.actsFor(new Urn(application.urn()).organisation())) {
            return true;
        }
        return caller.has(Roles.TRUST) && register.find(new Urn(application.urn())).filter(this::isOfTrust).isPresent();
    }

    private boolean isMaintained(Application application) {
        return caller.has(Roles.LOCAL_AUTHORITY) && !application.kind().isTrust() && register.find(new Urn(application.urn()))
                .filter(school -> MaintainedSchools.contains(school) && caller.actsFor(new LaCode(school.laCode()).organisation())).isPresent();
    }

    /** Only what the caller may see. */
    ListQuery<Application> restrict(ListQuery<Application> query) {
        if (caller.hasAny(OVERSEERS)) {
            return query;
        }
        return query.restrict("""
                e.urn in :ownUrns or e.trustUid in :ownTrusts or e.urn in (select s.urn from School s where s.trustUid in :ownTrusts)
                or e.urn in (select s.urn from School s where s.laCode in :ownAuthorities and s.typeCode in :maintained)""",
                Map.of("ownUrns", claimed(Roles.SCHOOL, SCHOOL_PREFIX), "ownTrusts", claimed(Roles.TRUST, TRUST_PREFIX),
                        "ownAuthorities", claimed(Roles.LOCAL_AUTHORITY, AUTHORITY_PREFIX), "maintained", MaintainedSchools.TYPE_CODES));
    }

    private Application existing(UUID id) {
        return applications.findByIdOptional(id).orElseThrow(() -> Problem.notFound("application", id));
    }

    private boolean actsFor(RegisteredSchool school) {
        return caller.has(Roles.SCHOOL) && caller.actsFor(school.urn().organisation()) || caller.has(Roles.TRUST) && isOfTrust(school);
    }

    private boolean isOfTrust(RegisteredSchool school) {
        return school.trustUid() != null && caller.actsFor(TRUST_PREFIX + school.trustUid());
    }

    private List<String> claimed(String role, String prefix) {
        return caller.has(role) ? caller.organisations().stream().filter(one -> one.startsWith(prefix)).map(one -> one.substring(prefix.length())).toList() : List.of();
    }
}
