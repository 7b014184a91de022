package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.reconciliation.LinkKind;
import org.schoolhubs.applications.reconciliation.PassingOn;
import org.schoolhubs.applications.reconciliation.ReconciliationTasks;
import org.schoolhubs.applications.reconciliation.rules.EligibilityNow;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Precondition;

/** Settles what reconciliation asked a person of the programme team. */
@ApplicationScoped
class RegisterTaskService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ApplicationsUnderReconciliation reconciled;
    private final SchoolRegister register;
    private final ReconciliationTasks tasks;
    private final Journal journal;
    private final Caller caller;

    RegisterTaskService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, ApplicationsUnderReconciliation reconciled,
            SchoolRegister register, ReconciliationTasks tasks, Journal journal, Caller caller) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.reconciled = reconciled;
        this.register = register;
        this.tasks = tasks;
        this.journal = journal;
        this.caller = caller;
    }

    /**
     * Passes a live application to the school that a person has chosen in place of a closed one.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code succession-impossible}, 422 {@code successor-not-open}
     */
    @Transactional
    ApplicationView passOn(UUID id, Precondition precondition, String fromUrn, String toUrn) {
        Application application = held(id, precondition);
        RegisteredSchool from = register.find(new Urn(fromUrn)).filter(school -> school.status() == SchoolStatus.CLOSED)
                .filter(school -> reconciled.of(school.urn()).contains(id))
                .orElseThrow(() -> Problem.of(IntakeError.SUCCESSION_IMPOSSIBLE, "Only a live application passes, from a closed school that it is of, or names.")
                        .at("/fromUrn", "succession-impossible", "Not such a school."));
        RegisteredSchool to = register.find(new Urn(toUrn)).filter(school -> school.status().isOpen()).orElseThrow(() -> Problem
                .of(ApplicationError.SUCCESSOR_NOT_OPEN, "Choose a school that is open: GET /v1/schools/%s tells who followed.".formatted(fromUrn))
                .at("/toUrn", "successor-not-open", "Not an open school of the register."));
        LocalDate closedOn = Optional.ofNullable(from.closedOn()).orElse(from.source().asAt());
        reconciled.passOn(id, new PassingOn(from.urn(), to, LinkKind.REPLACEMENT, closedOn)).ifPresent(obstacle -> {
            throw Problem.of(IntakeError.SUCCESSION_IMPOSSIBLE, obstacle);
        });
        tasks.inOrder(id);
        return views.of(application);
    }

    /**
     * Lets an application go on that the rules no longer find eligible, or cannot judge any more.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code nothing-to-review}
     */
    @Transactional
    ApplicationView review(UUID id, Precondition precondition, EligibilityReviewReason reason) {
        Application application = held(id, precondition);
        Outcome found = applications.latestRecheck(id).map(StoredAssessment::outcome).filter(today -> application.endedOn() == null)
                .filter(today -> today != application.eligibilityReviewed() && EligibilityNow.of(application.eligibility(), today) != EligibilityNow.KEPT)
                .orElseThrow(() -> Problem.of(IntakeError.NOTHING_TO_REVIEW, "The rules say nothing worse than at submission, or somebody has looked before."));
        application.letStand(found);
        tasks.eligibility(id, EligibilityNow.KEPT);
        journal.append(Entry.of(application, "Application").event("EligibilityReviewed").changed("eligibilityReviewed").because(reason.name()));
        return views.of(application);
    }

    private Application held(UUID id, Precondition precondition) {
        caller.requirePerson();
        access.readable(id);
        Application application = applications.locked(id);
        precondition.check(application);
        return application;
    }
}
