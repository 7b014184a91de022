package org.schoolhubs.applications.reconciliation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.RequestContext;

/**
 * Works the changes of the register after each import: one school, one transaction. A change that fails is kept with its reason, tried again later and given
 * up to an operator in the end; the others go on.
 */
@ApplicationScoped
class ReconciliationWorker {
    private static final Logger LOG = Logger.getLogger(ReconciliationWorker.class);
    private static final int AT_ONCE = 500;

    private final RegisterChangeRepository changes;
    private final LiveApplications applications;
    private final LiveInterests interests;
    private final SchoolReconciliation school;
    private final ReconciliationTasks tasks;
    private final Caller caller;
    private final RequestContext request;
    private final Clock clock;
    private final int attempts;
    private final Duration pause;
    private volatile boolean stopped;

    ReconciliationWorker(RegisterChangeRepository changes, LiveApplications applications, LiveInterests interests, SchoolReconciliation school,
            ReconciliationTasks tasks, Caller caller, RequestContext request, Clock clock, @ConfigProperty(name = "schoolhubs.reconciliation.attempts") int attempts,
            @ConfigProperty(name = "schoolhubs.reconciliation.pause") Duration pause) {
        this.changes = changes;
        this.applications = applications;
        this.interests = interests;
        this.school = school;
        this.tasks = tasks;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
        this.attempts = attempts;
        this.pause = pause;
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** Works until nothing is left that can be worked now. */
    @Scheduled(every = "${schoolhubs.reconciliation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void tick() {
        caller.actAsSystem();
        QuarkusTransaction.requiringNew().run(this::settleTasksOfEnded);
        boolean more = true;
        while (more && !stopped) {
            QuarkusTransaction.requiringNew().run(this::passOverUntouched);
            more = workNext();
        }
    }

    /** Most schools of a file have neither application nor expression of interest: those are settled in one go. */
    private void passOverUntouched() {
        List<RegisterChange> waiting = changes.claim(AT_ONCE, clock.instant());
        Set<Urn> changed = waiting.stream().map(RegisterChange::urn).collect(Collectors.toSet());
        Set<Urn> touched = new HashSet<>();
        if (!changed.isEmpty()) {
            touched.addAll(applications.touched(changed));
            touched.addAll(interests.touched(changed));
        }
        changes.nothingToDo(waiting.stream().filter(change -> !touched.contains(change.urn())).map(RegisterChange::id).toList(), clock.instant());
    }

    /** @return whether there was one */
    private boolean workNext() {
        AtomicReference<Long> taken = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> workClaimed(taken));
        } catch (RuntimeException failure) {
            if (taken.get() == null) {
                throw failure;
            }
            LOG.errorf(failure, "Change %s of the register could not be worked", taken.get());
            QuarkusTransaction.requiringNew().run(() -> fail(taken.get(), failure));
            return true;
        }
    }

    private boolean workClaimed(AtomicReference<Long> taken) {
        var next = changes.claimOne(clock.instant());
        next.ifPresent(change -> {
            taken.set(change.id());
            request.begin(changes.correlationOf(change.importId()), null);
            var report = school.work(change);
            change.worked(report.outcome(), report.detail(), clock.instant());
        });
        return next.isPresent();
    }

    private void fail(long id, RuntimeException failure) {
        var change = changes.findById(id);
        if (change.state() == ChangeState.WAITING && change.failed(reason(failure), attempts, pause, clock.instant())) {
            tasks.failed(change);
        }
    }

    /** What may be shown: a refusal in its words, of anything else its kind alone. */
    private static String reason(RuntimeException failure) {
        return failure instanceof Problem problem ? "%s: %s".formatted(problem.error().code(), problem.detail())
                : "It failed with %s; the service's log says more.".formatted(failure.getClass().getSimpleName());
    }

    private void settleTasksOfEnded() {
        var open = changes.openTasks(ReconciliationTasks.OF_APPLICATIONS);
        var ended = open.isEmpty() ? Set.of() : applications.ended(open.stream().map(RegisterChangeRepository.OpenTask::application)
                .collect(Collectors.toSet()));
        open.stream().filter(task -> ended.contains(task.application())).forEach(task -> tasks.ended(task.kind(), task.application()));
    }
}
