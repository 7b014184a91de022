package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;

/** What a reader may do with an application after its submission: the same refusals as the acts themselves give, found without doing them. */
@ApplicationScoped
class DecisionActions {
    private final DecisionRepository decisions;
    private final ApplicationAccess access;
    private final ReconsiderationTime time;
    private final Caller caller;
    private final Clock clock;

    DecisionActions(DecisionRepository decisions, ApplicationAccess access, ReconsiderationTime time, Caller caller, Clock clock) {
        this.decisions = decisions;
        this.access = access;
        this.time = time;
        this.caller = caller;
        this.clock = clock;
    }

    List<Action> of(Application application) {
        List<Action> actions = new ArrayList<>();
        if (access.isTeam()) {
            actions.add(byPerson("decision", "decision", application, decision(application)));
            actions.add(byPerson("decision-approval", "decision/approval", application, approval(application)));
            actions.add(byPerson("amendment", "decision/amendments", application, amendment(application)));
            actions.add(byPerson("amendment-approval", amendmentApprovalPath(application), application, amendmentApproval(application)));
            actions.add(byPerson("reconsideration-decision", "reconsideration/decision", application, reconsiderationDecision(application)));
            actions.add(ApplicationViews.byState(application, "assignee", ApplicationAct.ASSIGN, DecisionError.ASSIGNMENT_IMPOSSIBLE));
        }
        if (access.isApplicant(application)) {
            actions.add(action("reconsideration", "reconsideration", application, reconsideration(application)));
            actions.add(ApplicationViews.byState(application, "leader-changes", ApplicationAct.CHANGE_LEADER, DecisionError.LEADER_CHANGE_IMPOSSIBLE));
        }
        return actions;
    }

    /** Without a pending amendment there is nothing to approve: the amendments are where one would show. */
    private static String amendmentApprovalPath(Application application) {
        UUID pending = application.pendingAmendmentId();
        return pending == null ? "decision/amendments" : "decision/amendments/%s/approval".formatted(pending);
    }

    /** What happens next with one that was declined. */
    List<NextStep> next(Application application) {
        if (application.reconsideration() != ReconsiderationState.ASKED) {
            return List.of();
        }
        return List.of(application.proposedDecisionId() == null
                ? new NextStep("reconsideration-decision", "Somebody of the programme team who did not decide before decides the reconsideration.", Roles.PROGRAMME_TEAM, null)
                : new NextStep("decision-approval", "A second person of the programme team approves the proposed decision or sends it back.", Roles.PROGRAMME_TEAM, null));
    }

    private Optional<Refusal> decision(Application application) {
        if (application.state() == ApplicationState.SUBMITTED && application.proposedDecisionId() != null) {
            return refusal(ApplicationError.DECISION_PENDING, "A proposed decision waits for its second person.");
        }
        return byState(application, ApplicationAct.PROPOSE_DECISION, ApplicationError.DECISION_IMPOSSIBLE);
    }

    private Optional<Refusal> approval(Application application) {
        Optional<Decision> proposed = decisions.decision(application.proposedDecisionId());
        if (proposed.isEmpty()) {
            return refusal(ApplicationError.NO_DECISION_PENDING, "No decision waits for a second person.");
        }
        if (proposed.get().isBy(caller.subject())) {
            return refusal(ApplicationError.SECOND_PERSON_NEEDED, "You proposed this decision: another person must approve it.");
        }
        return proposed.get().origin() == DecisionOrigin.RECONSIDERATION ? byOthers(application) : Optional.empty();
    }

    private Optional<Refusal> amendment(Application application) {
        if (application.pendingAmendmentId() != null) {
            return refusal(DecisionError.AMENDMENT_PENDING, "A proposed amendment waits for its second person.");
        }
        return refusedBy(() -> application.requireAmendable(AmendmentOutcome.DECIDE_AGAIN));
    }

    private Optional<Refusal> amendmentApproval(Application application) {
        Optional<Amendment> proposed = decisions.amendment(application.pendingAmendmentId());
        if (proposed.isEmpty()) {
            return refusal(DecisionError.NO_AMENDMENT_PENDING, "No amendment waits for a second person.");
        }
        if (proposed.get().proposedBy().equals(caller.subject())) {
            return refusal(ApplicationError.SECOND_PERSON_NEEDED, "You proposed this amendment: another person must approve it.");
        }
        return refusedBy(() -> application.requireAmendable(proposed.get().outcome()));
    }

    private Optional<Refusal> reconsiderationDecision(Application application) {
        Optional<Refusal> refusal = refusedBy(() -> application.requireReconsiderable(DecisionOutcome.DECLINE));
        return refusal.isPresent() ? refusal : byOthers(application);
    }

    private Optional<Refusal> byOthers(Application application) {
        boolean before = decisions.decisions(application.id()).stream().anyMatch(one -> one.state() == DecisionState.FINAL && one.isBy(caller.subject()));
        return before ? refusal(DecisionError.DECIDED_BEFORE, "You took part in the decision that is reconsidered.") : Optional.empty();
    }

    private Optional<Refusal> reconsideration(Application application) {
        return refusedBy(() -> application.requireReconsiderationAskable(time.lastDay(application), LondonDates.today(clock)));
    }

    private static Optional<Refusal> byState(Application application, ApplicationAct act, ErrorCode error) {
        return ApplicationLifecycle.TABLE.next(application.state(), act).isPresent() ? Optional.empty()
                : refusal(error, "Not possible in state %s.".formatted(application.state()));
    }

    private static Optional<Refusal> refusedBy(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Problem problem) {
            return refusal(problem.error(), problem.detail());
        }
    }

    private Action byPerson(String name, String path, Application application, Optional<Refusal> refusal) {
        return action(name, path, application, caller.isPerson() ? refusal : refusal(CommonError.PERSON_REQUIRED, "Only a person decides."));
    }

    private static Action action(String name, String path, Application application, Optional<Refusal> refusal) {
        String href = ApplicationViews.href(application, path);
        return refusal.map(one -> Action.refused(name, href, one.code(), one.reason())).orElseGet(() -> Action.allowed(name, href));
    }

    private static Optional<Refusal> refusal(ErrorCode code, String reason) {
        return Optional.of(new Refusal(code, reason));
    }

    private record Refusal(ErrorCode code, String reason) {
    }
}
