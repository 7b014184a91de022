package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;

/** The one place where an application becomes accepted and the other services learn of it. */
@ApplicationScoped
class Acceptance {
    private final AcceptedPayloads payloads;
    private final Journal journal;
    private final Clock clock;

    Acceptance(AcceptedPayloads payloads, Journal journal, Clock clock) {
        this.payloads = payloads;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param reasonCode why, for the journal */
    void accept(Application application, String reasonCode) {
        application.accept(clock.instant());
        journal.append(Entry.of(application, "Application").event("ApplicationAccepted").changed("state", "acceptedOn").because(reasonCode)
                .publish(ApplicationEvents.TOPIC, application.id(), payloads.of(application)));
    }
}
