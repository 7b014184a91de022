package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;

/** What an application lacks and what its applicant may do with it, by the catalogue and the register as they are now. */
@ApplicationScoped
class DraftChecks {
    private final ProgrammeCatalogue catalogue;
    private final SchoolRegister register;
    private final Contacts contacts;
    private final Clock clock;

    DraftChecks(ProgrammeCatalogue catalogue, SchoolRegister register, Contacts contacts, Clock clock) {
        this.catalogue = catalogue;
        this.register = register;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What the programme asks of the application. */
    Terms terms(Application application) {
        return application.kind().isLead() ? Terms.of(catalogue.leadOffer(application.programme()))
                : Terms.of(catalogue.offer(application.programme(), application.pathway(), application.cohort()));
    }

    Readiness readiness(Application application) {
        List<String> named = application.schools().stream().map(NamedSchool::urn).toList();
        return Readiness.of(new Readiness.Contents(application.kind(), application.answers(), contacts.count(application.id()), named, strangers(application, named),
                application.evidence()), terms(application));
    }

    private Set<String> strangers(Application application, List<String> named) {
        if (named.isEmpty()) {
            return Set.of();
        }
        Set<String> ofTrust = register.schoolsOf(new TrustUid(application.trustUid()), LondonDates.today(clock)).stream().map(RegisteredSchool::urn)
                .map(Object::toString).collect(Collectors.toSet());
        return named.stream().filter(urn -> !ofTrust.contains(urn)).collect(Collectors.toSet());
    }

    /** Submission and the day until which it is possible; nothing once it is not possible any more. */
    List<NextStep> next(Application application) {
        Terms terms = terms(application);
        return Window.lastDay(terms, clock.instant()).map(day -> List.of(new NextStep("submission", "The applicant completes and submits the application.",
                application.kind().isTrust() ? Roles.TRUST : Roles.SCHOOL, day))).orElse(List.of());
    }

    /** What the applicant may do with it and, for what it may not, why. */
    List<Action> actions(Application application) {
        List<Action> actions = new ArrayList<>();
        if (application.kind() == ApplicationKind.INVITED_SCHOOL) {
            actions.add(byState(application, "confirmation", ApplicationAct.CONFIRM, IntakeError.INVITATION_ANSWERED));
            actions.add(byState(application, "refusal", ApplicationAct.REFUSE, IntakeError.INVITATION_ANSWERED));
            actions.add(byState(application, "leaders", ApplicationAct.NAME_LEADERS, ApplicationError.APPLICATION_FROZEN));
            return actions;
        }
        actions.add(byState(application, application.kind().isLead() ? "evidence" : "answers", ApplicationAct.ANSWER, ApplicationError.APPLICATION_FROZEN));
        if (application.kind() == ApplicationKind.PARTNER_TRUST) {
            actions.add(byState(application, "schools", ApplicationAct.ANSWER, ApplicationError.APPLICATION_FROZEN));
        }
        actions.add(byState(application, "leaders", ApplicationAct.NAME_LEADERS, ApplicationError.APPLICATION_FROZEN));
        actions.add(submission(application));
        return actions;
    }

    private Action submission(Application application) {
        if (application.state() != ApplicationState.DRAFT) {
            return byState(application, "submission", ApplicationAct.SUBMIT, ApplicationError.APPLICATION_FROZEN);
        }
        String href = href(application, "submission");
        if (!readiness(application).ready()) {
            return Action.refused("submission", href, ApplicationError.NOT_READY, "Something is missing: see " + href(application, "readiness") + ".");
        }
        return Window.refusal(terms(application), clock.instant()).map(problem -> Action.refused("submission", href, problem.error(), problem.detail()))
                .orElseGet(() -> Action.allowed("submission", href));
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
