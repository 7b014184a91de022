package org.schoolhubs.applications.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.InterestOffer;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
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
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    InterestService(InterestRepository expressions, InterestAccess access, ProgrammeCatalogue catalogue, EntityManager entities, Journal journal, Clock clock) {
        this.expressions = expressions;
        this.access = access;
        this.catalogue = catalogue;
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
        journal.append(Entry.of(expression, TYPE).event("ExpressionOfInterestLeft").changed("state"));
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
        return InterestView.of(expression, actions);
    }

    private static Action action(ExpressionOfInterest expression, InterestAct act, String name) {
        String href = "/v1/expressions-of-interest/%s/%s".formatted(expression.id(), name);
        return InterestState.LIFECYCLE.next(expression.state(), act).isPresent() ? Action.allowed(name, href)
                : Action.refused(name, href, InterestError.EXPRESSION_IMPOSSIBLE, "Not possible in state %s.".formatted(expression.state()));
    }
}
