package org.schoolhubs.applications.applications;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolhubs.applications.contacts.FormerLeaders;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/** Erases the grounds of reconsiderations and the leaders who were replaced when their time is over, and leaves the record that they were erased. */
@ApplicationScoped
class GroundsErasure {
    private final ApplicationRepository applications;
    private final DecisionRepository decisions;
    private final FormerLeaders formerLeaders;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    GroundsErasure(ApplicationRepository applications, DecisionRepository decisions, FormerLeaders formerLeaders, Journal journal, Caller caller, Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.formerLeaders = formerLeaders;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Scheduled(every = "{schoolhubs.contacts.erasure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseExpired() {
        caller.actAsSystem();
        LocalDate today = LondonDates.today(clock);
        QuarkusTransaction.requiringNew().call(() -> decisions.withExpiredGrounds(today))
                .forEach(id -> QuarkusTransaction.requiringNew().run(() -> eraseGrounds(id)));
        formerLeaders.expired(today).forEach(id -> QuarkusTransaction.requiringNew().run(() -> eraseLeaders(id, today)));
    }

    private void eraseGrounds(UUID applicationId) {
        decisions.reconsideration(applicationId).filter(one -> one.grounds() != null).ifPresent(one -> {
            one.eraseGrounds(clock.instant());
            journal.append(entry(applicationId).event("GroundsErased").changed("grounds").because("retention-over"));
        });
    }

    private void eraseLeaders(UUID applicationId, LocalDate today) {
        if (formerLeaders.erase(applicationId, today)) {
            journal.append(entry(applicationId).event("FormerLeadersErased").changed("formerLeaders").because("retention-over"));
        }
    }

    private Entry entry(UUID applicationId) {
        return Entry.of(applications.findById(applicationId), "Application");
    }
}
