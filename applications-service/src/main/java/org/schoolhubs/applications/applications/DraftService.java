package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.applications.eligibility.EligibilityService;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.Precondition;

/** Begins applications and fills them in. */
@ApplicationScoped
class DraftService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final ProgrammeCatalogue catalogue;
    private final EligibilityService eligibility;
    private final Contacts contacts;
    private final Journal journal;
    private final Clock clock;
    private final Period keepContacts;

    DraftService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, ProgrammeCatalogue catalogue, EligibilityService eligibility,
            Contacts contacts, Journal journal, Clock clock, @ConfigProperty(name = "schoolhubs.contacts.keep-after-end") Period keepContacts) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.catalogue = catalogue;
        this.eligibility = eligibility;
        this.contacts = contacts;
        this.journal = journal;
        this.clock = clock;
        this.keepContacts = keepContacts;
    }

    /**
     * Begins a draft. Possible before the window opens; not for a school that is not the caller's.
     *
     * @throws Problem 404 {@code school-not-found}, 409 {@code draft-exists}, {@code programme-closed}, 422 for a programme, pathway or cohort that does not fit
     */
    @Transactional
    ApplicationView begin(ApplicationRequests.NewApplication wanted) {
        RegisteredSchool school = access.schoolToApplyFor(wanted.urn());
        eligibility.requireForSchools(wanted.programme(), wanted.pathway());
        PathwayOffer offer = catalogue.offer(wanted.programme(), wanted.pathway(), wanted.cohort());
        Window.programmeClosed(offer, clock.instant()).ifPresent(DraftService::refuse);
        Application application = Application.begin(offer, wanted.urn(), school.name(), clock.instant());
        applications.persist(application);
        applications.settle();
        journal.append(Entry.of(application, "Application").event("ApplicationBegun").changed("state"));
        return views.of(application);
    }

    /** Saves the answers of a draft, complete or not. */
    @Transactional
    ApplicationView answer(UUID id, Precondition precondition, Answers answers) {
        Application application = access.own(id);
        precondition.check(application);
        application.answer(answers);
        journal.append(Entry.of(application, "Application").event("ApplicationAnswered").changed("motivation", "improvementFocus"));
        return views.of(application);
    }

    /**
     * Names the leaders in place of those named before; possible until the application ends. Once submitted, as many as the pathway asks for.
     *
     * @throws Problem 400 for two of one address, 409 {@code application-frozen}, 422 {@code not-ready}
     */
    @Transactional
    ApplicationView nameLeaders(UUID id, Precondition precondition, List<NamedLeader> leaders) {
        Application application = access.own(id);
        precondition.check(application);
        PathwayOffer offer = catalogue.offer(application.programme(), application.pathway(), application.cohort());
        requireDifferent(leaders);
        application.leadersNamed(clock.instant());
        if (application.state() != ApplicationState.DRAFT && leaders.size() < offer.leadersRequired()) {
            throw Problem.of(ApplicationError.NOT_READY, "A submitted application names %d senior leaders.".formatted(offer.leadersRequired()))
                    .at("/leaders", "leaders-missing", "Name %d.".formatted(offer.leadersRequired()));
        }
        LocalDate keepUntil = offer.cohortEndsOn().plus(keepContacts);
        contacts.name(id, leaders, keepUntil);
        journal.append(Entry.of(application, "Application").event("LeadersNamed").changed("leaders"));
        return views.of(application);
    }

    /** The leaders of an application. Personal data: that they were read is itself recorded. */
    @Transactional
    List<NamedLeader> readLeaders(UUID id) {
        Application application = access.readable(id);
        journal.append(Entry.of(application, "Application").event("LeadersRead"));
        return contacts.leaders(id);
    }

    private static void requireDifferent(List<NamedLeader> leaders) {
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < leaders.size(); i++) {
            if (!addresses.add(leaders.get(i).email().toLowerCase(Locale.ROOT))) {
                throw Problem.of(CommonError.INVALID, "Name different people, each with their own e-mail address.")
                        .at("/leaders/%d/email".formatted(i), "email-twice", "Another leader has this address.");
            }
        }
    }

    private static void refuse(Problem problem) {
        throw problem;
    }
}
