package org.schoolhubs.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** In these tests it is always 25 November 2026: five days after the end of cohort 2025-11. */
@ApplicationScoped
public class FixedClock {
    public static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    }
}
