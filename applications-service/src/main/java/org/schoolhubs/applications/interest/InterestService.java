package org.schoolhubs.applications.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.applications.programmes.InterestOffer;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.kernel.Urn;
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
import org.schoolhubs.kit.web.Precondition;

/** Leaves, reads and ends expressions of interest. */
@ApplicationScoped
class InterestService {
    static final String TYPE = "ExpressionOfInterest";
    private final InterestRepository expressions;
    private final InterestAccess access;
    private final ProgrammeCatalogue catalogue;
    private final InterestSuccession succession;
    private final InterestTasks tasks;
    private final InterestPeople people;
    private final Contacts contacts;
    private final SchoolRegister register;
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    InterestService(InterestRepository expressions, InterestAccess access, ProgrammeCatalogue catalogue, InterestSuccession succession, InterestTasks tasks,
            InterestPeople people, Contacts contacts, SchoolRegister register, EntityManager entities, Journal journal, Caller caller, Clock clock) {
        this.expressions = expressions;
        this.access = access;
        this.catalogue = catalogue;
        this.succession = succession;
        this.tasks = tasks;
        this.people = people;
        this.contacts = contacts;
        this.register = register;
        this.caller = caller;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Leaves an expression of interest in the next cohort of a pathway, while no window is open.
     *
     * @throws Problem 400 for a school where the partners are trusts and the other way round, 404 {@code school-not-found}, 409 {@code window-open},
     *                 {@code programme-closed}, {@code expression-exists}, 422 {@code expressions-not-taken}, {@code programme-unknown}, {@code pathway-unknown}
     */
    @Transactional
    InterestView leave(InterestRequests.NewExpression wanted) {
        InterestOffer offer = catalogue.interest(wanted.programme(), wanted.pathway());
        ExpressionOfInterest.Organisation organisation = organisation(offer, wanted);
        requireTaken(offer);
        requireNoOpenWindow(offer);
        ExpressionOfInterest expression = new ExpressionOfInterest(offer.programme(), offer.pathway(), organisation, clock.instant());
        expressions.persist(expression);
        expressions.settle();
        Entry left = Entry.of(expression, TYPE).event("ExpressionOfInterestLeft");
        if (wanted.contact() != null) {
            people.name(expression, wanted.contact());
        }
        journal.append(wanted.contact() == null ? left.changed("state") : left.changed("state", "contact"));
        return view(expression);
    }

    @Transactional
    Page<InterestView> list(InterestQuery query, PageRequest page) {
        return access.restrict(ListQuery.of(entities, ExpressionOfInterest.class))
                .filter("e.state = :state", "state", query.state())
                .filter("e.programme = :programme", "programme", query.programme())
                .filter("e.pathway = :pathway", "pathway", query.pathway())
                .filter("e.urn = :urn", "urn", query.urn())
                .filter("e.trustUid = :trustUid", "trustUid", query.trustUid())
                .fetch(page, expression -> InterestView.of(expression, null));
    }

    @Transactional
    InterestView get(UUID id) {
        return view(readable(id));
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history(TYPE, readable(id).id());
    }

    /** @throws Problem 409 {@code expression-impossible} once it has become a draft or was withdrawn */
    @Transactional
    InterestView withdraw(UUID id, Precondition precondition) {
        ExpressionOfInterest expression = expressions.findByIdOptional(id).filter(access::mayWithdraw).orElseThrow(() -> notFound(id));
        precondition.check(expression);
        expression.withdraw();
        people.ended(expression);
        tasks.settle(expression);
        journal.append(Entry.of(expression, TYPE).event("ExpressionOfInterestWithdrawn").changed("state"));
        return view(expression);
    }

    /**
     * Waits for a pathway of the successor programme from now on; where its window is open, it becomes a draft at the next look.
     *
     * @throws Problem 409 {@code expression-impossible} without an offer, {@code expression-exists}, {@code programme-closed}, 422 {@code pathway-unknown},
     *                 {@code expressions-not-taken}
     */
    @Transactional
    InterestView acceptOffer(UUID id, Precondition precondition, String pathway) {
        ExpressionOfInterest expression = expressions.findByIdOptional(id).filter(access::isOwn).orElseThrow(() -> notFound(id));
        precondition.check(expression);
        expression.requireOffer();
        InterestOffer offer = catalogue.interest(expression.offeredProgramme(), pathway);
        requireTaken(offer);
        if ((offer.partnerKind() == PartnerKind.TRUST) != (expression.trustUid() != null)) {
            throw Problem.of(InterestError.EXPRESSIONS_NOT_TAKEN, "Choose a pathway for organisations such as yours.").at("/pathway", "expressions-not-taken",
                    "Its partners are of another kind.");
        }
        expression.acceptOffer(pathway);
        expressions.settle();
        journal.append(Entry.of(expression, TYPE).event("OfferOfSuccessorAccepted").changed("state", "programme", "pathway"));
        return view(expression);
    }

    /**
     * Names who is told by e-mail what becomes of it, in place of whoever was named before.
     *
     * @throws Problem 409 {@code expression-impossible} once it has ended
     */
    @Transactional
    InterestView nameContact(UUID id, Precondition precondition, NamedLeader person) {
        ExpressionOfInterest expression = expressions.findByIdOptional(id).filter(access::isOwn).orElseThrow(() -> notFound(id));
        precondition.check(expression);
        expression.requireLive();
        people.name(expression, person);
        entities.lock(expression, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        journal.append(Entry.of(expression, TYPE).event("ExpressionOfInterestContactNamed").changed("contact"));
        return view(expression);
    }

    /**
     * Who is told of it. Personal data: that they were read is itself recorded.
     *
     * @throws Problem 404 while nobody is named, or is kept no more
     */
    @Transactional
    NamedLeader readContact(UUID id) {
        ExpressionOfInterest expression = readable(id);
        Contact contact = contacts.of(expression.id()).stream().findFirst().orElseThrow(() -> Problem.notFound("contact of expression of interest", id));
        people.read(contact, null);
        return contact.leader();
    }

    /**
     * Passes it to a school that a person has chosen, where the one it was of has closed and several followed. Only the programme team.
     *
     * @throws Problem 403 {@code person-required}, 409 {@code expression-impossible} once it has ended or while its school is not closed, {@code expression-exists},
     *                 422 {@code successor-not-open}
     */
    @Transactional
    InterestView passOn(UUID id, Precondition precondition, String toUrn) {
        caller.requirePerson();
        ExpressionOfInterest expression = expressions.findByIdOptional(id).orElseThrow(() -> notFound(id));
        precondition.check(expression);
        expression.requireLive();
        if (!schoolIsClosed(expression)) {
            throw Problem.of(InterestError.EXPRESSION_IMPOSSIBLE, "Its school has not closed, so that no other one follows it.");
        }
        RegisteredSchool successor = register.find(new Urn(toUrn)).filter(school -> school.status().isOpen()).orElseThrow(() -> Problem
                .of(ApplicationError.SUCCESSOR_NOT_OPEN, "Choose a school that is open: GET /v1/schools/%s tells who followed.".formatted(expression.urn()))
                .at("/urn", "successor-not-open", "Not an open school of the register."));
        succession.pass(expression, successor, "chosen-by-person");
        return view(expression);
    }

    private boolean schoolIsClosed(ExpressionOfInterest expression) {
        return expression.urn() != null && register.find(new Urn(expression.urn())).filter(school -> school.status() == SchoolStatus.CLOSED).isPresent();
    }

    private ExpressionOfInterest.Organisation organisation(InterestOffer offer, InterestRequests.NewExpression wanted) {
        boolean trust = offer.partnerKind() == PartnerKind.TRUST;
        requireField("/urn", wanted.urn(), !trust);
        requireField("/trustUid", wanted.trustUid(), trust);
        return trust ? access.trust(wanted.trustUid()) : access.school(wanted.urn());
    }

    private static void requireField(String pointer, String value, boolean needed) {
        if (needed == (value == null)) {
            throw Problem.of(CommonError.INVALID, "A pathway of schools takes a URN, a pathway of trusts a trust UID, and none the other.")
                    .at(pointer, needed ? "missing" : "not-for-this-kind", needed ? "Needed for this pathway." : "Leave it out for this pathway.");
        }
    }

    private void requireTaken(InterestOffer offer) {
        if (!offer.taken()) {
            throw Problem.of(InterestError.EXPRESSIONS_NOT_TAKEN, "Choose a pathway that takes expressions of interest: GET /v1/programmes/%s.".formatted(offer.programme()))
                    .at("/pathway", "expressions-not-taken", "Takes none.");
        }
        if (offer.isClosed(LondonDates.today(clock))) {
            throw Problem.of(ApplicationError.PROGRAMME_CLOSED, offer.replacedBy() == null
                    ? "%s takes no new applications.".formatted(offer.programme())
                    : "%s takes no new applications. Look at the programme that replaces it: %s.".formatted(offer.programme(), offer.replacedBy()));
        }
    }

    private void requireNoOpenWindow(InterestOffer offer) {
        Optional<PathwayOffer> next = catalogue.nextCohort(offer.programme(), offer.pathway(), clock.instant());
        next.filter(cohort -> !clock.instant().isBefore(cohort.windowOpensAt())).ifPresent(open -> {
            throw Problem.of(InterestError.WINDOW_OPEN, "The window of cohort %s is open: POST /v1/applications.".formatted(open.cohort()));
        });
    }

    private ExpressionOfInterest readable(UUID id) {
        return expressions.findByIdOptional(id).filter(access::mayRead).orElseThrow(() -> notFound(id));
    }

    private static Problem notFound(UUID id) {
        return Problem.notFound("expression of interest", id);
    }

    private InterestView view(ExpressionOfInterest expression) {
        List<Action> actions = new ArrayList<>();
        if (access.mayWithdraw(expression)) {
            actions.add(action(expression, InterestAct.WITHDRAW, "withdrawal"));
        }
        if (access.isOwn(expression)) {
            actions.add(action(expression, InterestAct.ACCEPT_OFFER, "offer-acceptance"));
        }
        if (access.mayChooseSuccessor() && schoolIsClosed(expression)) {
            actions.add(action(expression, InterestAct.PASS_ON, "succession"));
        }
        return InterestView.of(expression, actions);
    }

    private static Action action(ExpressionOfInterest expression, InterestAct act, String name) {
        String href = "/v1/expressions-of-interest/%s/%s".formatted(expression.id(), name);
        return InterestState.LIFECYCLE.next(expression.state(), act).isPresent() ? Action.allowed(name, href)
                : Action.refused(name, href, InterestError.EXPRESSION_IMPOSSIBLE, "Not possible in state %s.".formatted(expression.state()));
    }
}
