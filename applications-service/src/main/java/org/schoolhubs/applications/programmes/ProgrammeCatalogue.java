package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Reads the catalogue and adds cohorts to it. */
@ApplicationScoped
public class ProgrammeCatalogue {
    private final ProgrammeRepository programmes;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    ProgrammeCatalogue(ProgrammeRepository programmes, EntityManager entities, Journal journal, Clock clock) {
        this.programmes = programmes;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    Page<ProgrammeView> list(PageRequest page) {
        return ListQuery.of(entities, Programme.class).fetch(page, ProgrammeView::of);
    }

    @Transactional
    ProgrammeView get(String code) {
        return ProgrammeView.of(existing(code));
    }

    @Transactional
    Page<CohortView> cohorts(String programmeCode, PageRequest page) {
        Programme programme = existing(programmeCode);
        return ListQuery.of(entities, Cohort.class).restrict("e.programme = :programme", Map.of("programme", programme))
                .fetch(page, cohort -> CohortView.of(cohort, clock.instant()));
    }

    @Transactional
    CohortView cohort(String programmeCode, String cohortCode) {
        return programmes.cohort(existing(programmeCode), cohortCode).map(cohort -> CohortView.of(cohort, clock.instant()))
                .orElseThrow(() -> Problem.notFound("cohort", cohortCode));
    }

    /**
     * Opens a cohort and publishes the programme's full state.
     *
     * @throws Problem 404 without such a programme, 409 {@code cohort-exists}, 422 {@code window-invalid}, {@code pathway-unknown}
     */
    @Transactional
    CohortView open(String programmeCode, NewCohort wanted) {
        requireWindow(wanted);
        Programme programme = programmes.byCodeForChange(programmeCode).orElseThrow(() -> Problem.notFound("programme", programmeCode));
        requirePathways(programme, wanted.pathways());
        if (programmes.cohort(programme, wanted.code()).isPresent()) {
            throw Problem.of(ApplicationError.COHORT_EXISTS, "Choose another code than %s, or read the cohort that has it.".formatted(wanted.code()))
                    .at("/code", "cohort-exists", "Each cohort of a programme has its own code.");
        }
        Cohort cohort = new Cohort(programme, wanted, clock.instant());
        entities.persist(cohort);
        entities.flush();
        journal.append(Entry.of(cohort, "Cohort").event("CohortOpened"));
        journal.append(Entry.of(programme, "Programme").event("ProgrammeUpdated").changed("cohorts")
                .publish("programmes.v1", programme.code(), ProgrammeUpdated.of(programme, programmes.cohorts(programme))));
        return CohortView.of(cohort, clock.instant());
    }

    /**
     * The pathway of a cohort, for an application.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}, {@code cohort-unknown}, {@code pathway-not-in-cohort}
     */
    @Transactional
    public PathwayOffer offer(String programmeCode, String pathwayCode, String cohortCode) {
        Programme programme = known(programmeCode);
        Pathway pathway = known(programme, pathwayCode);
        Cohort cohort = programmes.cohort(programme, cohortCode).orElseThrow(() ->
                Problem.of(ApplicationError.COHORT_UNKNOWN, "Choose a cohort from GET /v1/programmes/%s/cohorts.".formatted(programmeCode))
                        .at("/cohort", "cohort-unknown", "No cohort has this code."));
        if (!cohort.offers(pathwayCode)) {
            throw Problem.of(ApplicationError.PATHWAY_NOT_IN_COHORT, "Cohort %s does not offer %s: choose another of its pathways.".formatted(cohortCode, pathwayCode))
                    .at("/pathway", "pathway-not-in-cohort", "The cohort lists what it offers.");
        }
        return PathwayOffer.of(programme, pathway, cohort);
    }

    /**
     * What a programme asks of those who want to lead a hub.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code programme-without-leads}
     */
    @Transactional
    public LeadOffer leadOffer(String programmeCode) {
        Programme programme = known(programmeCode);
        if (programme.leadWindowOpensAt() == null) {
            throw Problem.of(ApplicationError.PROGRAMME_WITHOUT_LEADS, "Choose a programme whose leadApplications is not null.")
                    .at("/programme", "programme-without-leads", "The programme takes no applications to lead a hub.");
        }
        return new LeadOffer(programme.code(), programme.takesApplicationsUntil(), programme.subjects(), programme.leadWindowOpensAt(),
                programme.leadWindowClosesAt(), programme.leadLeadersRequired());
    }

    /**
     * How partners come into a pathway, and of which kind they are.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}
     */
    @Transactional
    public PathwayAccess access(String programmeCode, String pathwayCode) {
        Pathway pathway = known(known(programmeCode), pathwayCode);
        return new PathwayAccess(pathway.partnerKind(), pathway.entry());
    }

    /**
     * The cohort that an expression of interest waits for: of those that offer the pathway and whose window has not closed, the one that opens first.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}
     */
    @Transactional
    public Optional<PathwayOffer> nextCohort(String programmeCode, String pathwayCode, Instant now) {
        Programme programme = known(programmeCode);
        Pathway pathway = known(programme, pathwayCode);
        return programmes.cohortsNotClosed(programme, now).stream().filter(cohort -> cohort.offers(pathwayCode)).findFirst()
                .map(cohort -> PathwayOffer.of(programme, pathway, cohort));
    }

    /**
     * Whether a pathway takes expressions of interest, and what becomes of its programme.
     *
     * @throws Problem 422 {@code programme-unknown}, {@code pathway-unknown}
     */
    @Transactional
    public InterestOffer interest(String programmeCode, String pathwayCode) {
        Programme programme = known(programmeCode);
        Pathway pathway = known(programme, pathwayCode);
        return new InterestOffer(programme.code(), pathway.code(), pathway.partnerKind(), pathway.expressionsOfInterest() && pathway.entry() != EntryRoute.SELECTION,
                programme.takesApplicationsUntil(), programme.replacedBy());
    }

    private Programme existing(String code) {
        return programmes.byCode(code).orElseThrow(() -> Problem.notFound("programme", code));
    }

    private Programme known(String code) {
        return programmes.byCode(code).orElseThrow(() -> Problem.of(ApplicationError.PROGRAMME_UNKNOWN, "Choose a programme from GET /v1/programmes.")
                .at("/programme", "programme-unknown", "No programme has this code."));
    }

    private static Pathway known(Programme programme, String code) {
        return programme.pathway(code).orElseThrow(() ->
                Problem.of(ApplicationError.PATHWAY_UNKNOWN, "Choose a pathway from GET /v1/programmes/%s.".formatted(programme.code()))
                        .at("/pathway", "pathway-unknown", "The programme has no pathway of this code."));
    }

    private static void requireWindow(NewCohort wanted) {
        if (!wanted.windowOpensAt().isBefore(wanted.windowClosesAt())) {
            throw Problem.of(ApplicationError.WINDOW_INVALID, "Give a window that closes after it opens.")
                    .at("/windowClosesAt", "window-invalid", "Must be later than windowOpensAt.");
        }
    }

    private static void requirePathways(Programme programme, List<NewCohort.OfferedPathway> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            String code = wanted.get(i).code();
            if (programme.pathway(code).isEmpty() || wanted.stream().filter(other -> other.code().equals(code)).count() > 1) {
                throw Problem.of(ApplicationError.PATHWAY_UNKNOWN, "Name pathways of %s, each once.".formatted(programme.code()))
                        .at("/pathways/%d/code".formatted(i), "pathway-unknown", "Not a pathway of this programme, or named twice.");
            }
        }
    }
}
