package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Precondition;

/** Undoes final decisions, by two persons and with reasons of its own. What had been decided stays in the record. */
@ApplicationScoped
class AmendmentService {
    private final ApplicationRepository applications;
    private final DecisionRepository decisions;
    private final DecisionRecords records;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ApplicationTasks tasks;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    AmendmentService(ApplicationRepository applications, DecisionRepository decisions, DecisionRecords records, ApplicationAccess access, ApplicationViews views,
            ApplicationTasks tasks, Journal journal, Caller caller, Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.records = records;
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Proposes an amendment of the decision that holds.
     *
     * @throws Problem 400 for reasons that do not fit, 403 {@code person-required}, 409 {@code amendment-impossible}, {@code amendment-pending},
     *                 {@code membership-placed}, {@code reconsideration-open}
     */
    @Transactional
    ApplicationView propose(UUID id, Precondition precondition, DecisionRequests.AmendmentRequest wanted) {
        caller.requirePerson();
        requireReasons(wanted);
        Application application = access.readable(id);
        precondition.check(application);
        application.requireAmendable(wanted.outcome());
        Decision undone = decisions.decision(application.decisionId()).orElseThrow();
        Amendment amendment = new Amendment(undone, wanted.outcome(), records.write(wanted.reasons()),
                wanted.declineReasons() == null ? null : records.write(wanted.declineReasons()), caller.subject(), clock.instant());
        application.amendmentProposed(amendment.id(), wanted.outcome());
        decisions.add(amendment);
        journal.append(Entry.of(application, "Application").event("AmendmentProposed").changed("amendment").because(wanted.reasons().get(0).code().name()));
        tasks.toApproveAmendment(application);
        return views.of(application);
    }

    /**
     * The second person approves the proposed amendment, which takes effect at once, or sends it back with a reason: then the decision holds.
     *
     * @throws Problem 400 without a reason for sending back, 403 {@code person-required}, 404 for an amendment that is not of this application,
     *                 409 {@code no-amendment-pending}, {@code second-person-needed}, {@code membership-placed}, {@code overlapping-application}
     */
    @Transactional
    ApplicationView settle(UUID id, UUID amendmentId, Precondition precondition, ApplicationRequests.Approval answer) {
        caller.requirePerson();
        DecisionRecords.requireText(!answer.approved(), answer.reason(), "/reason");
        Application application = access.readable(id);
        Amendment amendment = decisions.amendment(amendmentId).filter(one -> one.applicationId().equals(id))
                .orElseThrow(() -> Problem.notFound("amendment", amendmentId));
        precondition.check(application);
        amendment.settle(answer.approved(), answer.reason(), caller.subject(), clock.instant());
        tasks.settle(application);
        if (answer.approved()) {
            carryOut(application, amendment);
        } else {
            application.amendmentRejected();
            journal.append(Entry.of(application, "Application").event("AmendmentRejected").changed("amendment"));
        }
        return views.of(application);
    }

    /** Every amendment ever proposed, oldest first. */
    @Transactional
    List<AmendmentView> list(UUID id) {
        return decisions.amendments(access.readable(id).id()).stream().map(this::view).toList();
    }

    private void carryOut(Application application, Amendment amendment) {
        if (amendment.outcome() == AmendmentOutcome.DECLINE) {
            Decision refusal = Decision.byAmendment(amendment, records.basis(application));
            decisions.add(refusal);
            application.reverse(refusal.id(), DecisionRecords.first(records.reasons(refusal.reasons())), clock.instant());
        } else {
            application.reopen(records.subjects(application));
            tasks.toDecide(application);
        }
        applications.settle();
        List<AmendmentReason> codes = records.amendmentReasons(amendment.reasons()).stream().map(DecisionRequests.AmendmentReasonGiven::code).toList();
        journal.append(Entry.of(application, "Application").event("DecisionAmended").changed("state", "decision", "acceptedOn", "endedOn").because(codes.get(0).name())
                .publish(ApplicationEvents.TOPIC, application.id(), new ApplicationEvents.DecisionAmended(application.id(), amendment.formerOutcome(),
                        application.state(), LondonDates.today(clock), codes)));
    }

    private AmendmentView view(Amendment amendment) {
        return new AmendmentView(amendment.id(), amendment.decisionId(), amendment.formerOutcome(), amendment.outcome(), amendment.state(),
                records.amendmentReasons(amendment.reasons()), amendment.decisionReasons() == null ? null : records.reasons(amendment.decisionReasons()),
                amendment.proposedBy(), amendment.proposedAt(), amendment.approvedBy(), amendment.approvedAt(), amendment.answer());
    }

    private static void requireReasons(DecisionRequests.AmendmentRequest wanted) {
        for (int i = 0; i < wanted.reasons().size(); i++) {
            DecisionRequests.AmendmentReasonGiven reason = wanted.reasons().get(i);
            DecisionRecords.requireText(reason.code() == AmendmentReason.OTHER, reason.text(), "/reasons/%d/text".formatted(i));
        }
        if ((wanted.outcome() == AmendmentOutcome.DECLINE) != (wanted.declineReasons() != null)) {
            throw Problem.of(CommonError.INVALID, "Give the reasons of the refusal for DECLINE, and only there.")
                    .at("/declineReasons", "reason-does-not-fit", "Mandatory for DECLINE, not possible for DECIDE_AGAIN.");
        }
        if (wanted.declineReasons() != null) {
            DecisionRecords.requireReasons("declineReasons", DecisionOutcome.DECLINE, wanted.declineReasons());
        }
    }
}
