package org.schoolhubs.support.plans;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.schoolhubs.kit.inbox.NotYet;
import org.schoolhubs.kit.security.Caller;

/** Tries again, from time to time, to open the plans that are awaited: a template or a corrected calendar may have come. */
@ApplicationScoped
class AwaitedPlanSweep {
    private static final Logger LOG = Logger.getLogger(AwaitedPlanSweep.class);

    private final PlanOpening opening;
    private final Caller caller;

    AwaitedPlanSweep(PlanOpening opening, Caller caller) {
        this.opening = opening;
        this.caller = caller;
    }

    /** One transaction for each plan, so that one that still has to wait holds up no other. Safe to run in several instances at once. */
    @Scheduled(identity = "awaited-plans", every = "{schoolhubs.support.awaited-plans.every}", delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        caller.actAsSystem();
        for (var applicationId : opening.awaited()) {
            try {
                opening.retry(applicationId);
            } catch (NotYet stillMissing) {
                LOG.infof("The plan of application %s is still awaited: %s", applicationId, stillMissing.getMessage());
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The awaited plan of application %s could not be opened; it is tried again", applicationId);
            }
        }
    }
}
