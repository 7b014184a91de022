package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Precondition;

/** Reconsiders refusals: asked for by the applicant, once and in time, decided by others than those who decided. */
@ApplicationScoped
class ReconsiderationService {
    private final DecisionRepository decisions;
    private final DecisionRecords records;
    private final FinalDecisions finals;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ApplicationTasks tasks;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;
    private final ReconsiderationTime time;
    private final Period keepGrounds;

    ReconsiderationService(DecisionRepository decisions, DecisionRecords records, FinalDecisions finals, ApplicationAccess access, ApplicationViews views,
            ApplicationTasks tasks, Journal journal, Caller caller, Clock clock, ReconsiderationTime time,
            @ConfigProperty(name = "schoolhubs.reconsideration.keep-grounds") Period keepGrounds) {
        this.decisions = decisions;
        this.records = records;
        this.finals = finals;
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
        this.time = time;
        this.keepGrounds = keepGrounds;
    }

    /**
     * The applicant asks for reconsideration.
     *
     * @throws Problem 409 {@code reconsideration-impossible}, {@code reconsideration-once}, {@code reconsideration-too-late}
     */
    @Transactional
    ApplicationView ask(UUID id, Precondition precondition, String grounds) {
        Application application = access.own(id);
        precondition.check(application);
        LocalDate today = LondonDates.today(clock);
        UUID lapsing = application.askReconsideration(time.lastDay(application), today);
        decisions.amendment(lapsing).ifPresent(Amendment::lapse);
        decisions.add(new Reconsideration(id, application.decisionId(), grounds, today.plus(keepGrounds), caller.subject(), clock.instant()));
        journal.append(Entry.of(application, "Application").event("ReconsiderationRequested").changed("reconsideration")
                .publish(ApplicationEvents.TOPIC, id, new ApplicationEvents.ReconsiderationRequested(id, today)));
        tasks.toReconsider(application);
        return views.of(application);
    }

    /** The reconsideration with its grounds; 404 where none was asked for. */
    @Transactional
    ReconsiderationView get(UUID id) {
        access.readable(id);
        Reconsideration found = decisions.reconsideration(id).orElseThrow(() -> Problem.notFound("reconsideration of application", id));
        return new ReconsiderationView(found.state(), found.grounds(), found.keepGroundsUntil(), found.groundsErasedAt(), found.askedAt(), found.decidedAt(),
                decisions.decision(found.outcomeDecisionId()).map(views::decisionView).orElse(null));
    }

    /**
     * Decides it, or proposes a decision where a second person is needed.
     *
     * @throws Problem 400 for reasons that do not fit, 403 {@code person-required}, 409 {@code no-reconsideration-open}, {@code decision-pending},
     *                 {@code decided-before}, {@code not-eligible}, {@code overlapping-application}
     */
    @Transactional
    ApplicationView decide(UUID id, Precondition precondition, DecisionRequests.ReconsiderationDecision wanted) {
        caller.requirePerson();
        DecisionOutcome outcome = wanted.outcome().decision();
        DecisionRecords.requireReasons("reasons", outcome, wanted.reasons());
        Application application = access.readable(id);
        precondition.check(application);
        application.requireReconsiderable(outcome);
        Reconsideration reconsideration = decisions.reconsideration(id).orElseThrow();
        finals.take(application, Decision.onReconsideration(reconsideration.id(), id, outcome, records.needSecondPerson(application),
                records.write(wanted.reasons()), records.basis(application), caller.subject(), clock.instant()));
        return views.of(application);
    }
}
