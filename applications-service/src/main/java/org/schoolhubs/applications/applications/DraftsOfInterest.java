package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.interest.InterestDrafts;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.RegisteredTrust;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;

/** Begins the drafts that expressions of interest become. */
@ApplicationScoped
class DraftsOfInterest implements InterestDrafts {
    private final ApplicationRepository applications;
    private final SchoolRegister register;
    private final Journal journal;
    private final Clock clock;

    DraftsOfInterest(ApplicationRepository applications, SchoolRegister register, Journal journal, Clock clock) {
        this.applications = applications;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID begin(PathwayOffer offer, Urn urn) {
        Optional<Application> own = applications.inCohort(ApplicationKind.PARTNER_SCHOOL, urn.value(), offer);
        if (own.isPresent()) {
            return own.get().id();
        }
        RegisteredSchool school = register.find(urn).orElseThrow(() -> Problem.of(ApplicationError.SCHOOL_NOT_FOUND, "The register no longer knows URN %s.".formatted(urn)));
        return begun(Application.begin(offer, urn.value(), school.name(), clock.instant()));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID begin(PathwayOffer offer, TrustUid uid) {
        Optional<Application> own = applications.inCohort(ApplicationKind.PARTNER_TRUST, uid.value(), offer);
        if (own.isPresent()) {
            return own.get().id();
        }
        RegisteredTrust trust = register.trust(uid).orElseThrow(() -> Problem.notFound("trust", uid));
        return begun(Application.begin(offer, trust, clock.instant()));
    }

    private UUID begun(Application application) {
        applications.persist(application);
        applications.settle();
        journal.append(Entry.of(application, "Application").event("ApplicationBegun").changed("state").because("expression-of-interest"));
        return application.id();
    }
}
