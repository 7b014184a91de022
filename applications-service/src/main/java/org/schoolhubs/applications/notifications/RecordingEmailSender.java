package org.schoolhubs.applications.notifications;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Keeps e-mail in the database instead of sending it: for development and sandboxes. Behaves like a provider: what it has accepted, it has, whoever dies. */
@ApplicationScoped
class RecordingEmailSender implements EmailSender {
    static final String NAME = "recording";
    private final EntityManager entities;
    private final Clock clock;

    RecordingEmailSender(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return NAME;
    }

    @Override
    public String send(Email email) {
        return QuarkusTransaction.requiringNew().call(() -> {
            RecordedEmail recorded = new RecordedEmail(email, clock.instant());
            entities.persist(recorded);
            return recorded.id().toString();
        });
    }

    @Override
    public Optional<String> accepted(String reference) {
        return QuarkusTransaction.requiringNew().call(() ->
                entities.createQuery("select e.id from RecordedEmail e where e.reference = :reference", UUID.class)
                        .setParameter("reference", UUID.fromString(reference)).getResultStream().findFirst().map(UUID::toString));
    }
}
