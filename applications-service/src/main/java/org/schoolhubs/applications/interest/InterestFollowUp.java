package org.schoolhubs.applications.interest;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.programmes.InterestOffer;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/** Makes drafts of the expressions of interest whose window has opened, and offers the successor to those whose programme was replaced. Each in its own transaction. */
@ApplicationScoped
class InterestFollowUp {
    private final InterestRepository expressions;
    private final InterestDrafts drafts;
    private final ProgrammeCatalogue catalogue;
    private final InterestPeople people;
    private final SchoolRegister register;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    InterestFollowUp(InterestRepository expressions, InterestDrafts drafts, ProgrammeCatalogue catalogue, InterestPeople people,
            SchoolRegister register, Journal journal, Caller caller, Clock clock) {
        this.expressions = expressions;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.people = people;
        this.register = register;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Scheduled(every = "{schoolhubs.applications.intake-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void followUp() {
        caller.actAsSystem();
        expressions.awaited().forEach(this::followUp);
    }

    private void followUp(InterestRepository.Awaited pathway) {
        Optional<PathwayOffer> open = catalogue.nextCohort(pathway.programme(), pathway.pathway(), clock.instant())
                .filter(cohort -> !clock.instant().isBefore(cohort.windowOpensAt()));
        InterestOffer offer = catalogue.interest(pathway.programme(), pathway.pathway());
        if (offer.isClosed(LondonDates.today(clock))) {
            if (offer.replacedBy() != null) {
                expressions.waiting(pathway).forEach(id -> apart(id, () -> offerSuccessor(id, offer.replacedBy())));
            }
        } else {
            open.ifPresent(cohort -> expressions.waiting(pathway).forEach(id -> apart(id, () -> makeDraft(id, cohort))));
        }
    }

    /** One that fails is tried again at the next look and does not keep the others waiting. */
    private void apart(UUID id, Runnable act) {
        try {
            QuarkusTransaction.requiringNew().run(act);
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Expression of interest %s could not be followed up", id);
        }
    }

    private void makeDraft(UUID id, PathwayOffer cohort) {
        expressions.lockedWaiting(id).filter(this::schoolGoesOn).ifPresent(expression -> {
            UUID application = expression.trustUid() != null ? drafts.begin(cohort, new TrustUid(expression.trustUid())) : drafts.begin(cohort, new Urn(expression.urn()));
            expression.becomeDraft(cohort.cohort(), application);
            people.ended(expression);
            tell(expression, "ExpressionOfInterestBecameDraft", "window-opened");
        });
    }

    /** Of a closed school it waits until the register, or a person, has said whose it is now. */
    private boolean schoolGoesOn(ExpressionOfInterest expression) {
        return expression.urn() == null || register.find(new Urn(expression.urn())).filter(school -> school.status() == SchoolStatus.CLOSED).isEmpty();
    }

    private void offerSuccessor(UUID id, String successor) {
        expressions.lockedWaiting(id).ifPresent(expression -> {
            expression.offer(successor);
            tell(expression, "ExpressionOfInterestOffered", "programme-replaced");
        });
    }

    private void tell(ExpressionOfInterest expression, String event, String reasonCode) {
        journal.append(Entry.of(expression, InterestService.TYPE).event(event).changed("state").because(reasonCode)
                .publish("applications.v1", expression.id(), InterestFollowed.of(expression)));
    }
}
