package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/** Carries out a decision once it is final, on a submitted application or on a reconsideration alike. */
@ApplicationScoped
class FinalDecisions {
    private final DecisionRepository decisions;
    private final DecisionRecords records;
    private final Acceptance acceptance;
    private final ApplicationTasks tasks;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    FinalDecisions(DecisionRepository decisions, DecisionRecords records, Acceptance acceptance, ApplicationTasks tasks, Journal journal, Caller caller, Clock clock) {
        this.decisions = decisions;
        this.records = records;
        this.acceptance = acceptance;
        this.tasks = tasks;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    /** Takes a new decision: carries it out if it is final, else leaves it to a second person. */
    void take(Application application, Decision decision) {
        requireMayDecide(decision);
        decisions.add(decision);
        if (decision.state() == DecisionState.FINAL) {
            carryOut(application, decision);
            return;
        }
        application.awaitSecondPerson(decision.id());
        journal.append(Entry.of(application, "Application").event("DecisionProposed").changed("decision").because(first(decision)));
        tasks.toApprove(application);
    }

    /**
     * A reconsideration is decided, proposed and approved by others than those who decided before. The database holds this, too.
     *
     * @throws Problem 409 {@code decided-before}
     */
    void requireMayDecide(Decision decision) {
        if (decision.origin() == DecisionOrigin.RECONSIDERATION && hasDecidedBefore(decision)) {
            throw Problem.of(DecisionError.DECIDED_BEFORE, "You took part in the decision that is reconsidered. Ask another member of the programme team.");
        }
    }

    private boolean hasDecidedBefore(Decision decision) {
        return decisions.decisions(decision.applicationId()).stream()
                .anyMatch(earlier -> earlier.state() == DecisionState.FINAL && !earlier.id().equals(decision.id()) && earlier.isBy(caller.subject()));
    }

    /** Carries out a decision that is final. */
    void carryOut(Application application, Decision decision) {
        tasks.settle(application);
        if (decision.origin() == DecisionOrigin.RECONSIDERATION) {
            reconsidered(application, decision);
        } else if (decision.outcome() == DecisionOutcome.ACCEPT) {
            acceptance.accept(application, decision);
        } else {
            decline(application, decision);
        }
    }

    private void decline(Application application, Decision decision) {
        application.decline(decision.id(), first(decision), clock.instant());
        journal.append(Entry.of(application, "Application").event("ApplicationDeclined").changed("state", "endedOn").because(first(decision))
                .publish(ApplicationEvents.TOPIC, application.id(), new ApplicationEvents.ApplicationDeclined(application.id(), codes(decision))));
    }

    private void reconsidered(Application application, Decision decision) {
        decisions.reconsideration(application.id()).orElseThrow(() -> new IllegalStateException("Decision %s has no reconsideration".formatted(decision.id())))
                .decided(decision, clock.instant());
        if (decision.outcome() == DecisionOutcome.ACCEPT) {
            acceptance.acceptAfterAll(application, decision);
            return;
        }
        application.uphold();
        journal.append(Entry.of(application, "Application").event("ReconsiderationUpheld").changed("reconsideration").because(first(decision))
                .publish(ApplicationEvents.TOPIC, application.id(),
                        new ApplicationEvents.ReconsiderationUpheld(application.id(), LondonDates.today(clock), codes(decision))));
    }

    private String first(Decision decision) {
        return codes(decision).get(0).name();
    }

    private List<DecisionReason> codes(Decision decision) {
        return records.reasons(decision.reasons()).stream().map(ApplicationRequests.Reason::code).toList();
    }
}
