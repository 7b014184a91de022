package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;

/** The one place where an application becomes accepted, always by a recorded decision, and the other services learn of it. */
@ApplicationScoped
class Acceptance {
    private static final String NOTE = "The rules found the applicant eligible and the pathway accepts eligible applicants by itself.";
    private final ApplicationRepository applications;
    private final DecisionRepository decisions;
    private final DecisionRecords records;
    private final AcceptedPayloads payloads;
    private final Journal journal;
    private final Clock clock;
    private final String system;

    Acceptance(ApplicationRepository applications, DecisionRepository decisions, DecisionRecords records, AcceptedPayloads payloads,
            Journal journal, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.applications = applications;
        this.decisions = decisions;
        this.records = records;
        this.payloads = payloads;
        this.journal = journal;
        this.clock = clock;
        this.system = "system:" + service;
    }

    /**
     * Accepts by itself, as the pathway says; recorded as a decision of the system under the rules that were applied.
     *
     * @param reasonCode why, for the journal
     */
    void accept(Application application, String reasonCode) {
        String reasons = records.write(List.of(new ApplicationRequests.Reason(DecisionReason.AUTOMATIC, NOTE)));
        Decision decision = Decision.automatic(application.id(), reasons, records.basis(application), system, clock.instant());
        decisions.add(decision);
        application.accept(decision.id(), clock.instant());
        announce(application, reasonCode);
    }

    /** Accepts by a final decision. */
    void accept(Application application, Decision decision) {
        application.accept(decision.id(), clock.instant());
        announce(application, DecisionRecords.first(records.reasons(decision.reasons())));
    }

    /**
     * Accepts what had been declined, by a final decision on its reconsideration.
     *
     * @throws Problem 409 {@code overlapping-application} if another application of the school has become live since
     */
    void acceptAfterAll(Application application, Decision decision) {
        application.overturn(decision.id(), records.subjects(application), clock.instant());
        applications.settle();
        announce(application, DecisionRecords.first(records.reasons(decision.reasons())));
    }

    private void announce(Application application, String reasonCode) {
        journal.append(Entry.of(application, "Application").event("ApplicationAccepted").changed("state", "acceptedOn").because(reasonCode)
                .publish(ApplicationEvents.TOPIC, application.id(), payloads.of(application)));
    }
}
