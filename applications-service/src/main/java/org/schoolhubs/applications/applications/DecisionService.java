package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Precondition;

/** Decides on submitted applications. Where the rules said MANUAL_REVIEW a decision is proposed by one person and made final by another. */
@ApplicationScoped
class DecisionService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ApplicationTasks tasks;
    private final Acceptance acceptance;
    private final Journal journal;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, ApplicationTasks tasks, Acceptance acceptance,
            Journal journal, Caller caller, ObjectMapper json, Clock clock) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.acceptance = acceptance;
        this.journal = journal;
        this.caller = caller;
        this.json = json;
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
        requireReasons(wanted);
        Application application = access.readable(id);
        precondition.check(application);
        application.requireDecidable(wanted.outcome());
        Decision decision = new Decision(id, wanted.outcome(), application.eligibility() == Outcome.MANUAL_REVIEW, write(wanted.reasons()), caller.subject(),
                clock.instant());
        applications.add(decision);
        if (decision.state() == DecisionState.FINAL) {
            carryOut(application, decision, wanted.reasons());
        } else {
            application.awaitSecondPerson(decision.id());
            journal.append(Entry.of(application, "Application").event("DecisionProposed").changed("decision").because(first(wanted.reasons())));
            tasks.toApprove(application);
        }
        return views.of(application);
    }

    /**
     * The second person approves the proposed decision, which makes it final, or rejects it, which opens the application to another decision.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code no-decision-pending}, {@code second-person-needed}
     */
    @Transactional
    ApplicationView approve(UUID id, Precondition precondition, boolean approved) {
        caller.requirePerson();
        Application application = access.readable(id);
        precondition.check(application);
        Decision decision = applications.decision(id).filter(one -> one.id().equals(application.proposedDecisionId())).orElseThrow(() ->
                Problem.of(ApplicationError.NO_DECISION_PENDING, "Propose a decision first: POST /v1/applications/%s/decision.".formatted(id)));
        decision.settle(approved, caller.subject(), clock.instant());
        if (approved) {
            carryOut(application, decision, views.reasons(decision));
        } else {
            application.proposalRejected();
            journal.append(Entry.of(application, "Application").event("DecisionRejected").changed("decision"));
            tasks.toDecide(application);
        }
        return views.of(application);
    }

    private void carryOut(Application application, Decision decision, List<ApplicationRequests.Reason> reasons) {
        tasks.settle(application);
        if (decision.outcome() == DecisionOutcome.ACCEPT) {
            acceptance.accept(application, first(reasons));
            return;
        }
        application.decline(first(reasons), clock.instant());
        journal.append(Entry.of(application, "Application").event("ApplicationDeclined").changed("state", "endedOn").because(first(reasons))
                .publish(ApplicationEvents.TOPIC, application.id(),
                        new ApplicationEvents.ApplicationDeclined(application.id(), reasons.stream().map(ApplicationRequests.Reason::code).toList())));
    }

    private static void requireReasons(ApplicationRequests.DecisionRequest wanted) {
        for (int i = 0; i < wanted.reasons().size(); i++) {
            ApplicationRequests.Reason reason = wanted.reasons().get(i);
            if (!reason.code().fits(wanted.outcome())) {
                throw Problem.of(CommonError.INVALID, "Give reasons that fit the outcome.")
                        .at("/reasons/%d/code".formatted(i), "reason-does-not-fit", "%s is no reason to %s.".formatted(reason.code(), wanted.outcome()));
            }
            if (reason.code() == DecisionReason.OTHER && (reason.text() == null || reason.text().isBlank())) {
                throw Problem.of(CommonError.INVALID, "Say in words what the other reason is.")
                        .at("/reasons/%d/text".formatted(i), "reason-text-missing", "Mandatory for OTHER.");
            }
        }
    }

    private static String first(List<ApplicationRequests.Reason> reasons) {
        return reasons.get(0).code().name();
    }

    private String write(List<ApplicationRequests.Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Reasons cannot be written", impossible);
        }
    }
}
