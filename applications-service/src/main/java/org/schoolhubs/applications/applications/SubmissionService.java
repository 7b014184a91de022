package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.EligibilityService;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.Precondition;

/** Submits applications: window, readiness, eligibility, and no overlap, all in one transaction. */
@ApplicationScoped
class SubmissionService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ApplicationTasks tasks;
    private final Acceptance acceptance;
    private final ProgrammeCatalogue catalogue;
    private final EligibilityService eligibility;
    private final Journal journal;
    private final ObjectMapper json;
    private final Clock clock;

    SubmissionService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, ApplicationTasks tasks, Acceptance acceptance,
            ProgrammeCatalogue catalogue, EligibilityService eligibility, Journal journal, ObjectMapper json, Clock clock) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.acceptance = acceptance;
        this.catalogue = catalogue;
        this.eligibility = eligibility;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Submits a draft. Eligibility is decided with the facts of today and stored rule by rule; where the pathway says so, ELIGIBLE is accepted at once.
     *
     * @throws Problem 409 {@code application-frozen}, {@code window-not-open}, {@code window-closed}, {@code programme-closed},
     *                 {@code overlapping-application}, 422 {@code not-ready} with a pointer for each thing missing
     */
    @Transactional
    ApplicationView submit(UUID id, Precondition precondition, ApplicationRequests.Declaration declaration) {
        Application application = access.own(id);
        precondition.check(application);
        ApplicationLifecycle.TABLE.require(application.state(), ApplicationAct.SUBMIT, ApplicationError.APPLICATION_FROZEN);
        PathwayOffer offer = catalogue.offer(application.programme(), application.pathway(), application.cohort());
        requireOpen(offer);
        requireReady(application, offer);
        Assessment found = eligibility.assess(new Urn(application.urn()), application.programme(), application.pathway());
        application.submit(found.outcome(), offer.subjects(), declaration.acceptedBy(), clock.instant());
        applications.settle();
        applications.add(new StoredAssessment(id, found, results(found), clock.instant()));
        journal.append(Entry.of(application, "Application").event("ApplicationSubmitted").changed("state", "submittedAt", "eligibility")
                .publish(ApplicationEvents.TOPIC, id, ApplicationEvents.ApplicationSubmitted.of(application)));
        if (offer.automaticAcceptance() && found.outcome() == Outcome.ELIGIBLE) {
            acceptance.accept(application, "automatic-acceptance");
        } else {
            tasks.toDecide(application);
        }
        return views.of(application);
    }

    private void requireOpen(PathwayOffer offer) {
        Window.refusal(offer, clock.instant()).ifPresent(problem -> {
            throw problem;
        });
    }

    private void requireReady(Application application, PathwayOffer offer) {
        Readiness readiness = views.readiness(application, offer);
        if (readiness.ready()) {
            return;
        }
        Problem problem = Problem.of(ApplicationError.NOT_READY, "Complete what errors names, then submit again.");
        readiness.missing().forEach(missing -> problem.at(missing.pointer(), missing.code(), missing.detail()));
        throw problem;
    }

    private String results(Assessment found) {
        try {
            return json.writeValueAsString(found.results());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Results of rules cannot be written", impossible);
        }
    }
}
