package org.schoolhubs.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the service in these tests: the system's, which a test may put forward for a while. */
@ApplicationScoped
public class TestClock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Ahead();
    }

    /** Runs while the service believes that it is later. */
    public static void later(Duration by, Runnable test) {
        AHEAD.set(by);
        try {
            test.run();
        } finally {
            AHEAD.set(Duration.ZERO);
        }
    }

    /** The system's clock and what it was put forward by. */
    private static final class Ahead extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(AHEAD.get());
        }
    }
}
