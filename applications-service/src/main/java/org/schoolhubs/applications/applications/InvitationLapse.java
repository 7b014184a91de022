package org.schoolhubs.applications.applications;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;

/** Ends invitations whose day has passed. */
@ApplicationScoped
class InvitationLapse {
    private final ApplicationRepository applications;
    private final InvitationService invitations;
    private final Caller caller;
    private final Clock clock;

    InvitationLapse(ApplicationRepository applications, InvitationService invitations, Caller caller, Clock clock) {
        this.applications = applications;
        this.invitations = invitations;
        this.caller = caller;
        this.clock = clock;
    }

    @Scheduled(every = "{schoolhubs.applications.intake-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void lapseUnanswered() {
        caller.actAsSystem();
        applications.unanswered(LondonDates.today(clock)).forEach(invitations::lapse);
    }
}
