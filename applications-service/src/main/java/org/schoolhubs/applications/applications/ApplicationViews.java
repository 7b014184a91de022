package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;

/** Shows an application to its reader: what it is, what they may do, what is next. */
@ApplicationScoped
class ApplicationViews {
    private static final TypeReference<List<ApplicationRequests.Reason>> REASONS = new TypeReference<>() {
    };
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final DraftChecks drafts;
    private final ObjectMapper json;

    ApplicationViews(ApplicationRepository applications, ApplicationAccess access, DraftChecks drafts, ObjectMapper json) {
        this.applications = applications;
        this.access = access;
        this.drafts = drafts;
        this.json = json;
    }

    ApplicationView of(Application application) {
        ApplicationKind kind = application.kind();
        return new ApplicationView(application.id(), kind, application.programme(), application.pathway(), application.cohort(), application.urn(),
                application.schoolName(), application.trustUid(), application.trustName(), application.state(), kind.isLead() ? null : application.answers(),
                kind.isTrust() ? application.schools() : null, kind.isLead() ? application.evidence() : null, invitation(application), application.submittedAt(),
                application.eligibility(), decision(application), application.acceptedOn(), application.endedOn(), application.endReasonCode(), placement(application),
                actions(application), next(application), application.createdAt(), application.version());
    }

    /** What the application lacks, as the register and the catalogue are now. */
    Readiness readiness(Application application) {
        return drafts.readiness(application);
    }

    List<NextStep> next(Application application) {
        return switch (application.state()) {
            case DRAFT -> List.of(new NextStep("submission", "The applicant completes and submits the application.", application.kind().isTrust() ? Roles.TRUST : Roles.SCHOOL,
                    LondonDates.dayOf(drafts.terms(application).windowClosesAt())));
            case INVITED -> List.of(new NextStep("confirmation", "The school confirms or refuses the invitation.", Roles.SCHOOL, application.confirmBy()));
            case SUBMITTED -> List.of(application.proposedDecisionId() == null
                    ? new NextStep("decision", "The programme team decides on the application.", Roles.PROGRAMME_TEAM, null)
                    : new NextStep("decision-approval", "A second person of the programme team approves or rejects the proposed decision.", Roles.PROGRAMME_TEAM, null));
            case ACCEPTED, DECLINED, WITHDRAWN, ACTIVE, COMPLETED, REFUSED, LAPSED -> List.of();
        };
    }

    private ApplicationView.DecisionView decision(Application application) {
        if (application.submittedAt() == null) {
            return null;
        }
        return applications.decision(application.id())
                .filter(decision -> decision.state() == DecisionState.FINAL || application.proposedDecisionId() != null && access.isOverseer())
                .map(decision -> new ApplicationView.DecisionView(decision.outcome(), decision.state(), decision.secondPerson(), reasons(decision),
                        decision.proposedBy(), decision.proposedAt(), decision.approvedBy(), decision.approvedAt()))
                .orElse(null);
    }

    List<ApplicationRequests.Reason> reasons(Decision decision) {
        try {
            return json.readValue(decision.reasons(), REASONS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The reasons of decision " + decision.id() + " cannot be read", impossible);
        }
    }

    private static ApplicationView.InvitationView invitation(Application application) {
        return application.confirmBy() == null ? null : new ApplicationView.InvitationView(application.selectionRank(), application.confirmBy());
    }

    private static ApplicationView.PlacementView placement(Application application) {
        return application.membershipId() == null ? null
                : new ApplicationView.PlacementView(application.membershipId(), application.membershipState(), application.hubId(), application.hubName());
    }

    private List<Action> actions(Application application) {
        List<Action> actions = new ArrayList<>();
        boolean applicant = access.isApplicant(application);
        if (applicant) {
            actions.addAll(drafts.actions(application));
        }
        if (access.isTeam()) {
            actions.add(decision(application, application.proposedDecisionId() != null));
            actions.add(approval(application, application.proposedDecisionId() != null));
        }
        if (applicant || access.isTeam()) {
            actions.add(application.state() == ApplicationState.ACTIVE
                    ? Action.refused("withdrawal", href(application, "withdrawal"), ApplicationError.WITHDRAW_THE_MEMBERSHIP, "The school takes part by now: withdraw its membership.")
                    : byState(application, "withdrawal", ApplicationAct.WITHDRAW, ApplicationError.WITHDRAWAL_IMPOSSIBLE));
        }
        return actions;
    }

    private static Action decision(Application application, boolean proposed) {
        return proposed ? Action.refused("decision", href(application, "decision"), ApplicationError.DECISION_PENDING, "A proposed decision waits for its second person.")
                : byState(application, "decision", ApplicationAct.PROPOSE_DECISION, ApplicationError.DECISION_IMPOSSIBLE);
    }

    private static Action approval(Application application, boolean proposed) {
        String href = href(application, "decision/approval");
        return proposed ? Action.allowed("decision-approval", href)
                : Action.refused("decision-approval", href, ApplicationError.NO_DECISION_PENDING, "No decision waits for a second person.");
    }

    private static Action byState(Application application, String name, ApplicationAct act, ErrorCode refusal) {
        String href = href(application, name);
        return ApplicationLifecycle.TABLE.next(application.state(), act).isPresent() ? Action.allowed(name, href)
                : Action.refused(name, href, refusal, "Not possible in state %s.".formatted(application.state()));
    }

    private static String href(Application application, String what) {
        return "/v1/applications/%s/%s".formatted(application.id(), what);
    }
}
