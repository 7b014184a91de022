package org.schoolhubs.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that everything asks; a test puts another in its place. */
@ApplicationScoped
class Clocks {
    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
