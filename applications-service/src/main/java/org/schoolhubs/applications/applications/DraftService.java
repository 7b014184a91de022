package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Precondition;

/** Begins applications and fills them in. */
@ApplicationScoped
class DraftService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final Beginnings beginnings;
    private final DraftChecks checks;
    private final LeaderNaming leaderNaming;
    private final SchoolRegister register;
    private final Contacts contacts;
    private final Journal journal;
    private final Clock clock;

    DraftService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, Beginnings beginnings, DraftChecks checks, LeaderNaming leaderNaming,
            SchoolRegister register, Contacts contacts, Journal journal, Clock clock) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.beginnings = beginnings;
        this.checks = checks;
        this.leaderNaming = leaderNaming;
        this.register = register;
        this.contacts = contacts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Begins a draft. Possible before the window opens; not for a school or trust that is not the caller's.
     *
     * @throws Problem 400 for fields that do not fit the kind, 404 {@code school-not-found}, 409 {@code draft-exists}, {@code programme-closed}, 422 for a programme,
     *                 pathway or cohort that does not fit
     */
    @Transactional
    ApplicationView begin(ApplicationRequests.NewApplication wanted) {
        Application application = beginnings.draft(wanted);
        applications.persist(application);
        applications.settle();
        journal.append(Entry.of(application, "Application").event("ApplicationBegun").changed("state"));
        return views.of(application);
    }

    /** Saves the answers of a partner's draft, complete or not. */
    @Transactional
    ApplicationView answer(UUID id, Precondition precondition, Answers answers) {
        Application application = own(id, precondition);
        application.answer(answers);
        journal.append(Entry.of(application, "Application").event("ApplicationAnswered").changed("motivation", "improvementFocus"));
        return views.of(application);
    }

    /**
     * Names the schools of a partner trust in place of those named before.
     *
     * @throws Problem 409 {@code not-of-this-kind}, {@code application-frozen}, 422 {@code school-not-of-trust}, {@code school-named-twice}
     */
    @Transactional
    ApplicationView nameSchools(UUID id, Precondition precondition, ApplicationRequests.Schools wanted) {
        Application application = own(id, precondition);
        application.nameSchools(application.kind() == ApplicationKind.PARTNER_TRUST ? named(application, wanted) : List.of());
        journal.append(Entry.of(application, "Application").event("SchoolsNamed").changed("schools"));
        return views.of(application);
    }

    /**
     * Saves the evidence of one who wants to lead, complete or not.
     *
     * @throws Problem 409 {@code not-of-this-kind}, {@code application-frozen}, 422 {@code school-not-of-trust}
     */
    @Transactional
    ApplicationView giveEvidence(UUID id, Precondition precondition, LeadEvidence evidence) {
        Application application = own(id, precondition);
        RegisteredSchool lead = evidence.leadUrn() == null ? null : leadSchool(application, evidence.leadUrn());
        application.giveEvidence(evidence, lead);
        journal.append(Entry.of(application, "Application").event("LeadEvidenceGiven")
                .changed("practiceStatement", "collaborationRecord", "references", "phases", "places", "leadUrn"));
        return views.of(application);
    }

    /**
     * Names the leaders in place of those named before; possible until the application ends. Once submitted, as many as are asked for.
     *
     * @throws Problem 400 for two of one address, 409 {@code application-frozen}, 422 {@code not-ready}
     */
    @Transactional
    ApplicationView nameLeaders(UUID id, Precondition precondition, List<NamedLeader> leaders) {
        Application application = own(id, precondition);
        leaderNaming.replace(application, checks.terms(application), leaders);
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

    private Application own(UUID id, Precondition precondition) {
        Application application = access.own(id);
        precondition.check(application);
        return application;
    }

    private List<NamedSchool> named(Application application, ApplicationRequests.Schools wanted) {
        List<NamedSchool> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.urns().size(); i++) {
            String urn = wanted.urns().get(i);
            if (!seen.add(urn)) {
                throw Problem.of(IntakeError.SCHOOL_NAMED_TWICE, "Name each school once.").at("/urns/" + i, "school-named-twice", urn + " stands there before.");
            }
            SchoolRole role = urn.equals(wanted.extendedPlanUrn()) ? SchoolRole.EXTENDED_PLAN : SchoolRole.PARTNER;
            named.add(new NamedSchool(urn, ofTrust(application, urn, "/urns/" + i).name(), role));
        }
        if (wanted.extendedPlanUrn() != null && !seen.contains(wanted.extendedPlanUrn())) {
            throw Problem.of(IntakeError.SCHOOL_NOT_OF_TRUST, "Choose the school of the extended plan from the schools that you name.")
                    .at("/extendedPlanUrn", "school-not-of-trust", "Not one of urns.");
        }
        return named;
    }

    private RegisteredSchool leadSchool(Application application, String urn) {
        if (application.kind() != ApplicationKind.LEAD_TRUST) {
            throw Problem.of(IntakeError.NOT_OF_THIS_KIND, "Only a trust names the school of the hub: a school that applies leads itself.")
                    .at("/leadUrn", "not-of-this-kind", "Leave it out.");
        }
        return ofTrust(application, urn, "/leadUrn");
    }

    private RegisteredSchool ofTrust(Application application, String urn, String pointer) {
        LocalDate today = LondonDates.today(clock);
        Optional<RegisteredSchool> school = register.trustOf(new Urn(urn), today).filter(new TrustUid(application.trustUid())::equals)
                .flatMap(trust -> register.find(new Urn(urn)));
        return school.orElseThrow(() -> Problem.of(IntakeError.SCHOOL_NOT_OF_TRUST,
                        "Name schools that the register has in %s today.".formatted(application.trustName()))
                .at(pointer, "school-not-of-trust", "%s is not one of them.".formatted(urn)));
    }
}
