package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Precondition;

/** Withdraws applications, and shows before what that would bring about. */
@ApplicationScoped
class WithdrawalService {
    private final DecisionRepository decisions;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ApplicationTasks tasks;
    private final Journal journal;
    private final Clock clock;

    WithdrawalService(DecisionRepository decisions, ApplicationAccess access, ApplicationViews views, ApplicationTasks tasks, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a withdrawal would bring about now; also for those who may not withdraw here any more, saying where they can. */
    @Transactional
    WithdrawalPreview preview(UUID id) {
        Application application = access.ownOrTeams(id);
        return WithdrawalPreview.of(application, ApplicationViews.placement(application));
    }

    /**
     * Withdraws before the school takes part; the place and the school are free again, and what waited for a second person lapses.
     *
     * @throws Problem 400 {@code reason-text-missing} for OTHER without words, 409 {@code withdraw-the-membership} once the school takes part,
     *                 {@code withdrawal-impossible} after the end
     */
    @Transactional
    ApplicationView withdraw(UUID id, Precondition precondition, ApplicationRequests.Withdrawal wanted) {
        DecisionRecords.requireText(wanted.reasonCode() == WithdrawalReason.OTHER, wanted.text(), "/text");
        Application application = access.ownOrTeams(id);
        precondition.check(application);
        UUID proposed = application.proposedDecisionId();
        UUID amendment = application.pendingAmendmentId();
        application.withdraw(wanted.reasonCode(), wanted.text(), LondonDates.today(clock));
        decisions.decision(proposed).ifPresent(Decision::lapse);
        decisions.amendment(amendment).ifPresent(Amendment::lapse);
        Entry entry = Entry.of(application, "Application").event("ApplicationWithdrawn").changed("state", "endedOn").because(wanted.reasonCode().name());
        if (application.submittedAt() != null) {
            entry.publish(ApplicationEvents.TOPIC, id, new ApplicationEvents.ApplicationWithdrawn(id, application.endedOn(), wanted.reasonCode()));
        }
        journal.append(entry);
        tasks.settle(application);
        return views.of(application);
    }
}
