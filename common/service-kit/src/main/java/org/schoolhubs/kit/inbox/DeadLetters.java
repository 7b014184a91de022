package org.schoolhubs.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.schoolhubs.kit.ops.Failures;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** Tries again what waits, and replays or discards what is dead, always in the order of the key. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int KEYS_PER_TICK = 100;
    private final DeadLetterStore store;
    private final Inbox inbox;
    private final Instance<EventConsumer> consumers;
    private final Duration giveUpAfter;

    DeadLetters(DeadLetterStore store, Inbox inbox, Instance<EventConsumer> consumers,
            @ConfigProperty(name = "schoolhubs.inbox.give-up-waiting-after") Duration giveUpAfter) {
        this.store = store;
        this.inbox = inbox;
        this.consumers = consumers;
        this.giveUpAfter = giveUpAfter;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tryWaiting() {
        try {
            for (String[] key : QuarkusTransaction.requiringNew().call(() -> store.dueKeys(KEYS_PER_TICK))) {
                drain(key[0], key[1], "system");
            }
            int given = QuarkusTransaction.requiringNew().call(() -> store.giveUpWaiting(giveUpAfter.toSeconds()));
            if (given > 0) {
                LOG.errorf("%d events waited longer than %s and are dead letters now", given, giveUpAfter);
            }
        } catch (RuntimeException failure) {
            if (!passes(failure)) {
                throw failure;
            }
            LOG.debugf("Tried again at the next tick: %s", failure.getMessage());
        }
    }

    /**
     * Applies a dead letter and whatever is parked behind it, in order, until one fails again.
     *
     * @throws Problem 404 for an unknown id, 409 if it is settled, parked or fails again
     */
    DeadLetterView replay(UUID id, String operator) {
        DeadLetterView letter = settleable(id);
        if ("PARKED".equals(letter.state())) {
            throw Problem.of(CommonError.CONFLICT, "It is parked behind an earlier event of its key: replay or discard that one.");
        }
        drain(letter.consumer(), letter.eventKey(), operator);
        DeadLetterView after = find(id);
        if (!"APPLIED".equals(after.state())) {
            throw Problem.of(CommonError.CONFLICT, "It failed again: %s".formatted(after.reason()));
        }
        return after;
    }

    /**
     * Gives up on a dead letter for good; what is parked behind it goes on.
     *
     * @throws Problem 404 for an unknown id, 409 if it is settled or parked
     */
    DeadLetterView discard(UUID id, String operator) {
        DeadLetterView letter = settleable(id);
        if ("PARKED".equals(letter.state())) {
            throw Problem.of(CommonError.CONFLICT, "It is parked behind an earlier event of its key: replay or discard that one.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            store.lockKey(letter.consumer(), letter.eventKey());
            store.settle(id, "DISCARDED", operator);
        });
        drain(letter.consumer(), letter.eventKey(), operator);
        return find(id);
    }

    private DeadLetterView settleable(UUID id) {
        DeadLetterView letter = find(id);
        if ("APPLIED".equals(letter.state()) || "DISCARDED".equals(letter.state())) {
            throw Problem.of(CommonError.CONFLICT, "It is settled already: %s.".formatted(letter.state()));
        }
        return letter;
    }

    DeadLetterView find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> store.find(id)).orElseThrow(() -> Problem.notFound("dead letter", id));
    }

    private void drain(String consumerName, String key, String by) {
        EventConsumer consumer = consumers.stream().filter(candidate -> candidate.name().equals(consumerName)).findFirst()
                .orElseThrow(() -> Problem.of(CommonError.CONFLICT, "There is no consumer %s any more.".formatted(consumerName)));
        while (applyFirst(consumer, key, by)) {
            LOG.debugf("Applied an event of key %s that was kept for %s", key, consumerName);
        }
    }

    /** True if one was applied and the next may be tried. */
    private boolean applyFirst(EventConsumer consumer, String key, String by) {
        Optional<DeadLetterStore.Letter> first = QuarkusTransaction.requiringNew().call(() -> store.firstOpen(consumer.name(), key));
        if (first.isEmpty()) {
            return false;
        }
        DeadLetterStore.Letter letter = first.get();
        try {
            return inbox.inOwnScope(letter.received(), () -> {
                store.lockKey(consumer.name(), key);
                if (store.firstOpen(consumer.name(), key).filter(still -> still.id().equals(letter.id())).isEmpty()) {
                    return;
                }
                inbox.apply(consumer, letter.received());
                store.settle(letter.id(), "APPLIED", by);
            });
        } catch (NotYet early) {
            failedAgain(letter, "WAITING", early.getMessage());
        } catch (RuntimeException failure) {
            if (passes(failure)) {
                throw failure;
            }
            failedAgain(letter, "DEAD", Inbox.reason(failure));
        }
        return false;
    }

    private static boolean passes(RuntimeException failure) {
        return Failures.databaseAway(failure) || Failures.contention(failure) || Failures.commitCutOff(failure);
    }

    private void failedAgain(DeadLetterStore.Letter letter, String state, String reason) {
        QuarkusTransaction.requiringNew().run(() -> store.failedAgain(letter.id(), state, reason));
    }
}
