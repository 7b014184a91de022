package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.programmes.ChangeLifecycle.Act;
import org.schoolhubs.applications.programmes.ChangeLifecycle.State;
import org.schoolhubs.applications.programmes.rules.CatalogueDocument;
import org.schoolhubs.applications.programmes.rules.ChangeRules;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.applications.programmes.rules.FieldChange;
import org.schoolhubs.applications.programmes.rules.Ruling;
import org.schoolhubs.applications.programmes.rules.Situation;
import org.schoolhubs.applications.programmes.rules.Standing;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Changes of the catalogue: made at once, or proposed by one person and approved by another. */
@ApplicationScoped
class ChangeService {
    private static final String AGGREGATE = "ProgrammeChange";
    private static final String TASK = "programme-change-approval";
    private final ProgrammeRepository programmes;
    private final Situations situations;
    private final ChangeApplication application;
    private final Successors successors;
    private final ChangePapers papers;
    private final EntityManager entities;
    private final Journal journal;
    private final Tasks tasks;
    private final Caller caller;
    private final Clock clock;

    ChangeService(ProgrammeRepository programmes, Situations situations, ChangeApplication application, Successors successors, ChangePapers papers,
            EntityManager entities, Journal journal, Tasks tasks, Caller caller, Clock clock) {
        this.programmes = programmes;
        this.situations = situations;
        this.application = application;
        this.successors = successors;
        this.papers = papers;
        this.entities = entities;
        this.journal = journal;
        this.tasks = tasks;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<ChangeView> list(PageRequest page, String programme, State state) {
        return ListQuery.of(entities, CatalogueChange.class).filter("e.programme.code = :code", "code", programme).filter("e.state = :state", "state", state)
                .fetch(page, change -> view(change, null));
    }

    @Transactional
    ChangeView get(UUID id) {
        CatalogueChange change = entities.find(CatalogueChange.class, id);
        if (change == null) {
            throw Problem.notFound("change of a programme", id);
        }
        return view(change);
    }

    /**
     * Makes a change that hurts nobody and is of nothing open, or proposes it; nothing where nothing differs. The programme is held by the caller.
     * Several proposals may wait; of two of the same thing the first that is approved makes the other stale.
     *
     * @return the proposal, or null where the change was made or there was none
     * @throws Problem 409 {@code change-refused}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ChangeView make(Programme programme, CatalogueChange.Wish wish, CatalogueDocument before, CatalogueDocument after) {
        if (before.equals(after)) {
            return null;
        }
        Instant now = clock.instant();
        List<FieldChange> fields = FieldChange.between(before, after);
        List<Ruling> rulings = judge(programme, wish.cohort(), fields, after, now);
        boolean secondPerson = ChangeRules.verdict(rulings) == Ruling.Verdict.SECOND_PERSON;
        CatalogueChange change = new CatalogueChange(programme, wish, papers.write(before, after, rulings), secondPerson, now);
        entities.persist(change);
        if (!secondPerson) {
            application.apply(change, now);
            return null;
        }
        journal.append(Entry.of(change, AGGREGATE).event("ProgrammeChangeProposed").changed(names(fields)).because(wish.kind().name()));
        tasks.open(Task.of(TASK, AGGREGATE, change.id(), null, "change-proposed",
                "A change of %s was proposed and needs the approval of another person.".formatted(programme.code()), Roles.PROGRAMME_TEAM));
        return view(change);
    }

    /**
     * The second person approves, which makes the change.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code second-person-needed}, {@code change-settled}, {@code change-stale}, {@code change-refused}
     */
    @Transactional
    ChangeView approve(UUID id, Precondition precondition, String why) {
        CatalogueChange change = held(id, precondition);
        Instant now = clock.instant();
        change.approve(caller.subject(), why, now);
        requireFresh(change);
        CatalogueDocument after = papers.after(change);
        judge(change.programme(), change.cohort(), FieldChange.between(papers.before(change), after), after, now);
        application.apply(change, now);
        return settled(change, "ProgrammeChangeApproved");
    }

    /** @throws Problem 403 {@code person-required}, 409 {@code second-person-needed}, {@code change-settled} */
    @Transactional
    ChangeView reject(UUID id, Precondition precondition, String why) {
        CatalogueChange change = held(id, precondition);
        change.reject(caller.subject(), why, clock.instant());
        return settled(change, "ProgrammeChangeRejected");
    }

    /** @throws Problem 403 {@code person-required}, 409 {@code change-of-another}, {@code change-settled} */
    @Transactional
    ChangeView withdraw(UUID id, Precondition precondition, String why) {
        CatalogueChange change = held(id, precondition);
        change.withdraw(caller.subject(), why, clock.instant());
        return settled(change, "ProgrammeChangeWithdrawn");
    }

    /** The change with its programme, both held, so that no two persons settle it and nothing changes beneath. */
    private CatalogueChange held(UUID id, Precondition precondition) {
        caller.requirePerson();
        Object[] subject = entities.createQuery("select c.programme.code, c.kind from CatalogueChange c where c.id = :id", Object[].class)
                .setParameter("id", id).getResultStream().findFirst().orElseThrow(() -> Problem.notFound("change of a programme", id));
        if (subject[1] == ChangeKind.REPLACEMENT) {
            programmes.lockAll();
        }
        programmes.held((String) subject[0]);
        CatalogueChange change = entities.find(CatalogueChange.class, id, LockModeType.PESSIMISTIC_WRITE);
        precondition.check(change);
        return change;
    }

    private ChangeView settled(CatalogueChange change, String event) {
        journal.append(Entry.of(change, AGGREGATE).event(event).changed("state").because(change.kind().name()));
        tasks.settle(TASK, AGGREGATE, change.id());
        return view(change);
    }

    private List<Ruling> judge(Programme programme, String cohort, List<FieldChange> fields, CatalogueDocument after, Instant now) {
        Situation situation = cohort == null ? situations.of(programme, now) : situations.of(programmes.cohort(programme, cohort).orElseThrow(), now);
        List<Ruling> rulings = ChangeRules.judge(fields, situation);
        if (ChangeRules.verdict(rulings) == Ruling.Verdict.REFUSED) {
            Problem problem = Problem.of(ProgrammeError.CHANGE_REFUSED, "Leave what errors names as it is, or do what it advises. Nothing was changed.");
            rulings.stream().filter(ruling -> ruling.verdict() == Ruling.Verdict.REFUSED)
                    .forEach(ruling -> problem.at(Pointers.of(ruling.field(), after), ruling.code(), ruling.why()));
            throw problem;
        }
        return rulings;
    }

    private void requireFresh(CatalogueChange change) {
        Programme programme = change.programme();
        CatalogueDocument now = switch (change.kind()) {
            case TERMS -> programme.inForce(clock.instant()).terms();
            case COHORT -> programmes.cohort(programme, change.cohort()).map(Cohort::terms).orElseThrow();
            case CLOSURE, REPLACEMENT -> programme.standing();
        };
        if (!now.equals(papers.before(change))) {
            throw Problem.of(ProgrammeError.CHANGE_STALE, "Reject it, or have it withdrawn, read what is there now, and propose the change again.");
        }
        CatalogueDocument after = papers.after(change);
        if (after instanceof CohortTerms terms) {
            Validity.require(terms, programme.inForce(clock.instant()));
        }
        if (change.kind() == ChangeKind.REPLACEMENT && after instanceof Standing standing) {
            successors.require(programme, standing.replacedBy());
        }
    }

    private ChangeView view(CatalogueChange change) {
        String href = "/v1/programme-changes/" + change.id();
        return view(change, List.of(ChangeView.action(change, Act.APPROVE, "approval", href, caller.subject()),
                ChangeView.action(change, Act.REJECT, "rejection", href, caller.subject()),
                ChangeView.action(change, Act.WITHDRAW, "withdrawal", href, caller.subject())));
    }

    private ChangeView view(CatalogueChange change, List<Action> actions) {
        return ChangeView.of(change, FieldChange.between(papers.before(change), papers.after(change)), papers.rulings(change), actions);
    }

    private static String[] names(List<FieldChange> fields) {
        return fields.stream().map(FieldChange::field).toArray(String[]::new);
    }
}
