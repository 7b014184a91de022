package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Reads the catalogue and adds cohorts to it. What others need of it they ask here. */
@ApplicationScoped
public class ProgrammeCatalogue {
    /** They see drafts, who made what, and why. */
    private static final String[] INSIDERS = {Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR};
    private final ProgrammeRepository programmes;
    private final CohortVersions cohortVersions;
    private final RuledPathways ruledPathways;
    private final CataloguePublication publication;
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    ProgrammeCatalogue(ProgrammeRepository programmes, CohortVersions cohortVersions, RuledPathways ruledPathways, CataloguePublication publication,
            EntityManager entities, Journal journal, Caller caller, Clock clock) {
        this.programmes = programmes;
        this.cohortVersions = cohortVersions;
        this.ruledPathways = ruledPathways;
        this.publication = publication;
        this.entities = entities;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<ProgrammeView> list(PageRequest page, ProgrammeState state) {
        Instant now = clock.instant();
        Map<String, String> successors = programmes.successors();
        ListQuery<Programme> query = ListQuery.of(entities, Programme.class).filter("e.state = :state", "state", state);
        if (!caller.hasAny(INSIDERS)) {
            query.restrict("e.state <> :draft", Map.of("draft", ProgrammeState.DRAFT));
        }
        return query.fetch(page, programme -> ProgrammeView.of(programme, programme.inForce(now), replaces(programme, successors), null, now));
    }

    /**
     * One programme with its terms as they are now, or were or will be on a day.
     *
     * @param asOn the terms in force at the end of that day (Europe/London); null for now
     * @throws Problem 404 without such a programme, for a draft that one may not see, and for a day before its first version
     */
    @Transactional
    ProgrammeView get(String code, LocalDate asOn) {
        Programme programme = visible(code);
        Instant now = clock.instant();
        Instant moment = asOn == null ? now : asOn.plusDays(1).atStartOfDay(LondonDates.LONDON).toInstant().minusNanos(1);
        ProgrammeVersion version = programme.inForceAt(moment).orElseThrow(() -> Problem.notFound("programme", code + " as on " + asOn));
        return ProgrammeView.of(programme, version, replaces(programme, programmes.successors()), actions(programme), now);
    }

    /** Every version of the terms, oldest first, with who, when and why. */
    @Transactional
    Page<VersionView> versions(String code) {
        Programme programme = visible(code);
        return new Page<>(VersionView.of(programme, clock.instant()), null, null);
    }

    @Transactional
    VersionView version(String code, int number) {
        return VersionView.of(visible(code), clock.instant()).stream().filter(one -> one.number() == number).findFirst()
                .orElseThrow(() -> Problem.notFound("version", number));
    }

    @Transactional
    List<HistoryEntry> history(String code) {
        return journal.history(CataloguePublication.AGGREGATE, visible(code).id());
    }

    /** @param windowOpen only cohorts that take applications now, or only those that do not; null for all */
    @Transactional
    Page<CohortView> cohorts(String programmeCode, Boolean windowOpen, PageRequest page) {
        Programme programme = visible(programmeCode);
        Instant now = clock.instant();
        ListQuery<Cohort> query = ListQuery.of(entities, Cohort.class).restrict("e.programme = :programme", Map.of("programme", programme));
        if (windowOpen != null) {
            String open = programme.takesApplications(now) ? "e.windowOpensAt <= :now and e.windowClosesAt > :now" : "1 = 0 and e.windowClosesAt > :now";
            query.restrict(windowOpen ? open : "not (" + open + ")", Map.of("now", now));
        }
        return query.fetch(page, cohort -> CohortView.of(cohort, now));
    }

    @Transactional
    CohortView cohort(String programmeCode, String cohortCode) {
        return CohortView.of(existing(programmeCode, cohortCode), clock.instant());
    }

    /** Every version of what a cohort offers, oldest first, with who, when and why. */
    @Transactional
    Page<CohortVersionView> cohortVersions(String programmeCode, String cohortCode) {
        return new Page<>(cohortVersions.of(existing(programmeCode, cohortCode)), null, null);
    }

    @Transactional
    CohortVersionView cohortVersion(String programmeCode, String cohortCode, int number) {
        return cohortVersions.of(existing(programmeCode, cohortCode)).stream().filter(one -> one.number() == number).findFirst()
                .orElseThrow(() -> Problem.notFound("version", number));
    }

    @Transactional
    List<HistoryEntry> cohortHistory(String programmeCode, String cohortCode) {
        return journal.history("Cohort", existing(programmeCode, cohortCode).id());
    }

    private Cohort existing(String programmeCode, String cohortCode) {
        return programmes.cohort(visible(programmeCode), cohortCode).orElseThrow(() -> Problem.notFound("cohort", cohortCode));
    }

    /**
     * Opens a cohort and publishes the programme's full state. Nobody relies on it yet, so one person is enough.
     *
     * @throws Problem 404 without such a programme, 409 {@code cohort-exists}, {@code programme-closed}, {@code rules-missing}, 422 {@code window-invalid},
     *                 {@code pathway-unknown}, {@code cohort-invalid}
     */
    @Transactional
    CohortView open(String programmeCode, NewCohort wanted) {
        Programme programme = programmes.held(programmeCode);
        Instant now = clock.instant();
        requireNotEnded(programme);
        Validity.require(wanted.terms(), programme.inForce(now));
        ruledPathways.require(programme, programme.inForce(now), wanted.terms(), now);
        if (programmes.cohort(programme, wanted.code()).isPresent()) {
            throw Problem.of(ApplicationError.COHORT_EXISTS, "Choose another code than %s, or read the cohort that has it.".formatted(wanted.code()))
                    .at("/code", "cohort-exists", "Each cohort of a programme has its own code.");
        }
        Cohort cohort = new Cohort(programme, wanted.code(), wanted.terms(), now);
        long before = programme.version();
        entities.persist(cohort);
        entities.flush();
        cohortVersions.first(cohort, caller.subject(), wanted.reason(), now);
        journal.append(Entry.of(cohort, "Cohort").event("CohortOpened"));
        publication.publish(programme, before, "cohort-opened", now, "cohorts");
        return CohortView.of(cohort, now);
    }

    /**
     * A pathway of a cohort, as an application needs it, by the terms that are in force now.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}, {@code cohort-unknown}, {@code pathway-not-in-cohort}
     */
    @Transactional
    public PathwayOffer offer(String programmeCode, String pathwayCode, String cohortCode) {
        return offerAt(programmeCode, pathwayCode, cohortCode, clock.instant());
    }

    /**
     * As {@link #offer}, by the terms that were in force at an instant: an application is judged by those of its submission.
     *
     * @throws Problem 422 {@code programme-unknown} (also before the programme's first version), {@code pathway-unknown}, {@code cohort-unknown},
     *                 {@code pathway-not-in-cohort}
     */
    @Transactional
    public PathwayOffer offerAt(String programmeCode, String pathwayCode, String cohortCode, Instant instant) {
        Programme programme = known(programmeCode);
        ProgrammeVersion version = programme.inForceAt(instant).orElseThrow(ProgrammeCatalogue::unknown);
        Pathway pathway = known(programme, version, pathwayCode);
        Cohort cohort = programmes.cohort(programme, cohortCode).orElseThrow(() ->
                Problem.of(ApplicationError.COHORT_UNKNOWN, "Choose a cohort from GET /v1/programmes/%s/cohorts.".formatted(programmeCode))
                        .at("/cohort", "cohort-unknown", "No cohort has this code."));
        if (!cohort.offers(pathwayCode)) {
            throw Problem.of(ApplicationError.PATHWAY_NOT_IN_COHORT,
                    "Cohort %s does not offer %s: choose another of its pathways.".formatted(cohortCode, pathwayCode))
                    .at("/pathway", "pathway-not-in-cohort", "The cohort lists what it offers.");
        }
        return PathwayOffer.of(programme, version, pathway, cohort);
    }

    /**
     * What a programme asks of those who want to lead a hub, by the terms that are in force now.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code programme-without-leads}
     */
    @Transactional
    public LeadOffer leadOffer(String programmeCode) {
        Programme programme = known(programmeCode);
        ProgrammeVersion version = programme.inForce(clock.instant());
        ProgrammeTerms.LeadWindow window = version.leadWindow();
        if (window == null) {
            throw Problem.of(ApplicationError.PROGRAMME_WITHOUT_LEADS, "Choose a programme whose leadApplications is not null.")
                    .at("/programme", "programme-without-leads", "The programme takes no applications to lead a hub.");
        }
        return new LeadOffer(programme.code(), programme.lastDay(version), version.subjects(), window.opensAt(), window.closesAt(), window.leadersRequired());
    }

    /** Name of a programme, for people; empty for a code that nobody knows. */
    @Transactional
    public Optional<String> nameOf(String programmeCode) {
        return programmes.byCode(programmeCode).map(programme -> programme.inForce(clock.instant()).name());
    }

    /** @throws Problem 422 {@code programme-unknown} */
    @Transactional
    public void requireKnown(String programmeCode) {
        known(programmeCode);
    }

    /**
     * How partners come into a pathway, and of which kind they are, by the terms that are in force now. Of drafts, too: their rules are written before they are
     * published.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}
     */
    @Transactional
    public PathwayAccess access(String programmeCode, String pathwayCode) {
        Programme programme = programmes.byCode(programmeCode).orElseThrow(ProgrammeCatalogue::unknown);
        Pathway pathway = known(programme, programme.inForce(clock.instant()), pathwayCode);
        return new PathwayAccess(pathway.partnerKind(), pathway.entry());
    }

    /**
     * The cohort that an expression of interest waits for: of those that offer the pathway and whose window has not closed, the one that opens first. None
     * where the programme takes no applications any more: {@link #successor} may know a way on.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}
     */
    @Transactional
    public Optional<PathwayOffer> nextCohort(String programmeCode, String pathwayCode, Instant now) {
        Programme programme = known(programmeCode);
        ProgrammeVersion version = programme.inForce(now);
        Pathway pathway = known(programme, version, pathwayCode);
        if (!programme.takesApplications(now)) {
            return Optional.empty();
        }
        return programmes.cohortsNotClosed(programme, now).stream().filter(cohort -> cohort.offers(pathwayCode)).findFirst()
                .map(cohort -> PathwayOffer.of(programme, version, pathway, cohort));
    }

    /**
     * Whether a pathway takes expressions of interest, and what becomes of its programme.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}
     */
    @Transactional
    public InterestOffer interest(String programmeCode, String pathwayCode) {
        Programme programme = known(programmeCode);
        ProgrammeVersion version = programme.inForce(clock.instant());
        Pathway pathway = known(programme, version, pathwayCode);
        String successor = successor(programmeCode).map(Successor::programme).orElse(null);
        return new InterestOffer(programme.code(), pathway.code(), pathway.partnerKind(), pathway.expressionsOfInterest() && pathway.entry() != EntryRoute.SELECTION,
                programme.lastDay(version), successor);
    }

    /**
     * The programme that takes the place of another, if one is set. Where that one was itself replaced meanwhile, the one at the end of the row: what waits is
     * never offered to a programme that takes nobody.
     *
     * @throws Problem 422 {@code programme-unknown}
     */
    @Transactional
    public Optional<Successor> successor(String programmeCode) {
        Programme programme = known(programmeCode);
        if (programme.replacedBy() == null) {
            return Optional.empty();
        }
        Programme last = known(programme.replacedBy());
        while (last.state() == ProgrammeState.REPLACED) {
            last = known(last.replacedBy());
        }
        return Optional.of(new Successor(last.code(), programme.replacedOn(), programme.state() == ProgrammeState.REPLACED));
    }

    private List<Action> actions(Programme programme) {
        if (!caller.has(Roles.PROGRAMME_TEAM)) {
            return null;
        }
        return List.of(action(programme, ProgrammeLifecycle.Act.PUBLISH, "publication"), action(programme, ProgrammeLifecycle.Act.CLOSE, "closure"),
                action(programme, ProgrammeLifecycle.Act.REPLACE, "replacement"));
    }

    private static Action action(Programme programme, ProgrammeLifecycle.Act act, String noun) {
        String href = "/v1/programmes/%s/%s".formatted(programme.code(), noun);
        return ProgrammeLifecycle.TABLE.next(programme.state(), act).isPresent() ? Action.allowed(noun, href)
                : Action.refused(noun, href, CommonError.TRANSITION_IMPOSSIBLE, "Not possible in state %s.".formatted(programme.state()));
    }

    private static List<String> replaces(Programme programme, Map<String, String> successors) {
        return successors.entrySet().stream().filter(one -> one.getValue().equals(programme.code())).map(Map.Entry::getKey).sorted().toList();
    }

    private static void requireNotEnded(Programme programme) {
        if (programme.state() == ProgrammeState.CLOSED || programme.state() == ProgrammeState.REPLACED) {
            throw Problem.of(ApplicationError.PROGRAMME_CLOSED,
                    "%s is %s: open the cohort in a programme that takes applications.".formatted(programme.code(), programme.state()));
        }
    }

    private Programme visible(String code) {
        return programmes.byCode(code).filter(one -> one.state() != ProgrammeState.DRAFT || caller.hasAny(INSIDERS))
                .orElseThrow(() -> Problem.notFound("programme", code));
    }

    private Programme known(String code) {
        return programmes.byCode(code).filter(one -> one.state() != ProgrammeState.DRAFT).orElseThrow(ProgrammeCatalogue::unknown);
    }

    private static Problem unknown() {
        return Problem.of(ApplicationError.PROGRAMME_UNKNOWN, "Choose a programme from GET /v1/programmes.")
                .at("/programme", "programme-unknown", "No programme has this code.");
    }

    private static Pathway known(Programme programme, ProgrammeVersion version, String code) {
        return version.pathway(code).orElseThrow(() ->
                Problem.of(ApplicationError.PATHWAY_UNKNOWN, "Choose a pathway from GET /v1/programmes/%s.".formatted(programme.code()))
                        .at("/pathway", "pathway-unknown", "The programme has no pathway of this code."));
    }
}
