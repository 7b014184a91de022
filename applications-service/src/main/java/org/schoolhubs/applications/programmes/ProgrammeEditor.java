package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.schoolhubs.applications.programmes.CatalogueChange.Wish;
import org.schoolhubs.applications.programmes.ProgrammeLifecycle.Act;
import org.schoolhubs.applications.programmes.rules.CatalogueDocument;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.applications.programmes.rules.Standing;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Precondition;

/**
 * Makes programmes and changes them. Each change answers with the proposal that waits for a second person, or with nothing: then it was made, and the catalogue
 * shows it.
 */
@ApplicationScoped
class ProgrammeEditor {
    private final ProgrammeRepository programmes;
    private final ChangeService changes;
    private final Successors successors;
    private final RuledPathways ruledPathways;
    private final CataloguePublication publication;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    ProgrammeEditor(ProgrammeRepository programmes, ChangeService changes, Successors successors, RuledPathways ruledPathways, CataloguePublication publication,
            Journal journal, Caller caller, Clock clock) {
        this.programmes = programmes;
        this.changes = changes;
        this.successors = successors;
        this.ruledPathways = ruledPathways;
        this.publication = publication;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Drafts a programme.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code programme-exists}, 422 {@code programme-invalid}
     */
    @Transactional
    void draft(NewProgramme wanted) {
        caller.requirePerson();
        Validity.require(wanted.terms());
        if (programmes.byCode(wanted.code()).isPresent()) {
            throw exists(wanted.code());
        }
        Instant now = clock.instant();
        Programme programme = new Programme(wanted.code(), now);
        programme.revise(new ProgrammeVersion.Making(wanted.terms(), null, caller.subject(), null, null, wanted.reason()), now);
        try {
            programmes.persistAndFlush(programme);
        } catch (ConstraintViolationException draftedMeanwhile) {
            throw exists(wanted.code());
        }
        journal.append(Entry.of(programme, CataloguePublication.AGGREGATE).event(ProgrammeUpdated.TYPE).because("drafted")
                .publish(ProgrammeUpdated.TOPIC, programme.code(), ProgrammeUpdated.of(programme, programme.inForce(now), programmes.cohorts(programme))));
    }

    /**
     * Puts a draft into the catalogue. It is not open before, so one person is enough.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code transition-impossible}
     */
    @Transactional
    void publish(String code, Precondition precondition) {
        Programme programme = held(code, precondition);
        long before = programme.version();
        programme.publish();
        publication.publish(programme, before, "published", clock.instant(), "state");
    }

    /**
     * Sets other terms, at once or from a later day.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code transition-impossible}, {@code version-scheduled}, {@code change-refused},
     *                 422 {@code programme-invalid}, {@code valid-from-past}
     */
    @Transactional
    Optional<ChangeView> revise(String code, Precondition precondition, ProgrammeRequest wanted) {
        Programme programme = held(code, precondition);
        Instant now = clock.instant();
        ProgrammeTerms terms = wanted.terms();
        Validity.require(terms);
        requireToCome(wanted.validFrom(), LondonDates.dayOf(now));
        programme.requireRevisable(now);
        return change(programme, new Wish(ChangeKind.TERMS, null, wanted.validFrom(), wanted.reason(), caller.subject()),
                programme.inForce(now).terms(), terms);
    }

    /**
     * Sets other terms of a cohort.
     *
     * @throws Problem 403 {@code person-required}, 404 without such a cohort, 409 {@code change-refused}, {@code transition-impossible},
     *                 {@code rules-missing}, 422 {@code window-invalid}, {@code pathway-unknown}, {@code cohort-invalid}
     */
    @Transactional
    Optional<ChangeView> changeCohort(String code, String cohortCode, Precondition precondition, CohortRequest wanted) {
        caller.requirePerson();
        Programme programme = programmes.held(code);
        Cohort cohort = programmes.cohort(programme, cohortCode).orElseThrow(() -> Problem.notFound("cohort", cohortCode));
        precondition.check(cohort);
        ProgrammeLifecycle.TABLE.require(programme.state(), Act.CHANGE);
        CohortTerms terms = wanted.terms();
        ProgrammeVersion version = programme.inForce(clock.instant());
        Validity.require(terms, version);
        ruledPathways.require(programme, version, terms, clock.instant());
        return change(programme, new Wish(ChangeKind.COHORT, cohortCode, null, wanted.reason(), caller.subject()), cohort.terms(), terms);
    }

    /**
     * Takes no new applications any more; what runs goes on to its end.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code transition-impossible}
     */
    @Transactional
    Optional<ChangeView> close(String code, Precondition precondition, String reason) {
        Programme programme = held(code, precondition);
        ProgrammeState closed = ProgrammeLifecycle.TABLE.require(programme.state(), Act.CLOSE);
        return change(programme, new Wish(ChangeKind.CLOSURE, null, null, reason, caller.subject()), programme.standing(),
                new Standing(closed, programme.replacedBy(), programme.replacedOn()));
    }

    /**
     * Sets the programme that takes the place of this one, and the day.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code transition-impossible},
     *                 422 {@code successor-invalid}, {@code replacement-past}
     */
    @Transactional
    Optional<ChangeView> replace(String code, Precondition precondition, ReplacementRequest wanted) {
        caller.requirePerson();
        programmes.lockAll();
        Programme programme = held(code, precondition);
        ProgrammeLifecycle.TABLE.require(programme.state(), Act.REPLACE);
        successors.require(programme, wanted.successor());
        if (wanted.on().isBefore(LondonDates.today(clock))) {
            throw Problem.of(ProgrammeError.REPLACEMENT_PAST, "Give today or a day to come.").at("/on", "replacement-past", "The day is over.");
        }
        return change(programme, new Wish(ChangeKind.REPLACEMENT, null, null, wanted.reason(), caller.subject()), programme.standing(),
                new Standing(programme.state(), wanted.successor(), wanted.on()));
    }

    /**
     * Cancels a version that is to come: what is in force stays so, which needs no second person.
     *
     * @throws Problem 403 {@code person-required}, 404 without such a version, 409 {@code version-in-force}
     */
    @Transactional
    void cancel(String code, int number, Precondition precondition) {
        Programme programme = held(code, precondition);
        long before = programme.version();
        ProgrammeVersion version = programme.versions().stream().filter(one -> one.number() == number).findFirst()
                .orElseThrow(() -> Problem.notFound("version", number));
        version.cancel(caller.subject(), clock.instant());
        programmes.countChange(programme, before);
        journal.append(Entry.of(programme, CataloguePublication.AGGREGATE).event("ProgrammeTermsCancelled"));
    }

    private Optional<ChangeView> change(Programme programme, Wish wish, CatalogueDocument before,
            CatalogueDocument after) {
        return Optional.ofNullable(changes.make(programme, wish, before, after));
    }

    private Programme held(String code, Precondition precondition) {
        caller.requirePerson();
        Programme programme = programmes.held(code);
        precondition.check(programme);
        return programme;
    }

    private static void requireToCome(LocalDate validFrom, LocalDate today) {
        if (validFrom != null && validFrom.isBefore(today)) {
            throw Problem.of(ProgrammeError.VALID_FROM_PAST, "Give today, a day to come, or leave it out for at once: what was in force is not rewritten.")
                    .at("/validFrom", "valid-from-past", "The day is over.");
        }
    }

    private static Problem exists(String code) {
        return Problem.of(ProgrammeError.PROGRAMME_EXISTS, "Choose another code than %s: codes are never given again.".formatted(code))
                .at("/code", "programme-exists", "Each programme has its own code.");
    }
}
