package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
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
    private final ProgrammeCatalogue catalogue;
    private final Contacts contacts;
    private final ObjectMapper json;
    private final Clock clock;

    ApplicationViews(ApplicationRepository applications, ApplicationAccess access, ProgrammeCatalogue catalogue, Contacts contacts, ObjectMapper json, Clock clock) {
        this.applications = applications;
        this.access = access;
        this.catalogue = catalogue;
        this.contacts = contacts;
        this.json = json;
        this.clock = clock;
    }

    ApplicationView of(Application application) {
        return new ApplicationView(application.id(), application.kind(), application.programme(), application.pathway(), application.cohort(), application.urn(),
                application.schoolName(), application.state(), application.answers(), application.submittedAt(), application.eligibility(), decision(application),
                application.acceptedOn(), application.endedOn(), application.endReasonCode(), placement(application), actions(application), next(application),
                application.createdAt(), application.version());
    }

    Readiness readiness(Application application, PathwayOffer offer) {
        return Readiness.of(application.answers(), contacts.count(application.id()), offer);
    }

    List<NextStep> next(Application application) {
        return switch (application.state()) {
            case DRAFT -> List.of(new NextStep("submission", "The school completes and submits the application.", Roles.SCHOOL,
                    LondonDates.dayOf(offer(application).windowClosesAt())));
            case SUBMITTED -> List.of(application.proposedDecisionId() == null
                    ? new NextStep("decision", "The programme team decides on the application.", Roles.PROGRAMME_TEAM, null)
                    : new NextStep("decision-approval", "A second person of the programme team approves or rejects the proposed decision.", Roles.PROGRAMME_TEAM, null));
            case ACCEPTED, DECLINED, WITHDRAWN, ACTIVE, COMPLETED -> List.of();
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

    private static ApplicationView.PlacementView placement(Application application) {
        return application.membershipId() == null ? null
                : new ApplicationView.PlacementView(application.membershipId(), application.membershipState(), application.hubId(), application.hubName());
    }

    private List<Action> actions(Application application) {
        List<Action> actions = new ArrayList<>();
        boolean applicant = access.isApplicant(application);
        if (applicant) {
            actions.add(byState(application, "answers", ApplicationAct.ANSWER, ApplicationError.APPLICATION_FROZEN));
            actions.add(byState(application, "leaders", ApplicationAct.NAME_LEADERS, ApplicationError.APPLICATION_FROZEN));
            actions.add(submission(application));
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

    private Action submission(Application application) {
        if (application.state() != ApplicationState.DRAFT) {
            return byState(application, "submission", ApplicationAct.SUBMIT, ApplicationError.APPLICATION_FROZEN);
        }
        PathwayOffer offer = offer(application);
        String href = href(application, "submission");
        if (!readiness(application, offer).ready()) {
            return Action.refused("submission", href, ApplicationError.NOT_READY, "Something is missing: see " + href(application, "readiness") + ".");
        }
        return Window.refusal(offer, clock.instant()).map(problem -> Action.refused("submission", href, problem.error(), problem.detail()))
                .orElseGet(() -> Action.allowed("submission", href));
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

    private PathwayOffer offer(Application application) {
        return catalogue.offer(application.programme(), application.pathway(), application.cohort());
    }
}
