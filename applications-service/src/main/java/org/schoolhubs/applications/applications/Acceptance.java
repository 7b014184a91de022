package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;

/** The one place where an application becomes accepted and the other services learn of it. */
@ApplicationScoped
class Acceptance {
    private final ProgrammeCatalogue catalogue;
    private final SchoolRegister register;
    private final Journal journal;
    private final Clock clock;

    Acceptance(ProgrammeCatalogue catalogue, SchoolRegister register, Journal journal, Clock clock) {
        this.catalogue = catalogue;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param reasonCode why, for the journal */
    void accept(Application application, String reasonCode) {
        PathwayOffer offer = catalogue.offer(application.programme(), application.pathway(), application.cohort());
        RegisteredSchool school = register.find(new Urn(application.urn())).orElseThrow(() ->
                Problem.of(ApplicationError.SCHOOL_NOT_FOUND, "The register no longer knows URN %s.".formatted(application.urn())));
        application.accept(clock.instant());
        journal.append(Entry.of(application, "Application").event("ApplicationAccepted").changed("state", "acceptedOn").because(reasonCode)
                .publish(ApplicationEvents.TOPIC, application.id(), ApplicationEvents.ApplicationAccepted.of(application, offer, school)));
    }
}
