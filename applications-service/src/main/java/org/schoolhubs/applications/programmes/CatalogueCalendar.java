package org.schoolhubs.applications.programmes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.RequestContext;

/**
 * Tells of what comes by itself: terms that begin, a programme whose place another takes. Reading needs none of it, what is in force is found by the clock; but
 * the other services have to hear. Several instances do it once: the programme is held while it is done.
 */
@ApplicationScoped
class CatalogueCalendar {
    private static final Logger LOG = Logger.getLogger(CatalogueCalendar.class);
    private final ProgrammeRepository programmes;
    private final CataloguePublication publication;
    private final Caller caller;
    private final RequestContext request;
    private final Clock clock;

    CatalogueCalendar(ProgrammeRepository programmes, CataloguePublication publication, Caller caller, RequestContext request, Clock clock) {
        this.programmes = programmes;
        this.publication = publication;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    /** Does what is due; one programme's failure does not stop the others, and is tried again at the next tick. */
    @Scheduled(every = "${schoolhubs.programmes.every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void tick() {
        Instant now = clock.instant();
        caller.actAsSystem();
        for (String code : QuarkusTransaction.requiringNew().call(() -> programmes.due(now, LondonDates.dayOf(now)))) {
            request.begin(UUID.randomUUID().toString(), null);
            try {
                QuarkusTransaction.requiringNew().run(() -> moveOn(code, now));
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "What is due of programme %s was not done", code);
            }
        }
    }

    private void moveOn(String code, Instant now) {
        Programme programme = programmes.held(code);
        long before = programme.version();
        boolean begun = programme.moveOn(now);
        boolean replaced = programme.becomeReplaced(LondonDates.dayOf(now));
        if (replaced) {
            publication.announceReplacement(programme);
        }
        if (begun || replaced) {
            publication.publish(programme, before, replaced ? "replaced" : "terms-begun", now, begun ? "terms" : "state");
        }
    }
}
