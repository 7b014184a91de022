package org.schoolhubs.applications.applications;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/**
 * Erases named people when their time is over, and leaves the record that they were erased. After an application that led nowhere (declined, withdrawn) their
 * time is shorter. It is counted anew at each look, so that one which is opened again keeps its people.
 */
@ApplicationScoped
class LeaderErasure {
    private final ApplicationRepository applications;
    private final Contacts contacts;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;
    private final Period keepAfterRefusal;

    LeaderErasure(ApplicationRepository applications, Contacts contacts, Journal journal, Caller caller, Clock clock,
            @ConfigProperty(name = "schoolhubs.contacts.keep-after-refusal") Period keepAfterRefusal) {
        this.applications = applications;
        this.contacts = contacts;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
        this.keepAfterRefusal = keepAfterRefusal;
    }

    @Scheduled(every = "{schoolhubs.contacts.erasure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseExpired() {
        caller.actAsSystem();
        LocalDate today = LondonDates.today(clock);
        contacts.expired(today).forEach(id -> QuarkusTransaction.requiringNew().run(() -> erase(id, today)));
        LocalDate endedBefore = today.minus(keepAfterRefusal);
        QuarkusTransaction.requiringNew().call(() -> applications.endedWithoutSupport(endedBefore))
                .forEach(id -> QuarkusTransaction.requiringNew().run(() -> eraseEnded(id, endedBefore)));
    }

    private void erase(UUID applicationId, LocalDate today) {
        if (contacts.erase(applicationId, today)) {
            record(applicationId, "retention-over");
        }
    }

    /** Looks again under a lock: it may have been opened again meanwhile. */
    private void eraseEnded(UUID applicationId, LocalDate endedBefore) {
        Application application = applications.findById(applicationId, LockModeType.PESSIMISTIC_WRITE);
        if (application.endedOn() != null && application.endedOn().isBefore(endedBefore) && contacts.eraseAll(applicationId)) {
            record(applicationId, "retention-after-refusal-over");
        }
    }

    private void record(UUID applicationId, String reasonCode) {
        journal.append(Entry.of(applications.findById(applicationId), "Application").event("LeadersErased").changed("leaders").because(reasonCode));
    }
}
