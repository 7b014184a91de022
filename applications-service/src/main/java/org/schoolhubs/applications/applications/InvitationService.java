package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.applications.selection.SelectedSchool;
import org.schoolhubs.applications.selection.SelectionListHeader;
import org.schoolhubs.applications.selection.SelectionLists;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Precondition;

/** Invites the schools that the Department selected; each confirms, refuses, or lets the day pass. */
@ApplicationScoped
class InvitationService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final DraftChecks checks;
    private final LeaderNaming leaderNaming;
    private final SubmissionService submissions;
    private final SelectionLists lists;
    private final ProgrammeCatalogue catalogue;
    private final SchoolRegister register;
    private final Journal journal;
    private final Clock clock;

    InvitationService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, DraftChecks checks, LeaderNaming leaderNaming,
            SubmissionService submissions, SelectionLists lists, ProgrammeCatalogue catalogue, SchoolRegister register, Journal journal, Clock clock) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.checks = checks;
        this.leaderNaming = leaderNaming;
        this.submissions = submissions;
        this.lists = lists;
        this.catalogue = catalogue;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Invites every school of a current list that has not been invited to that cohort yet. Again, it invites nobody twice.
     *
     * @throws Problem 404 for an unknown list, 409 {@code selection-list-not-current}, {@code programme-closed}, 422 {@code confirm-by-past}
     */
    @Transactional
    InvitationsView invite(UUID listId, LocalDate confirmBy) {
        // Held before it is read: a list that is taken back meanwhile is current no more.
        applications.holdInvitations(listId);
        SelectionListHeader list = lists.header(listId).orElseThrow(() -> Problem.notFound("selection list", listId));
        requireCurrent(list);
        requireFuture(confirmBy);
        PathwayOffer offer = catalogue.offer(list.programme(), list.pathway(), list.cohort());
        Window.programmeClosed(Terms.of(offer), clock.instant()).ifPresent(problem -> {
            throw problem;
        });
        List<InvitationsView.Invited> invited = new ArrayList<>();
        List<InvitationsView.NotInvited> others = new ArrayList<>();
        for (SelectedSchool selected : lists.of(listId)) {
            Optional<String> hindrance = hindrance(selected, listId, offer);
            hindrance.ifPresentOrElse(code -> others.add(new InvitationsView.NotInvited(selected.urn().value(), code)), () -> invited.add(invite(offer, selected, confirmBy)));
        }
        return new InvitationsView(listId, confirmBy, invited, others);
    }

    /**
     * The invited school takes part: its leaders and declaration; judged and, where the pathway says so, accepted like a submitted application.
     *
     * @throws Problem 409 {@code invitation-answered}, {@code invitation-lapsed}, {@code overlapping-application}, 422 {@code not-ready}
     */
    @Transactional
    ApplicationView confirm(UUID id, Precondition precondition, ApplicationRequests.Confirmation confirmation) {
        Application application = access.own(id);
        precondition.check(application);
        application.requireConfirmable(LondonDates.today(clock));
        Terms terms = checks.terms(application);
        leaderNaming.first(application, terms, confirmation.leaders());
        submissions.complete(application, terms, confirmation.declaration().acceptedBy());
        return views.of(application);
    }

    /** @throws Problem 409 {@code invitation-answered} */
    @Transactional
    ApplicationView refuse(UUID id, Precondition precondition, InvitationRefusalReason reason) {
        Application application = access.own(id);
        precondition.check(application);
        application.refuse(reason, LondonDates.today(clock));
        tell(application, "InvitationRefused", reason.name());
        return views.of(application);
    }

    /** Ends an invitation whose day has passed; nothing where it was answered in time. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void lapse(UUID id) {
        Application application = applications.locked(id);
        if (application.lapse(LondonDates.today(clock))) {
            tell(application, "InvitationLapsed", "not-confirmed-in-time");
        }
    }

    private Optional<String> hindrance(SelectedSchool selected, UUID listId, PathwayOffer offer) {
        if (applications.isInvited(listId, selected.urn(), offer)) {
            return Optional.of("already-invited");
        }
        return register.find(selected.urn()).filter(school -> school.status().isOpen()).isEmpty() ? Optional.of("school-not-open") : Optional.empty();
    }

    private InvitationsView.Invited invite(PathwayOffer offer, SelectedSchool selected, LocalDate confirmBy) {
        String name = register.find(selected.urn()).map(RegisteredSchool::name).orElseThrow();
        Application application = Application.invite(offer, selected, name, confirmBy, clock.instant());
        applications.persist(application);
        tell(application, "SchoolInvited", "selection-list");
        return new InvitationsView.Invited(selected.urn().value(), application.id());
    }

    private void tell(Application application, String event, String reasonCode) {
        journal.append(Entry.of(application, "Application").event(event).changed("state").because(reasonCode)
                .publish(ApplicationEvents.TOPIC, application.id(), ApplicationEvents.Invitation.of(application)));
    }

    private static void requireCurrent(SelectionListHeader list) {
        if (!list.current()) {
            throw Problem.of(IntakeError.LIST_NOT_CURRENT, "Invite from the current list of %s %s %s.".formatted(list.programme(), list.pathway(), list.cohort()));
        }
    }

    private void requireFuture(LocalDate confirmBy) {
        if (confirmBy.isBefore(LondonDates.today(clock))) {
            throw Problem.of(IntakeError.CONFIRM_BY_PAST, "Give the schools a day to come.").at("/confirmBy", "confirm-by-past", "Must be today or later.");
        }
    }
}
