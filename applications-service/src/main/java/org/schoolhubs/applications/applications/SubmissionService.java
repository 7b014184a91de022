package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.Applicant;
import org.schoolhubs.applications.eligibility.EligibilityService;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.kernel.TrustUid;
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
    private final DraftChecks checks;
    private final Overlaps overlaps;
    private final EligibilityService eligibility;
    private final Journal journal;
    private final ObjectMapper json;
    private final Clock clock;

    SubmissionService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, ApplicationTasks tasks, Acceptance acceptance,
            DraftChecks checks, Overlaps overlaps, EligibilityService eligibility, Journal journal, ObjectMapper json, Clock clock) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.acceptance = acceptance;
        this.checks = checks;
        this.overlaps = overlaps;
        this.eligibility = eligibility;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Submits a draft. Eligibility is decided with the facts of today and stored rule by rule; where the pathway says so, ELIGIBLE is accepted at once.
     *
     * @throws Problem 409 {@code application-frozen}, {@code window-not-open}, {@code window-closed}, {@code programme-closed},
     *                 {@code overlapping-application}, {@code lead-and-partner}, 422 {@code not-ready} with a pointer for each thing missing
     */
    @Transactional
    ApplicationView submit(UUID id, Precondition precondition, ApplicationRequests.Declaration declaration) {
        Application application = access.own(id);
        precondition.check(application);
        ApplicationLifecycle.TABLE.require(application.state(), ApplicationAct.SUBMIT, ApplicationError.APPLICATION_FROZEN);
        Terms terms = checks.terms(application);
        requireOpen(terms);
        requireReady(application);
        complete(application, terms, declaration.acceptedBy());
        return views.of(application);
    }

    /** Judges an application that is complete, and makes it live: decided on by itself where the pathway says so, else by people. */
    void complete(Application application, Terms terms, String declaredBy) {
        Assessment found = eligibility.assess(applicant(application), application.programme(), application.pathway());
        overlaps.requireNone(application, terms.subjects());
        application.submit(found.outcome(), terms.subjects(), declaredBy, clock.instant());
        applications.settle();
        applications.add(new StoredAssessment(application.id(), found, results(found), clock.instant()));
        journal.append(Entry.of(application, "Application").event("ApplicationSubmitted").changed("state", "submittedAt", "eligibility")
                .publish(ApplicationEvents.TOPIC, application.id(), ApplicationEvents.ApplicationSubmitted.of(application)));
        if (terms.automaticAcceptance() && found.outcome() == Outcome.ELIGIBLE) {
            acceptance.accept(application, "automatic-acceptance");
        } else {
            tasks.toDecide(application);
        }
    }

    /** Who is judged: a trust with the schools that it names. */
    static Applicant applicant(Application application) {
        ApplicationKind kind = application.kind();
        List<Urn> schools = application.schools().stream().map(school -> new Urn(school.urn())).toList();
        return kind.isTrust() ? Applicant.trust(kind.role(), new TrustUid(application.trustUid()), schools) : Applicant.school(kind.role(), new Urn(application.urn()));
    }

    private void requireOpen(Terms terms) {
        Window.refusal(terms, clock.instant()).ifPresent(problem -> {
            throw problem;
        });
    }

    private void requireReady(Application application) {
        Readiness readiness = checks.readiness(application);
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
