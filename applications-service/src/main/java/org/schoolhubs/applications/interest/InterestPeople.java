package org.schoolhubs.applications.interest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.contacts.ContactTrail;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/**
 * The people named in expressions of interest: for how long they are kept, and the record that they were read or erased. One that waits keeps its person for a
 * set time after it was left; one that has ended for a shorter time after its end.
 */
@ApplicationScoped
class InterestPeople implements ContactTrail {
    private static final String CONTACT = "contact";
    private final InterestRepository expressions;
    private final Contacts contacts;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;
    private final Period keepWaiting;
    private final Period keepAfterEnd;

    InterestPeople(InterestRepository expressions, Contacts contacts, Journal journal, Caller caller, Clock clock,
            @ConfigProperty(name = "schoolhubs.contacts.keep-interested") Period keepWaiting,
            @ConfigProperty(name = "schoolhubs.contacts.keep-after-refusal") Period keepAfterEnd) {
        this.expressions = expressions;
        this.contacts = contacts;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
        this.keepWaiting = keepWaiting;
        this.keepAfterEnd = keepAfterEnd;
    }

    /** Names who is told of it, in place of whoever was named before. */
    void name(ExpressionOfInterest expression, NamedLeader person) {
        contacts.nameInterested(expression.id(), person, whileItWaits(expression));
    }

    /** It has ended: its person is kept for the shorter time. */
    void ended(ExpressionOfInterest expression) {
        contacts.keepInterestedNoLongerThan(expression.id(), LondonDates.today(clock).plus(keepAfterEnd));
    }

    /** It had ended and goes on: its person, if still kept, is kept as before. */
    void goingOn(ExpressionOfInterest expression) {
        contacts.keepInterestedUntil(expression.id(), whileItWaits(expression));
    }

    private LocalDate whileItWaits(ExpressionOfInterest expression) {
        return LondonDates.dayOf(expression.createdAt()).plus(keepWaiting);
    }

    @Scheduled(every = "{schoolhubs.contacts.erasure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseExpired() {
        caller.actAsSystem();
        LocalDate today = LondonDates.today(clock);
        contacts.interestedExpired(today).forEach(id -> QuarkusTransaction.requiringNew().run(() -> erase(id, today)));
    }

    private void erase(UUID id, LocalDate today) {
        if (contacts.eraseInterested(id, today)) {
            journal.append(entry(id).event("ContactErased").changed(CONTACT).because("retention-over"));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void read(Contact contact, String reasonCode) {
        if (contact.expressionId() != null) {
            journal.append(entry(contact.expressionId()).event("ContactRead").because(reasonCode));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erased(Contact contact, String reasonCode) {
        if (contact.expressionId() != null) {
            journal.append(entry(contact.expressionId()).event("ContactErased").changed(CONTACT).because(reasonCode));
        }
    }

    /** Does nothing: whoever is replaced in an expression of interest is forgotten at once. */
    @Override
    public void formerErased(Contact contact, String reasonCode) {
    }

    private Entry entry(UUID id) {
        return Entry.of(expressions.findById(id), InterestService.TYPE);
    }
}
