package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;

/** Shows an application to its reader: what it is, what they may do, what is next. */
@ApplicationScoped
class ApplicationViews {
    private final DecisionRepository decisions;
    private final DecisionRecords records;
    private final DecisionActions afterSubmission;
    private final ApplicationAccess access;
    private final DraftChecks drafts;

    ApplicationViews(DecisionRepository decisions, DecisionRecords records, DecisionActions afterSubmission, ApplicationAccess access, DraftChecks drafts) {
        this.decisions = decisions;
        this.records = records;
        this.afterSubmission = afterSubmission;
        this.access = access;
        this.drafts = drafts;
    }

    ApplicationView of(Application application) {
        ApplicationKind kind = application.kind();
        return new ApplicationView(application.id(), kind, application.programme(), application.pathway(), application.cohort(), application.urn(),
                application.schoolName(), application.trustUid(), application.trustName(), application.state(), kind.isLead() ? null : application.answers(),
                kind.isTrust() ? application.schools() : null, kind.isLead() ? application.evidence() : null, invitation(application), application.submittedAt(),
                application.eligibility(), decision(application), application.reconsideration(), access.isOverseer() ? application.assignee() : null,
                application.acceptedOn(), application.endedOn(), application.endReasonCode(), placement(application), actions(application), next(application),
                application.createdAt(), application.version());
    }

    /** What the application lacks, as the register and the catalogue are now. */
    Readiness readiness(Application application) {
        return drafts.readiness(application);
    }

    List<NextStep> next(Application application) {
        return switch (application.state()) {
            case DRAFT -> drafts.next(application);
            case INVITED -> List.of(new NextStep("confirmation", "The school confirms or refuses the invitation.", Roles.SCHOOL, application.confirmBy()));
            case SUBMITTED -> List.of(application.proposedDecisionId() == null
                    ? new NextStep("decision", "The programme team decides on the application.", Roles.PROGRAMME_TEAM, null)
                    : new NextStep("decision-approval", "A second person of the programme team approves or rejects the proposed decision.", Roles.PROGRAMME_TEAM, null));
            case DECLINED -> afterSubmission.next(application);
            case ACCEPTED, WITHDRAWN, ACTIVE, COMPLETED, REFUSED, LAPSED -> List.of();
        };
    }

    /** The decision that holds; to those who oversee the programmes the one that waits for its second person. */
    private ApplicationView.DecisionView decision(Application application) {
        UUID shown = application.proposedDecisionId() != null && access.isOverseer() ? application.proposedDecisionId() : application.decisionId();
        return decisions.decision(shown).map(this::decisionView).orElse(null);
    }

    ApplicationView.DecisionView decisionView(Decision decision) {
        return new ApplicationView.DecisionView(decision.outcome(), decision.origin(), decision.state(), decision.secondPerson(), records.reasons(decision.reasons()),
                decision.proposedBy(), decision.proposedAt(), decision.approvedBy(), decision.approvedAt(), decision.ruleSet(), decision.ruleVersion());
    }

    private static ApplicationView.InvitationView invitation(Application application) {
        return application.confirmBy() == null ? null : new ApplicationView.InvitationView(application.selectionRank(), application.confirmBy());
    }

    static ApplicationView.PlacementView placement(Application application) {
        return application.membershipId() == null ? null
                : new ApplicationView.PlacementView(application.membershipId(), application.membershipState(), application.hubId(), application.hubName());
    }

    private List<Action> actions(Application application) {
        List<Action> actions = new ArrayList<>();
        boolean applicant = access.isApplicant(application);
        if (applicant) {
            actions.addAll(drafts.actions(application));
        }
        actions.addAll(afterSubmission.of(application));
        if (applicant || access.isTeam()) {
            actions.add(application.state() == ApplicationState.ACTIVE
                    ? Action.refused("withdrawal", href(application, "withdrawal"), ApplicationError.WITHDRAW_THE_MEMBERSHIP, "The school takes part by now: withdraw its membership.")
                    : byState(application, "withdrawal", ApplicationAct.WITHDRAW, ApplicationError.WITHDRAWAL_IMPOSSIBLE));
        }
        return actions;
    }

    static Action byState(Application application, String name, ApplicationAct act, ErrorCode refusal) {
        String href = href(application, name);
        return ApplicationLifecycle.TABLE.next(application.state(), act).isPresent() ? Action.allowed(name, href)
                : Action.refused(name, href, refusal, "Not possible in state %s.".formatted(application.state()));
    }

    static String href(Application application, String what) {
        return "/v1/applications/%s/%s".formatted(application.id(), what);
    }
}
