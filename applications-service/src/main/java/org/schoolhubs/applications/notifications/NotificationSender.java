package org.schoolhubs.applications.notifications;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.schoolhubs.kit.security.Caller;

/**
 * Gives queued notifications to the provider. A sender that dies between the provider's acceptance and our commit leaves a claim behind; whoever takes it over
 * asks the provider first what it has accepted, so that nothing is sent twice.
 */
@ApplicationScoped
class NotificationSender {
    private static final Logger LOG = Logger.getLogger(NotificationSender.class);
    private static final SendingFailed UNKNOWN_FOR_GOOD = new SendingFailed(SendingFailed.Kind.NEVER, "outcome-unknown");
    private final Outbox outbox;
    private final EmailSenders senders;
    private final Caller caller;
    private final NotificationSettings settings;

    NotificationSender(Outbox outbox, EmailSenders senders, Caller caller, NotificationSettings settings) {
        this.outbox = outbox;
        this.senders = senders;
        this.caller = caller;
        this.settings = settings;
    }

    @Scheduled(every = "${schoolhubs.notifications.send-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void tick() {
        caller.actAsSystem();
        send(senders.chosen());
    }

    /** Sends what is due, up to a batch, and stops at the first failure that would meet the others, too. */
    void send(EmailSender to) {
        for (int i = 0; i < settings.batch(); i++) {
            Optional<Outbox.Attempt> attempt = outbox.claim();
            if (attempt.isEmpty() || !sendOne(attempt.get(), to)) {
                return;
            }
        }
    }

    /** Returns whether it makes sense to go on with the next. */
    private boolean sendOne(Outbox.Attempt attempt, EmailSender to) {
        try {
            Optional<String> before = acceptedBefore(attempt, to);
            if (before.isPresent()) {
                outbox.accepted(attempt, to.provider(), before.get());
                return true;
            }
            Optional<EmailSender.Email> email = compose(attempt);
            if (email.isPresent()) {
                outbox.accepted(attempt, to.provider(), to.send(email.get()));
            }
            return true;
        } catch (SendingFailed failure) {
            LOG.warnf("Notification %s was not sent in attempt %d: %s", attempt.id(), attempt.number(), failure.code());
            outbox.failed(attempt, failure);
            return failure.kind() == SendingFailed.Kind.NEVER;
        }
    }

    /** A template that cannot be filled in stays so until somebody mends it; nothing has gone out yet. */
    private Optional<EmailSender.Email> compose(Outbox.Attempt attempt) {
        try {
            return outbox.compose(attempt);
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            LOG.errorf("Notification %s cannot be composed: %s", attempt.id(), unusable.getMessage());
            throw new SendingFailed(SendingFailed.Kind.NEVER, "template-unusable");
        }
    }

    private static Optional<String> acceptedBefore(Outbox.Attempt attempt, EmailSender to) {
        if (attempt.number() == 1) {
            return Optional.empty();
        }
        if (!attempt.askable()) {
            throw UNKNOWN_FOR_GOOD;
        }
        return to.accepted(attempt.id().toString());
    }
}
