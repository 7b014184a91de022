package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Precondition;

/** Decides on submitted applications: by one person, or proposed by one and made final by another. */
@ApplicationScoped
class DecisionService {
    private final DecisionRepository decisions;
    private final DecisionRecords records;
    private final FinalDecisions finals;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ApplicationTasks tasks;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    DecisionService(DecisionRepository decisions, DecisionRecords records, FinalDecisions finals, ApplicationAccess access, ApplicationViews views,
            ApplicationTasks tasks, Journal journal, Caller caller, Clock clock) {
        this.decisions = decisions;
        this.records = records;
        this.finals = finals;
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Decides, or proposes a decision where a second person is needed.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code decision-impossible}, {@code decision-pending}, {@code not-eligible}
     */
    @Transactional
    ApplicationView decide(UUID id, Precondition precondition, ApplicationRequests.DecisionRequest wanted) {
        caller.requirePerson();
        DecisionRecords.requireReasons("reasons", wanted.outcome(), wanted.reasons());
        Application application = access.readable(id);
        precondition.check(application);
        application.requireDecidable(wanted.outcome());
        finals.take(application, Decision.byPerson(id, wanted.outcome(), records.needSecondPerson(application), records.write(wanted.reasons()),
                records.basis(application), caller.subject(), clock.instant()));
        return views.of(application);
    }

    /**
     * The second person approves the proposed decision, which makes it final, or sends it back with a reason, which opens the application to another decision.
     *
     * @throws Problem 400 without a reason for sending back, 403 {@code person-required}, 409 {@code no-decision-pending}, {@code second-person-needed},
     *                 {@code decided-before}
     */
    @Transactional
    ApplicationView approve(UUID id, Precondition precondition, ApplicationRequests.Approval answer) {
        caller.requirePerson();
        DecisionRecords.requireText(!answer.approved(), answer.reason(), "/reason");
        Application application = access.readable(id);
        precondition.check(application);
        Decision decision = decisions.decision(application.proposedDecisionId()).orElseThrow(() ->
                Problem.of(ApplicationError.NO_DECISION_PENDING, "Propose a decision first: POST /v1/applications/%s/decision.".formatted(id)));
        finals.requireMayDecide(decision);
        decision.settle(answer.approved(), answer.reason(), caller.subject(), clock.instant());
        if (answer.approved()) {
            finals.carryOut(application, decision);
        } else {
            application.proposalRejected();
            journal.append(Entry.of(application, "Application").event("DecisionRejected").changed("decision"));
            tasks.toDecideAgain(application);
        }
        return views.of(application);
    }
}
