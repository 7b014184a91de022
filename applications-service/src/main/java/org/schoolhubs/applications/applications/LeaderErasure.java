package org.schoolhubs.applications.applications;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/** Erases named people when their time is over, and leaves the record that they were erased. */
@ApplicationScoped
class LeaderErasure {
    private final ApplicationRepository applications;
    private final Contacts contacts;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    LeaderErasure(ApplicationRepository applications, Contacts contacts, Journal journal, Caller caller, Clock clock) {
        this.applications = applications;
        this.contacts = contacts;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Scheduled(every = "{schoolhubs.contacts.erasure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseExpired() {
        caller.actAsSystem();
        LocalDate today = LondonDates.today(clock);
        contacts.expired(today).forEach(id -> QuarkusTransaction.requiringNew().run(() -> erase(id, today)));
    }

    private void erase(UUID applicationId, LocalDate today) {
        if (contacts.erase(applicationId, today)) {
            journal.append(Entry.of(applications.findById(applicationId), "Application").event("LeadersErased").changed("leaders").because("retention-over"));
        }
    }
}
